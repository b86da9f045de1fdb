import { z } from 'zod'
import type { Locale } from '../i18n.ts'
import { type FieldError, Refusal, refusals } from '../refusal.ts'
import type { Handling } from './router.ts'
import { formWords } from './words.ts'

/** What was typed, field by field, so that it can be shown again. */
export type Values = Record<string, string | string[]>
/** The first fault of each field, keyed by its path: `email`, `criterion.2`. */
export type Errors = Record<string, string>

export type Form<T> = { ok: true; data: T; values: Values } | { ok: false; errors: Errors; values: Values }

/** Reads a form and parses it. Faults come back with everything that was typed: nothing is lost. */
export async function readForm<T>(c: Handling, schema: z.ZodType<T>): Promise<Form<T>> {
  const { values } = await readBody(c)
  return parseForm(c.var.ctx.locale, schema, values)
}

export function parseForm<T>(locale: Locale, schema: z.ZodType<T>, values: Values): Form<T> {
  const parsed = schema.safeParse(values, { error: sentences(locale) })
  if (parsed.success) return { ok: true, data: parsed.data, values }
  const errors: Errors = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= issue.message
  return { ok: false, errors, values }
}

/** The fields and the files of a form. Hono keeps the parsed body, so several readers may ask. */
export async function readBody(c: Handling): Promise<{ values: Values; files: Record<string, File[]> }> {
  const values: Values = {}
  const files: Record<string, File[]> = {}
  let body: Record<string, unknown>
  try {
    body = await c.req.parseBody({ all: true })
  } catch {
    throw badRequest()
  }
  for (const [name, entry] of Object.entries(body)) {
    const all = Array.isArray(entry) ? entry : [entry]
    const texts = all.filter((one) => typeof one === 'string').map(cleanText)
    const uploads = all
      .filter((one) => one instanceof File)
      .filter((file) => file.size > 0 || file.name !== '')
    if (texts.length === 1 && texts[0] !== undefined) values[name] = texts[0]
    else if (texts.length > 1) values[name] = texts
    if (uploads.length > 0) files[name] = uploads
  }
  return { values, files }
}

// PostgreSQL stores no NUL; browsers send CRLF; a lone surrogate is no text.
const cleanText = (text: string) => text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed()

const badRequest = () =>
  new Refusal(refusals.badRequest, { fr: refusals.badRequest.fr, en: refusals.badRequest.en })

export function fieldRefusal(fields: FieldError[]): Refusal {
  return new Refusal(refusals.badForm, { fr: refusals.badForm.fr, en: refusals.badForm.en }, fields)
}

/** Several inputs of one name as a list; empty ones are left out. */
export const TextList = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]))
  .transform((list) => list.map((text) => text.trim()).filter((text) => text !== ''))

/** A line or a paragraph; spaces around it are dropped. */
export const text = (max: number) => z.string().trim().min(1).max(max)
/** The same, may be left empty: then undefined. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .transform((value) => (value === '' ? undefined : value))

const dots = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/
/** An e-mail address, in lower case. */
export const EmailAddress = z.string().trim().toLowerCase().min(1).max(254).regex(dots)

export const isEmailAddress = (typed: string) => EmailAddress.safeParse(typed).success

/** The generic sentences; a schema may give its own, which win. */
function sentences(locale: Locale): z.core.$ZodErrorMap {
  const words = formWords(locale)
  return (issue) => {
    switch (issue.code) {
      case 'too_small':
        return issue.minimum === 1 || issue.input === ''
          ? words.required
          : words.tooShort(Number(issue.minimum))
      case 'too_big':
        return words.tooLong(Number(issue.maximum))
      case 'invalid_type':
        return issue.input === undefined ? words.required : words.unreadable
      case 'invalid_value':
        return issue.input === undefined || issue.input === '' ? words.choose : words.unreadable
      case 'invalid_format':
        return issue.format === 'regex' && issue.pattern === dots.toString() ? words.email : words.unreadable
      default:
        return words.unreadable
    }
  }
}
