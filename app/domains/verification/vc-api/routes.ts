import {
  deriveCredential,
  type KeyAlgorithm,
  type PresentationReport,
  verify,
  verifyPresentation,
} from '@insigne/open-badges'
import { type Handling, json, type Router } from '../../../infra/http/index.ts'
import { refuse } from '../../../infra/refusal.ts'
import { verificationRefusals } from '../errors.ts'
import { memberText } from '../member-text.ts'
import { issueForTest } from './issue-credential.ts'
import { DeriveBody, IssueBody, PresentationBody, readParsed, refusing, VerifyBody } from './request.ts'
import { exampleContexts, suiteSurroundings } from './surroundings.ts'
import { statusListPath, testStatusList } from './test-status-list.ts'
import { answer, type Findings, findingsOf, isBad, problemOf } from './verdict.ts'

const keyAlgorithms: readonly KeyAlgorithm[] = ['Ed25519', 'P-256', 'P-384']

/**
 * The paths that the public conformance suites of the W3C call. Of the address, `key` chooses the kind of key of the
 * test issuer, `cryptosuite=ecdsa-sd-2023` how it signs, and `status=revocation` asks for an entry in its list.
 */
export function vcApiRoutes(router: Router): void {
  router.post('/vc-api/credentials/issue', async (c) => {
    const { data } = await readParsed(c, IssueBody)
    const { ctx } = c.var
    const algorithm = keyAlgorithms.find((one) => one === c.req.query('key')) ?? 'Ed25519'
    const listedAt = c.req.query('status') === 'revocation' ? ctx.origin : undefined
    const selective =
      c.req.query('cryptosuite') === 'ecdsa-sd-2023'
        ? { mandatory: data.options?.mandatoryPointers }
        : undefined
    const wish = { credential: data.credential, created: ctx.clock.now(), algorithm, listedAt, selective }
    return json(await refusing(() => issueForTest(wish)), 201)
  })

  router.post('/vc-api/credentials/verify', async (c) => {
    const { data, text } = await readParsed(c, VerifyBody)
    const { verifiableCredential: given } = data
    const input =
      typeof given === 'string'
        ? compact(given)
        : (enveloped(given) ?? memberText(text, 'verifiableCredential') ?? JSON.stringify(given))
    if (input === undefined) throw refuse(verificationRefusals.nothing)
    const report = await verify(input, suiteSurroundings(c.var.ctx))
    return answer(
      [findingsOf(report)],
      report.checks.map(({ name }) => name),
    )
  })

  router.post('/vc-api/credentials/derive', async (c) => {
    const { data } = await readParsed(c, DeriveBody)
    const pointers = data.options?.selectivePointers ?? []
    const wish = { pointers, contexts: exampleContexts }
    return json(await refusing(() => deriveCredential(data.verifiableCredential, wish)), 201)
  })

  router.post('/vc-api/presentations/verify', async (c) => {
    const { data } = await readParsed(c, PresentationBody)
    const { verifiablePresentation: signed, presentation: unsigned, options = {} } = data
    const presentation = signed ?? unsigned
    if (presentation === undefined) throw refuse(verificationRefusals.nothing)
    const { challenge, domain } = options
    const report = await verifyPresentation(presentation, {
      ...suiteSurroundings(c.var.ctx),
      ...(challenge === undefined ? {} : { challenge }),
      ...(domain === undefined ? {} : { domain }),
    })
    return presentationAnswer(report, signed !== undefined)
  })

  router.get(`${statusListPath}/:key`, (c) => showStatusList(c))
}

async function showStatusList(c: Handling): Promise<Response> {
  const { origin } = c.var.ctx
  const text = await testStatusList(origin, `${origin}${c.req.path}`)
  if (text === undefined) throw refuse(verificationRefusals.nothing)
  return new Response(text, { headers: { 'content-type': 'application/vc+ld+json' } })
}

// Only a signed text stands alone: a credential as JSON is an object of the body.
const compact = (text: string): string | undefined =>
  /^[\w-]+\.[\w-]*\.[\w-]+$/.test(text) ? text : undefined

/** The compact text inside an EnvelopedVerifiableCredential. VC Data Model 2.0, 4.13. */
function enveloped(credential: Record<string, unknown>): string | undefined {
  const id = credential['id']
  return typeof id === 'string' ? /^data:application\/vc\+jwt[;,](?:[^,]*,)?(.+)$/.exec(id)?.[1] : undefined
}

// A presentation that is said to be unsigned is judged by its credentials alone: it proves no holder, and claims none.
const ofSigned = new Set(['presentation.proof-missing', 'presentation.challenge-not-asked'])

function presentationAnswer({ checks, credentials }: PresentationReport, isSigned: boolean): Response {
  const own: Findings = {
    errors: checks.filter((check) => isBad(check) && (isSigned || !ofSigned.has(check.code))).map(problemOf),
    warnings: [],
  }
  return answer(
    [own, ...credentials.map(findingsOf)],
    ['presentation', ...credentials.flatMap((report) => report.checks.map(({ name }) => name))],
  )
}
