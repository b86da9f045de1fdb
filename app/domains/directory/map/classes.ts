/** The steps of the map. A step holds counts of at most its bound; the last one has none. */
export interface Step {
  from: number
  /** Null: and more. */
  to: number | null
}

/** The largest of 1, 2, 5, 10, 20, 50, … that is not above this number. */
function roundUnder(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return [5, 2, 1].map((times) => times * ten).find((bound) => bound <= value) ?? 1
}

/** At most four steps above nothing, so that the largest count stands in the last one. */
export function stepsOf(counts: Iterable<number>): Step[] {
  let largest = 0
  for (const count of counts) largest = Math.max(largest, count)
  if (largest === 0) return []
  if (largest <= 4) return Array.from({ length: largest }, (_, index) => ({ from: index + 1, to: index + 1 }))
  const bounds = [...new Set([1, 2, 3].map((part) => roundUnder(largest ** (part / 4))))].filter(
    (bound) => bound < largest,
  )
  return [...bounds, null].map((to, index) => ({ from: (bounds[index - 1] ?? 0) + 1, to }))
}

/** 0 where there is nothing, else the number of the step. */
export function stepOf(count: number, steps: readonly Step[]): number {
  if (count <= 0) return 0
  const found = steps.findIndex(({ to }) => to === null || count <= to)
  return found === -1 ? steps.length : found + 1
}
