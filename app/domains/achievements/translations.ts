import { z } from 'zod'
import type { Locale } from '../../infra/i18n.ts'

/** The texts of a badge in another language. Empty ones are not translated yet: the original is shown. */
export const Translation = z.object({
  name: z.string(),
  description: z.string(),
  situation: z.string(),
  action: z.string(),
  criteria: z.array(z.string()),
})
export type Translation = z.infer<typeof Translation>

/** By language code (BCP 47, two or three letters). */
export const Translations = z.record(z.string().regex(/^[a-z]{2,3}$/), Translation).default({})

interface Spoken extends Translation {
  language: Locale
  translations: Readonly<Record<string, Translation>>
}

/** The languages in which a whole badge can be read: a name, an action and every criterion. */
export const translatedInto = (facts: Omit<Spoken, 'description'>): string[] =>
  Object.entries(facts.translations)
    .filter(
      ([language, texts]) =>
        language !== facts.language &&
        texts.name !== '' &&
        texts.action !== '' &&
        texts.criteria.filter((one) => one !== '').length === facts.criteria.length,
    )
    .map(([language]) => language)
    .sort()

/**
 * The same facts in another language; themselves where there is no whole translation. What a badge says of how it
 * is checked are choices, not texts: they are read in any language already.
 */
export function inLanguage<T extends Spoken>(facts: T, language: Locale): T {
  const texts = facts.translations[language]
  if (texts === undefined || !translatedInto(facts).includes(language)) return facts
  return {
    ...facts,
    name: texts.name,
    action: texts.action,
    criteria: texts.criteria,
    situation: texts.situation === '' ? facts.situation : texts.situation,
    // An original without a presentation of its own lets its action speak: so does the translation.
    description:
      texts.description !== ''
        ? texts.description
        : facts.description === facts.action || facts.description === ''
          ? texts.action
          : facts.description,
    language,
  }
}
