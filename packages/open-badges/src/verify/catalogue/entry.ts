import type { CheckState, Sentence } from '../report.ts'

/** What a code says: the state it stands for, a sentence for people, what to do. */
export interface Entry extends Sentence {
  state: CheckState
  /** What whoever sees it can do; absent when nothing is wrong. */
  remedy?: Sentence
}

/** Codes of one area. The part of a code before the dot is the name of its check. */
export type Catalogue = Record<string, Entry>

export const valid = (fr: string, en: string): Entry => ({ state: 'valid', fr, en })
export const absent = (fr: string, en: string): Entry => ({ state: 'not-applicable', fr, en })
export const invalid = (fr: string, en: string, remedyFr: string, remedyEn: string): Entry => ({
  state: 'invalid',
  fr,
  en,
  remedy: { fr: remedyFr, en: remedyEn },
})
export const unknown = (fr: string, en: string, remedyFr: string, remedyEn: string): Entry => ({
  state: 'undetermined',
  fr,
  en,
  remedy: { fr: remedyFr, en: remedyEn },
})
