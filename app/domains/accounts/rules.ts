/** A sign-in link lives ten minutes and works once. */
export const linkMinutes = 10
/** At most this many links for one address in that time: a mailbox is not a target. */
export const linksPerAddress = 5
/** A session ends after this long without a visit. */
export const sessionDays = 30

export const addMinutes = (date: Date, minutes: number) => new Date(date.getTime() + minutes * 60_000)
export const addDays = (date: Date, days: number) => addMinutes(date, days * 24 * 60)

/** Why a link cannot be used now; undefined when it can. */
export function linkFault(
  link: { usedAt: Date | null; expiresAt: Date },
  now: Date,
): 'used' | 'expired' | undefined {
  if (link.usedAt !== null) return 'used'
  return link.expiresAt.getTime() <= now.getTime() ? 'expired' : undefined
}

/** « Firefox, Android »: enough to recognise one's own device in a list, nothing that follows a person. */
export function nameDevice(userAgent: string | undefined): string {
  const agent = (userAgent ?? '').slice(0, 400)
  const browser = ['Firefox', 'Edg', 'OPR', 'SamsungBrowser', 'Chrome', 'Safari'].find((name) =>
    agent.includes(name),
  )
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'CrOS', 'Linux'].find((name) =>
    agent.includes(name),
  )
  const names: Record<string, string> = {
    Edg: 'Edge',
    OPR: 'Opera',
    SamsungBrowser: 'Samsung',
    CrOS: 'ChromeOS',
    'Mac OS': 'Mac',
  }
  return [browser, system]
    .filter((one) => one !== undefined)
    .map((one) => names[one] ?? one)
    .join(', ')
}
