import { OpenBadgesError, type VerificationReport } from '@insigne/open-badges'
import { z } from 'zod'
import { type Handling, json, type Router } from '../../../infra/http/index.ts'
import { type FieldError, Refusal, refusals, refuse } from '../../../infra/refusal.ts'
import { verificationRefusals } from '../errors.ts'
import { memberText } from '../member-text.ts'
import { verifyBadge } from '../verify-badge.ts'
import { verificationWords } from '../words.ts'
import { issueForTest } from './test-issuer.ts'

const Loose = z.record(z.string(), z.unknown())
const IssueBody = z.object({ credential: Loose, options: Loose.optional() })
const VerifyBody = z.object({ verifiableCredential: z.union([Loose, z.string()]), options: Loose.optional() })
const PresentationBody = z.object({
  verifiablePresentation: Loose.optional(),
  presentation: Loose.optional(),
  options: Loose.optional(),
})

/** The paths that the public conformance suites of the W3C call. */
export function vcApiRoutes(router: Router): void {
  router.post('/vc-api/credentials/issue', async (c) => {
    const { data } = await readParsed(c, IssueBody)
    try {
      return json(await issueForTest(data.credential, c.var.ctx.clock.now()), 201)
    } catch (error) {
      if (!(error instanceof OpenBadgesError)) throw error
      throw badRequest(
        error.errors.map((fault) => ({ path: fault.path ?? '', message: `${fault.code}: ${fault.message}` })),
      )
    }
  })

  router.post('/vc-api/credentials/verify', async (c) => {
    const { data, text } = await readParsed(c, VerifyBody)
    const { verifiableCredential: given } = data
    const input =
      typeof given === 'string'
        ? given
        : (enveloped(given) ?? memberText(text, 'verifiableCredential') ?? JSON.stringify(given))
    const { report } = await verifyBadge(c.var.ctx, input)
    return verdict([report])
  })

  router.post('/vc-api/credentials/derive', (c) => {
    const { locale, requestId } = c.var.ctx
    const code = 'verification.derive-unsupported'
    const detail = verificationWords(locale).derive
    return json(
      { type: `urn:insigne:problem:${code}`, title: code, status: 501, detail, code, requestId },
      501,
      { 'content-type': 'application/problem+json; charset=utf-8' },
    )
  })

  router.post('/vc-api/presentations/verify', async (c) => {
    const { data } = await readParsed(c, PresentationBody)
    const presentation = data.verifiablePresentation ?? data.presentation
    if (presentation === undefined) throw refuse(verificationRefusals.nothing)
    return verifyPresentation(c, presentation, data.verifiablePresentation !== undefined)
  })
}

async function readParsed<T>(c: Handling, schema: z.ZodType<T>): Promise<{ data: T; text: string }> {
  const text = await c.req.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw refuse(verificationRefusals.notJson)
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

/** The compact text inside an EnvelopedVerifiableCredential. VC Data Model 2.0, 4.13. */
function enveloped(credential: Record<string, unknown>): string | undefined {
  const id = credential['id']
  return typeof id === 'string' ? /^data:application\/vc\+jwt[;,](?:[^,]*,)?(.+)$/.exec(id)?.[1] : undefined
}

interface Problem {
  code: string
  detail: string
}

function verdict(reports: VerificationReport[], more: Problem[] = []): Response {
  const errors = [...more, ...reports.flatMap((report) => faultsOf(report))]
  const verified = errors.length === 0
  const checks = [...new Set(reports.flatMap((report) => report.checks.map((check) => check.name)))]
  return json({ verified, checks, warnings: [], errors, problemDetails: errors }, verified ? 200 : 400)
}

const faultsOf = (report: VerificationReport): Problem[] =>
  report.checks
    .filter((check) => check.state === 'invalid' || check.state === 'undetermined')
    .map((check) => ({ code: check.code, detail: check.en }))

async function verifyPresentation(
  c: Handling,
  presentation: Record<string, unknown>,
  signed: boolean,
): Promise<Response> {
  const problems: Problem[] = []
  const types = [presentation['type']].flat()
  if (!types.includes('VerifiablePresentation'))
    problems.push({ code: 'presentation.type', detail: 'The type is not VerifiablePresentation.' })
  // Whoever presents is proven by a proof over a challenge, which this installation does not check:
  // what is not checked is not said to be verified.
  if (signed)
    problems.push({
      code: 'presentation.holder-not-proven',
      detail: 'The proof of the presentation is not checked by this installation: the holder is not proven.',
    })
  const credentials = [presentation['verifiableCredential'] ?? []].flat()
  const reports: VerificationReport[] = []
  for (const credential of credentials.slice(0, 20)) {
    const object = Loose.safeParse(credential)
    const input =
      typeof credential === 'string'
        ? credential
        : object.success
          ? (enveloped(object.data) ?? JSON.stringify(credential))
          : ''
    reports.push((await verifyBadge(c.var.ctx, input)).report)
  }
  if (credentials.length > 20)
    problems.push({ code: 'presentation.too-many', detail: 'More than 20 credentials in one presentation.' })
  return verdict(reports, problems)
}
