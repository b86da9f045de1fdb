import { affirmed, lines, statements } from './statement.ts'
import { wordingsFor } from './wording/index.ts'
import { type Pattern, plain } from './wording/pattern.ts'
import type { Wording } from './wording/wording.ts'

/** What the words of a text say, as the rules read them, word for word. No specification: ours. */
export interface WordingReading {
  /** Words that say being there, following, finishing; nothing done beside them. */
  attendance?: string
  /** Words that claim an ability and show no act, such as "knows how to". */
  claim?: string
  /** Words that name a trait of character. */
  trait?: string
  /** An act that somebody can watch, or a thing that was done. */
  observable: boolean
  /** Words that say where or when. */
  situated: boolean
}

/**
 * Reads a text with the word lists of the checks: for an editor that advises while somebody writes.
 * Deterministic and offline. No specification: ours.
 * @param text one or several sentences or lines
 * @param language `fr` or `en`; only settles texts whose words tell no language
 * @throws never
 * @example
 * readWording('A suivi les trois ateliers.', 'fr')
 * // { attendance: 'A suivi', observable: false, situated: false }
 */
export function readWording(text: string, language?: string): WordingReading {
  const read = statements([{ document: 'facts', pointer: '', text }], language)
  const observable = read.some((one) => one.observable || one.deeds || one.role)
  const attends = read.find((one) => one.attends && !one.deeds)
  const claims = read.find((one) => one.claims)
  const wordings = wordingsFor(text, language)
  const attendance = attends && found(text, wordings, ({ attendance: words }) => words)
  const claim = claims && found(text, wordings, ({ ability }) => ability)
  const trait = found(text, wordings, ({ traits }) => traits)
  return {
    ...(attendance === undefined ? {} : { attendance }),
    ...(claim === undefined ? {} : { claim }),
    ...(trait === undefined ? {} : { trait }),
    observable,
    situated: read.some((one) => one.situated),
  }
}

/** The first words of a list that stand affirmed, as they were typed. */
function found(
  text: string,
  wordings: readonly Wording[],
  listOf: (wording: Wording) => readonly Pattern[],
): string | undefined {
  for (const line of lines(text))
    for (const wording of wordings) {
      const [first] = affirmed(plain(line), listOf(wording), wording)
      if (first !== undefined) return asWritten(line, first.words)
    }
  return undefined
}

// Made comparable, a text loses its accents and its case: the shortest run of its words that still says the same.
function asWritten(line: string, words: string): string {
  const typed = line.split(/\s+/)
  const long = words.split(' ').length
  for (let length = Math.max(1, long - 1); length <= long + 1; length++)
    for (let start = 0; start + length <= typed.length; start++) {
      const run = typed.slice(start, start + length).join(' ')
      if (plain(run).includes(words)) return run.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    }
  return words
}
