import { en } from './en.ts'
import { fr } from './fr.ts'
import { plain } from './pattern.ts'
import type { Wording } from './wording.ts'

/** Every language that the rules read. A new one is one file and one line here. */
export const wordings: readonly Wording[] = [fr, en]

const small = wordings.map((wording) => new Set(wording.small.map(plain)))

/**
 * The languages to read a text in: the one whose small words are the most frequent; all of them when no word
 * tells. `inLanguage` is often wrong in the wild, so it only settles a draw.
 */
export function wordingsFor(text: string, hint: string | undefined): readonly Wording[] {
  const words = plain(text).split(/[^\w]+/)
  const counts = small.map((known) => words.filter((word) => known.has(word)).length)
  const most = Math.max(...counts)
  const found = wordings.filter((_, index) => counts[index] === most)
  if (found.length === 1) return found
  const hinted = found.filter(({ language }) => hint?.toLowerCase().startsWith(language) === true)
  return hinted.length > 0 ? hinted : found
}
