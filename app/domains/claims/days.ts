const zone = 'Europe/Paris'
const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** The day of an instant on the calendar of the staff: « 2026-11-23 ». */
export const dayOf = (date: Date): string => parts.format(date).slice(0, 10)

/** The instant at which a day begins there; undefined for what is no day, such as 31 June. */
export function startOfDay(day: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const noon = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== day) return undefined
  const midnight = new Date(`${day}T00:00:00Z`).getTime()
  // The clock of the place may differ from that of noon by a change of season: try what it shows.
  for (const hours of [2, 1]) {
    const instant = new Date(midnight - hours * 3_600_000)
    if (parts.format(instant) === `${day} 00:00:00`) return instant
  }
  return new Date(midnight)
}

/** The day `count` days later. */
export const addDays = (day: string, count: number): string =>
  new Date(new Date(`${day}T12:00:00Z`).getTime() + count * 86_400_000).toISOString().slice(0, 10)
