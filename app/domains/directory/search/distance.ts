/**
 * How many letters must be changed, added, taken out or swapped with their neighbour to make one word of the
 * other; more than `most` is not counted out.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last: number[] = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const line = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j - 1] ?? 0) + (same ? 0 : 1), (last[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      line.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = last
    last = line
  }
  return last[b.length] ?? most + 1
}

/** How many mistakes are forgiven in a word: none in a short one, where another word is always near. */
export const forgiven = (word: string): number =>
  word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2

/** Which letters a word has, as bits: words that are near differ in few of them. */
export function letters(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

/** How many letters one of two words has and the other has not. */
export function lettersApart(a: number, b: number): number {
  let apart = a ^ b
  let count = 0
  while (apart !== 0) {
    apart &= apart - 1
    count++
  }
  return count
}
