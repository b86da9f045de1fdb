import { z } from 'zod'
import { EmailAddress, TextList, text } from '../../infra/http/index.ts'
import type { Locale } from '../../infra/i18n.ts'
import { nameKey } from '../issuing/index.ts'
import { addDays, startOfDay } from './days.ts'
import { addressFault, tidyAddress } from './list/check-row.ts'
import { claimsWords, sayFault } from './words.ts'

/** The award form: which of its three parts was sent, and the cells as typed. They are checked as a row is. */
export const AwardForm = z.object({
  kind: z.enum(['paste', 'file', 'one']),
  batch: z.uuid().optional().catch(undefined),
  list: z.string().default(''),
  name: z.string().default(''),
  address: z.string().default(''),
  evidence: z.string().default(''),
  narrative: z.string().default(''),
})

const Day = z.string().transform((day, context) => {
  const start = startOfDay(day)
  if (start !== undefined) return { day, start }
  context.addIssue({ code: 'invalid_type', expected: 'date', input: day === '' ? undefined : day })
  return z.NEVER
})

/** A new code; its last day counts whole. */
export const codeForm = (locale: Locale, today: string) => {
  const t = claimsWords(locale).codes
  return z
    .object({
      label: text(120),
      opens: Day,
      closes: Day.refine(({ day }) => day >= today, { error: t.closesPast }),
      most: z
        .string()
        .trim()
        .regex(/^\d{1,4}$/, { error: t.mostWrong })
        .transform(Number)
        .refine((most) => most >= 1 && most <= 2000, { error: t.mostWrong }),
      approval: z.enum(['automatic', 'staff']),
      narrative: z.string().trim().max(5000).default(''),
    })
    .refine(({ opens, closes }) => opens.day <= closes.day, { path: ['closes'], error: t.closesEarly })
    .transform(({ opens, closes, most, ...rest }) => ({
      ...rest,
      opensAt: opens.start,
      closesAt: startOfDay(addDays(closes.day, 1)) ?? closes.start,
      maxAwards: most,
    }))
}

/** A name, and an address or a card. */
export const takeForm = (locale: Locale) => {
  const t = claimsWords(locale)
  const person = {
    request: z.uuid(),
    name: z
      .string()
      .trim()
      .min(1, { error: t.claim.nameMissing })
      .max(200)
      .refine((name) => nameKey(name) !== '', { error: t.fault['name-no-letter'] }),
  }
  const address = z
    .string()
    .default('')
    .transform((typed, context) => {
      const tidy = tidyAddress(typed)
      const code = tidy === '' ? undefined : addressFault(tidy)
      if (tidy !== '' && code === undefined) return tidy
      const cells = { name: '', address: tidy, evidence: '', narrative: '' }
      const message =
        code === undefined ? t.claim.addressMissing : sayFault(locale, { cell: 'address', code }, cells)
      context.addIssue({ code: 'custom', message, input: typed })
      return z.NEVER
    })
  return z
    .discriminatedUnion('where', [
      z.object({ ...person, where: z.literal('address'), address }),
      z.object({ ...person, where: z.literal('card') }),
    ])
    .transform((form) => ({
      requestId: form.request,
      name: form.name.replace(/\s+/g, ' '),
      address: form.where === 'address' ? form.address : null,
    }))
}

export const KeepForm = z.object({ address: EmailAddress })
export const CodeForm = z.object({ code: z.string().default('') })
export const DecideForm = z.object({ request: TextList, decision: z.enum(['accepted', 'refused']) })
