import type { Statements } from '../canonical/statements.ts'
import { bundle2025, bundle2026, bundleOf } from '../contexts/bundle.ts'
import { Resolver } from '../did/resolve.ts'
import { hasFormat, instant, isIri } from '../guard/format.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { knownSuites } from '../proof/suites.ts'
import { verifyProof } from '../proof/verify-proof.ts'
import { presentationCodes } from './catalogue/presentation.ts'
import { checkContext } from './check-context.ts'
import { clockSkew } from './check-proof.ts'
import type { Environment } from './examination.ts'
import { bindKey } from './key-binding.ts'
import type { VerifyOptions } from './options.ts'
import type { CheckState, Sentence, Verdict, VerificationReport } from './report.ts'
import { verify } from './verify.ts'

/** What a presentation must answer to. VC Data Integrity 1.0, 2.1. */
export interface PresentationOptions extends VerifyOptions {
  /** The value that the holder was asked to sign. Without it the presentation may be an old one: `undetermined`. */
  challenge?: string
  /** The site that asked, as the holder signed it. */
  domain?: string
}

/** One thing looked at; codes begin with `presentation.`. VC Data Model 2.0, 7.1. */
export interface PresentationCheck extends Sentence {
  code: string
  state: CheckState
  data: { [key: string]: Json }
}

/** What was found of a presentation, and of each credential in it. VC Data Model 2.0, 7.1. */
export interface PresentationReport {
  /** The worst of the checks and of the credentials. */
  verdict: Verdict
  /** `proven` when a key of the holder signed this presentation for this request. */
  holder: { id: string | null; proven: boolean }
  checks: PresentationCheck[]
  credentials: VerificationReport[]
}

const maxCredentials = 20
const maxProofs = 8

function found(code: string, data: JsonObject = {}): PresentationCheck {
  const entry = presentationCodes[code]
  if (!entry) throw new TypeError(`The code ${code} is not in the catalogue`)
  return { code, state: entry.state, fr: entry.fr, en: entry.en, data }
}

const isUrl = (value: Json | undefined): value is string => typeof value === 'string' && isIri(value)
const idOf = (value: Json | undefined): Json | undefined => (isJsonObject(value) ? value['id'] : value)

// VC Data Model 2.0, 4.13.
function structureFaults(document: JsonObject): string[] {
  const { id, type, holder, verifiableCredential } = document
  const credentials = asArray(verifiableCredential)
  const faults: string[] = []
  if (id !== undefined && !isUrl(id)) faults.push('/id')
  const types = asArray(type)
  if (!types.every((one) => typeof one === 'string') || !types.includes('VerifiablePresentation'))
    faults.push('/type')
  if (holder !== undefined && !isUrl(idOf(holder))) faults.push('/holder')
  if (credentials.length > maxCredentials || !credentials.every(isJsonObject))
    faults.push('/verifiableCredential')
  return faults
}

function optionsFault(
  proof: JsonObject,
  { challenge, domain }: PresentationOptions,
  now: Date,
): string | undefined {
  const { type, cryptosuite, proofPurpose, created, expires } = proof
  if (type !== 'DataIntegrityProof' || typeof cryptosuite !== 'string' || !knownSuites.includes(cryptosuite))
    return 'presentation.proof-invalid'
  if (proofPurpose !== 'authentication') return 'presentation.purpose'
  for (const date of [created, expires]) {
    if (date !== undefined && !(typeof date === 'string' && hasFormat(date, 'date-time')))
      return 'presentation.proof-invalid'
  }
  if (typeof created === 'string' && instant(created) > now.getTime() + clockSkew)
    return 'presentation.proof-invalid'
  if (typeof expires === 'string' && instant(expires) <= now.getTime()) return 'presentation.proof-invalid'
  if (challenge !== undefined && proof['challenge'] !== challenge) return 'presentation.challenge'
  return domain !== undefined && !asArray(proof['domain']).includes(domain)
    ? 'presentation.domain'
    : undefined
}

interface Signed {
  /** The presentation without its proofs. */
  unsigned: JsonObject
  statements: Statements
  holder: string | undefined
}

async function checkProof(
  proof: JsonObject,
  { unsigned, statements, holder }: Signed,
  environment: Environment,
  options: PresentationOptions,
): Promise<PresentationCheck> {
  const { verificationMethod: method, created } = proof
  const fault = optionsFault(proof, options, environment.now)
  if (fault || typeof method !== 'string') return found(fault ?? 'presentation.proof-invalid')
  const issuer = holder ?? method.split('#')[0] ?? method
  const data: JsonObject = { holder: issuer, method }
  const { code, key } = await bindKey(
    {
      issuer,
      method,
      now: environment.now,
      signedAt: typeof created === 'string' ? instant(created) : environment.now.getTime(),
      relationship: 'authentication',
    },
    environment.resolver,
  )
  const isUndetermined = code === 'issuer.unreachable' || code === 'issuer.unsupported'
  if (!key)
    return found(isUndetermined ? 'presentation.holder-unreachable' : 'presentation.holder-not-proven', data)
  const reason = await verifyProof(unsigned, proof, key, statements, environment.bundles[0])
  if (reason !== 'proof.signature') return found('presentation.proof-invalid', { ...data, reason })
  if (isUndetermined) return found('presentation.holder-unreachable', data)
  return code === 'issuer.bound'
    ? found('presentation.proof', data)
    : found('presentation.holder-not-proven', { ...data, reason: code })
}

async function checkProofs(
  document: JsonObject,
  environment: Environment,
  options: PresentationOptions,
): Promise<PresentationCheck[]> {
  const { proof, ...unsigned } = document
  const rules = { wantsOpenBadges: false, allowsInline: options.inlineContexts === true }
  const { check: context, statements } = await checkContext(unsigned, rules, true, environment.bundles)
  if (!statements) return [found('presentation.context', { reason: context.code })]
  const proofs = asArray(proof)
  if (proofs.length === 0) return [found('presentation.proof-missing')]
  if (proofs.length > maxProofs) return [found('presentation.proof-invalid')]
  const id = idOf(document['holder'])
  const signed: Signed = { unsigned, statements, holder: typeof id === 'string' ? id : undefined }
  const checks: PresentationCheck[] = []
  for (const one of proofs) {
    checks.push(
      isJsonObject(one)
        ? await checkProof(one, signed, environment, options)
        : found('presentation.proof-invalid'),
    )
  }
  if (options.challenge === undefined) checks.push(found('presentation.challenge-not-asked'))
  return checks
}

/** The compact text inside an EnvelopedVerifiableCredential. VC Data Model 2.0, 4.13.1. */
function textOf(credential: JsonObject): string {
  const { id, type } = credential
  const isEnveloped = asArray(type).includes('EnvelopedVerifiableCredential') && typeof id === 'string'
  const jwt = isEnveloped ? /^data:application\/(?:vc\+)?jwt[;,](?:[^,]*,)?(.+)$/.exec(id)?.[1] : undefined
  return jwt ?? JSON.stringify(credential)
}

const verdictOf = (states: (CheckState | Verdict)[]): Verdict => {
  if (states.includes('invalid')) return 'invalid'
  return states.includes('undetermined') ? 'undetermined' : 'valid'
}

/**
 * Verifies a presentation: who shows the credentials, that it was made for this request, and each credential in it.
 * VC Data Model 2.0, 4.13; VC Data Integrity 1.0, 4.4.
 *
 * Without `challenge` the verdict is at best `undetermined`: an old presentation would do. A credential's holder is not
 * compared with its subject: who may show a credential is the caller's rule.
 * @param presentation the object as received
 * @param options what was asked for, and what `verify` takes
 * @throws never on bad input
 * @example
 * const { verdict, holder } = await verifyPresentation(presentation, { challenge, domain: 'emploi.example' })
 * verdict // 'valid'
 * holder.proven // true
 */
export async function verifyPresentation(
  presentation: JsonObject,
  options: PresentationOptions = {},
): Promise<PresentationReport> {
  const faults = structureFaults(presentation)
  const id = idOf(presentation['holder'])
  const holder = typeof id === 'string' ? id : null
  if (faults.length > 0) {
    const checks = [found('presentation.faults', { faults })]
    return { verdict: 'invalid', holder: { id: holder, proven: false }, checks, credentials: [] }
  }
  const { contexts, now = new Date() } = options
  const environment: Environment = {
    options,
    now,
    resolver: new Resolver(options),
    depth: 0,
    bundles: contexts ? [bundleOf('2026', contexts), bundleOf('2025', contexts)] : [bundle2026, bundle2025],
  }
  const proofs = await checkProofs(presentation, environment, options)
  const checks = [found('presentation.structure'), ...proofs]
  const credentials: VerificationReport[] = []
  for (const one of asArray(presentation['verifiableCredential'])) {
    if (isJsonObject(one)) credentials.push(await verify(textOf(one), options))
  }
  const method = proofs.find(({ code }) => code === 'presentation.proof')?.data['holder']
  return {
    verdict: verdictOf([...checks.map(({ state }) => state), ...credentials.map(({ verdict }) => verdict)]),
    holder: {
      id: holder ?? (typeof method === 'string' ? method : null),
      proven: proofs.every(({ code }) => code === 'presentation.proof'),
    },
    checks,
    credentials,
  }
}
