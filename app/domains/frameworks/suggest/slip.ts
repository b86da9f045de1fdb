/**
 * How many slips of the hand stand between two words: a letter left out, added or wrong, or two letters
 * swapped. Beyond `most`, the answer is `most + 1`.
 */
export function slips(a: string, b: string, most = 3): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = above
    above = row
  }
  return Math.min(above[b.length] ?? 0, most + 1)
}

/** Whether two stems are the same word misspelt: one slip in a short one, two in a longer one. */
export const isSlip = (a: string, b: string): boolean => {
  const allowed = Math.max(a.length, b.length) > 6 ? 2 : 1
  return slips(a, b, allowed) <= allowed
}
