import { type Statements, statementsOf } from '../canonical/statements.ts'
import { platformCrypto } from '../crypto/platform.ts'
import { decodeMultikey } from '../did/multikey.ts'
import { encodeBase64Url, utf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { instant } from '../guard/format.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { type CompactJws, contradictions, headerProblem, jwsAlgorithms, type Opened } from '../proof/jwt.ts'
import { knownSuites } from '../proof/suites.ts'
import { verifyProof } from '../proof/verify-proof.ts'
import { check } from './catalogue/index.ts'
import type { Environment } from './examination.ts'
import { type Binding, bindKey } from './key-binding.ts'
import { type Known, withRecord } from './key-period.ts'
import type { Check, CheckState } from './report.ts'

/** Clocks differ; a signature a few minutes ahead is not from the future. */
export const clockSkew = 5 * 60_000
const maxProofs = 8

/** The checks `proof` and `issuer`, which one look at the keys answers. */
export interface ProofChecks {
  proof: Check
  issuer: Check
}

const rank: Record<CheckState, number> = { invalid: 0, undetermined: 1, valid: 2, 'not-applicable': 3 }
const worst = (checks: Check[]): Check | undefined =>
  checks.toSorted((a, b) => rank[a.state] - rank[b.state])[0]
const best = (checks: Check[]): Check | undefined =>
  checks.toSorted((a, b) => rank[b.state] - rank[a.state])[0]

export const issuerIdOf = (document: JsonObject): string | undefined => {
  const issuer = document['issuer']
  const id = isJsonObject(issuer) ? issuer['id'] : issuer
  return typeof id === 'string' ? id : undefined
}

const issuerCheck = ({ code, data }: Binding): Check => check(code, data)

/** When a credential says that it was signed: by the date of its proof, else by the date that it bears. */
function signingTime(proofDate: number | undefined, document: JsonObject): number | undefined {
  const dated = document['validFrom'] ?? document['issuanceDate']
  const at = proofDate ?? (typeof dated === 'string' ? instant(dated) : Number.NaN)
  return Number.isNaN(at) ? undefined : at
}

// Asked only about a sound signature by a key that has ended since.
async function recorded(
  binding: Binding,
  about: { issuer: string; credential: JsonObject; signature: string },
  { options }: Environment,
): Promise<Check> {
  const ask = async (): Promise<Known> => {
    try {
      return await options.knownSince?.(about)
    } catch {
      // A record that cannot be had says nothing.
      return undefined
    }
  }
  return issuerCheck(await withRecord(binding, ask))
}

/** Embedded proofs: one sound proof of the issuer is needed, and one that fails spoils the rest. */
export async function checkEmbedded(
  document: JsonObject,
  statements: Statements,
  environment: Environment,
): Promise<ProofChecks> {
  const issuer = issuerIdOf(document)
  const proofs = asArray(document['proof']).filter(isJsonObject)
  if (proofs.length === 0 || issuer === undefined) {
    return { proof: check('proof.missing'), issuer: check('issuer.not-run') }
  }
  if (proofs.length > maxProofs) return { proof: check('proof.header'), issuer: check('issuer.not-run') }
  const unsigned = proofs.every(isOverStatements) ? document : withoutProof(document)
  const results: ProofChecks[] = []
  for (const one of proofs) {
    const covered = await coveredBy(one, proofs, unsigned, statements, environment)
    results.push(
      covered
        ? await checkOne(covered.document, one, covered.statements, issuer, environment)
        : { proof: check('proof.chain'), issuer: check('issuer.not-run') },
    )
  }
  const sound = results.filter((result) => result.proof.state !== 'invalid').map((result) => result.issuer)
  return {
    proof: worst(results.map((result) => result.proof)) ?? check('proof.missing'),
    issuer: best(sound) ?? worst(results.map((result) => result.issuer)) ?? check('issuer.not-run'),
  }
}

// Where the statements are signed, and they are known, the document is asked for its context only.
const isOverStatements = ({ cryptosuite, previousProof }: JsonObject): boolean =>
  previousProof === undefined && (cryptosuite === 'eddsa-rdfc-2022' || cryptosuite === 'ecdsa-rdfc-2019')

function withoutProof(document: JsonObject): JsonObject {
  const { proof: _, ...unsigned } = document
  return unsigned
}

interface Covered {
  document: JsonObject
  statements: Statements
}

// VC Data Integrity 1.0, 4.5: a proof covers the earlier ones that it names, which must all be there. `undefined` when
// one is missing. That they hold is seen to above: a proof that fails spoils the rest.
async function coveredBy(
  proof: JsonObject,
  proofs: JsonObject[],
  unsigned: JsonObject,
  statements: Statements,
  { bundles }: Environment,
): Promise<Covered | undefined> {
  if (proof['previousProof'] === undefined) return { document: unsigned, statements }
  const named = new Set(asArray(proof['previousProof']))
  const earlier = proofs.filter(({ id }) => typeof id === 'string' && named.has(id))
  if (named.size === 0 || earlier.length !== named.size || earlier.includes(proof)) return undefined
  const document = { ...unsigned, proof: earlier }
  try {
    return { document, statements: await statementsOf(document, bundles[0]) }
  } catch (error) {
    if (error instanceof OpenBadgesError) return undefined
    throw error
  }
}

async function checkOne(
  unsigned: JsonObject,
  proof: JsonObject,
  statements: Statements,
  issuer: string,
  environment: Environment,
): Promise<ProofChecks> {
  const { verificationMethod, cryptosuite, type, created } = proof
  const data: JsonObject = {
    type: type ?? null,
    cryptosuite: cryptosuite ?? null,
    verificationMethod: verificationMethod ?? null,
    created: created ?? null,
  }
  const fault = optionsFault(proof, data, environment.now) ?? methodFault(verificationMethod, issuer, data)
  if (fault || typeof verificationMethod !== 'string') {
    return { proof: fault ?? check('proof.header', data), issuer: check('issuer.not-run') }
  }
  const signedAt = signingTime(typeof created === 'string' ? instant(created) : undefined, unsigned)
  const binding = await bindKey(
    { issuer, method: verificationMethod, now: environment.now, signedAt },
    environment.resolver,
  )
  if (!binding.key) {
    return { proof: check(noKeyCode(binding), data), issuer: issuerCheck(binding) }
  }
  const code = await verifyProof(unsigned, proof, binding.key, statements, environment.bundles[0])
  const signature = String(proof['proofValue'])
  return {
    proof: check(code.startsWith('proof.') ? code : 'proof.signature-invalid', { ...data, reason: code }),
    issuer:
      code === 'proof.signature'
        ? await recorded(binding, { issuer, credential: { ...unsigned, proof }, signature }, environment)
        : issuerCheck(binding),
  }
}

const noKeyCode = ({ code }: Binding): string =>
  code === 'issuer.key-not-bound' ? 'proof.key-unknown' : 'proof.key-unavailable'

function optionsFault(proof: JsonObject, data: JsonObject, now: Date): Check | undefined {
  const { type, cryptosuite, proofPurpose, created, expires } = proof
  if (proofPurpose !== 'assertionMethod') return check('proof.purpose', data)
  if (
    type === 'DataIntegrityProof' &&
    (typeof cryptosuite !== 'string' || !knownSuites.includes(cryptosuite))
  ) {
    return check('proof.suite-unsupported', data)
  }
  if (type !== 'DataIntegrityProof' && type !== 'Ed25519Signature2020')
    return check('proof.suite-unsupported', data)
  if (typeof created === 'string' && instant(created) > now.getTime() + clockSkew)
    return check('proof.future', data)
  if (typeof expires === 'string' && instant(expires) <= now.getTime()) return check('proof.expired', data)
  return undefined
}

// An address that no resolver will ever answer is a fault, not an outage.
function methodFault(method: Json | undefined, issuer: string, data: JsonObject): Check | undefined {
  if (typeof method !== 'string') return check('proof.method-malformed', data)
  const [base = '', fragment] = method.split('#')
  if (!/^(did:[a-z0-9]+:|https:\/\/)/.test(base)) return check('proof.method-malformed', data)
  if (fragment?.startsWith('z6Mk') && !decodeMultikey(fragment)) return check('proof.method-malformed', data)
  const isKnown = base === issuer || /^(https:|did:(key|jwk|web|webvh):)/.test(base)
  return isKnown ? undefined : check('proof.method-unsupported', data)
}

/** The external proof: a compact JWS around the credential. OB 3.0, 8.2.4 and 8.3. */
export async function checkJwt(
  token: CompactJws,
  opened: Opened,
  environment: Environment,
): Promise<ProofChecks> {
  const { header } = token
  const { alg, kid, jwk } = header
  const data: JsonObject = { alg: alg ?? null, kid: kid ?? null }
  const issuer = issuerIdOf(opened.credential)
  const notRun = check('issuer.not-run')
  const problem = headerProblem(header)
  if (problem === 'issuer.key-not-bound')
    return { proof: check('proof.header', data), issuer: check(problem, data) }
  if (problem) return { proof: check(problem, data), issuer: notRun }
  if (issuer === undefined) return { proof: check('proof.claims', { claims: ['iss'] }), issuer: notRun }
  const { iat } = opened.claims
  const issuedAt = typeof iat === 'number' ? iat * 1000 : undefined
  if (issuedAt !== undefined && issuedAt > environment.now.getTime() + clockSkew)
    return { proof: check('proof.future', { ...data, created: iat ?? null }), issuer: notRun }
  const binding = await bindKey(
    {
      issuer,
      now: environment.now,
      signedAt: signingTime(issuedAt, opened.credential),
      ...(typeof kid === 'string' ? { method: kid } : {}),
      ...(isJsonObject(jwk) ? { jwk } : {}),
    },
    environment.resolver,
  )
  const claims = contradictions(opened, header)
  if (claims.length > 0)
    return { proof: check('proof.claims', { ...data, claims }), issuer: issuerCheck(binding) }
  const { key } = binding
  if (!key) {
    return { proof: check(noKeyCode(binding), data), issuer: issuerCheck(binding) }
  }
  if (key.algorithm !== jwsAlgorithms[String(alg)]) {
    return { proof: check('proof.suite-mismatch', data), issuer: issuerCheck(binding) }
  }
  const signature = encodeBase64Url(token.signature)
  const isGood = await platformCrypto().verify(key, utf8(token.signingInput), token.signature)
  return {
    proof: check(isGood ? 'proof.signature' : 'proof.signature-invalid', data),
    issuer: isGood
      ? await recorded(binding, { issuer, credential: opened.credential, signature }, environment)
      : issuerCheck(binding),
  }
}
