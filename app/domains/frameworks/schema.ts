import { z } from 'zod'
import { optionalText } from '../../infra/http/index.ts'
import type { Locale } from '../../infra/i18n.ts'
import { isAddress } from './files/read-file.ts'
import { wishedFormats } from './files/recognise.ts'
import { frameworksWords } from './words.ts'

const choice = <const T extends readonly string[]>(values: T) =>
  z
    .union([z.literal(''), z.enum(values)])
    .optional()
    .transform((value) => (value === '' || value === undefined ? undefined : value))

/** What stands beside the file in the form of an import. */
export const importForm = (locale: Locale) => {
  const address = optionalText(500).refine((text) => text === undefined || isAddress(text), {
    error: frameworksWords(locale).form.badAddress,
  })
  return z.object({
    import: z.uuid().optional(),
    format: choice(wishedFormats),
    framework: z.union([z.literal(''), z.uuid()]).optional(),
    name: optionalText(200),
    language: choice(['fr', 'en']),
    licence: optionalText(200),
    licenceUrl: address,
    source: address,
    version: optionalText(60),
  })
}

/** The question of the JSON route. */
export const SkillQuery = z.object({
  q: z.string().trim().max(4000).catch(''),
  lang: z.enum(['fr', 'en']).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(50).catch(10),
  framework: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .optional(),
})
