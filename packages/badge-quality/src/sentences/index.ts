import type { NatureName, Sentence } from '@insigne/open-badges'
import type { Finding } from '../finding.ts'
import type { FactCode, MissingFact, NatureFinding } from '../model.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** The sentence of a check: its reason where it has one, else its state. */
export function checkSentence(code: FactCode, { state, reason }: Finding): Sentence {
  const pick = (language: Sentences): string => {
    const own: Readonly<Record<string, string>> = language.checks[code]
    return (reason === undefined ? undefined : own[reason]) ?? language.checks[code][state]
  }
  return { fr: pick(fr), en: pick(en) }
}

/** The sentence of the nature: what it is, or what it claims and lacks. */
export function natureSentence(
  declared: NatureName | null,
  shown: NatureFinding['shown'],
  missing: readonly MissingFact[],
): Sentence {
  const say = (language: Sentences): string => {
    const lacks = missing.map((one) => language.missing[one]).join(', ')
    if (declared === null || declared === shown) return language.nature.plain(language.natures[shown])
    return missing.length === 0
      ? language.nature.differs(language.natures[declared], language.natures[shown])
      : language.nature.lacks(language.natures[declared], language.natures[shown], lacks)
  }
  return { fr: say(fr), en: say(en) }
}

type Widen<T> = T extends string
  ? string
  : T extends (...words: never[]) => string
    ? T
    : { readonly [K in keyof T]: Widen<T[K]> }

/** What each language must hold. */
export type Sentences = Widen<typeof fr>
