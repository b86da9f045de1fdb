import { type JsonObject, OpenBadgesError, parseJson } from '@insigne/open-badges'
import { z } from 'zod'
import type { Handling } from '../../../infra/http/index.ts'
import { type FieldError, Refusal, refusals, refuse } from '../../../infra/refusal.ts'
import { verificationRefusals } from '../errors.ts'

const Document = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)

const Pointers = z.array(z.string().max(1000)).max(500)

export const IssueBody = z.object({
  credential: Document,
  options: z.object({ mandatoryPointers: Pointers.optional() }).optional(),
})
export const DeriveBody = z.object({
  verifiableCredential: Document,
  options: z.object({ selectivePointers: Pointers.optional() }).optional(),
})
export const VerifyBody = z.object({ verifiableCredential: z.union([Document, z.string()]) })
export const PresentationBody = z.object({
  verifiablePresentation: Document.optional(),
  presentation: Document.optional(),
  options: z.object({ challenge: z.string().optional(), domain: z.string().optional() }).optional(),
})

/** The body, and its exact text. A name given twice anywhere in it is refused: nobody could tell which one counts. */
export async function readParsed<T>(c: Handling, schema: z.ZodType<T>): Promise<{ data: T; text: string }> {
  const text = await c.req.text()
  let body: unknown
  try {
    body = parseJson(text)
  } catch (error) {
    if (error instanceof OpenBadgesError) throw refuse(verificationRefusals.notJson)
    throw error
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return { data: parsed.data, text }
  throw badRequest(
    parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  )
}

// The interface wants 400 where our own forms say 422.
const badRequest = (fields: FieldError[]): Refusal =>
  new Refusal(refusals.badRequest, { fr: refusals.badRequest.fr, en: refusals.badRequest.en }, fields)

/** What the library refuses in a document is a fault of the request. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) throw error
    throw badRequest(
      error.errors.map((fault) => ({ path: fault.path ?? '', message: `${fault.code}: ${fault.message}` })),
    )
  }
}
