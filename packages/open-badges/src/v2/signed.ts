import type { PublicKey } from '../crypto/adapter.ts'
import { platformCrypto } from '../crypto/platform.ts'
import { utf8 } from '../encoding/bytes.ts'
import type { JsonObject } from '../json.ts'
import type { CompactJws } from '../proof/jwt.ts'
import { check } from '../verify/catalogue/index.ts'
import type { Check } from '../verify/report.ts'
import { type HostedDocuments, namesAnother } from './hosted.ts'
import type { Linked } from './linked.ts'
import type { Assertion2, Issuer2 } from './model.ts'
import { keyOfPem } from './pem.ts'
import { sameAddress, secureAddress } from './scope.ts'

const maxKeys = 4
const keyCarriers = ['jwk', 'jku', 'x5u', 'x5c', 'x5t', 'x5t#S256']

/** The checks `proof` and `issuer` of a signed assertion. */
export interface SignedChecks {
  proof: Check
  issuer: Check
}

const listed = ({ publicKey }: Issuer2): string[] => (publicKey === undefined ? [] : [publicKey].flat())

type KeyAnswer = { key: PublicKey } | { problem: 'unreachable' | 'not-bound' | 'malformed' }

// A key is the issuer's when the issuer's own document lists it, and the key names that issuer as its owner.
async function keyAt(address: string, issuer: Issuer2, documents: HostedDocuments): Promise<KeyAnswer> {
  const hosted = await documents.get(address)
  if (hosted.state === 'redirected' || hosted.state === 'refused') return { problem: 'not-bound' }
  if (hosted.state !== 'found') return { problem: 'unreachable' }
  if (hosted.text.trimStart().startsWith('-----BEGIN')) {
    const key = keyOfPem(hosted.text)
    return key ? { key } : { problem: 'malformed' }
  }
  const answer = await documents.json(address)
  if (answer.state !== 'found') return { problem: 'malformed' }
  const { owner, publicKeyPem } = answer.document
  if (namesAnother(answer.document, address)) return { problem: 'not-bound' }
  if (typeof owner !== 'string' || !sameAddress(owner, issuer.id)) return { problem: 'not-bound' }
  const key = typeof publicKeyPem === 'string' ? keyOfPem(publicKeyPem) : undefined
  return key ? { key } : { problem: 'malformed' }
}

function headerFault({ header }: CompactJws): SignedChecks | undefined {
  const { alg } = header
  const data: JsonObject = { alg: alg ?? null }
  const notRun = check('issuer.not-run')
  if (keyCarriers.some((name) => Object.hasOwn(header, name)))
    return { proof: check('proof.header', data), issuer: check('issuer.key-not-bound', data) }
  if (alg !== 'RS256') return { proof: check('proof.algorithm', data), issuer: notRun }
  return Object.hasOwn(header, 'crit') ? { proof: check('proof.header', data), issuer: notRun } : undefined
}

/**
 * A signed assertion: RS256 with a key that the issuer's own document lists. Assertions of 1.x name the key's address
 * only: it must be on the issuer's origin. OB 2.0, "Signed badges"; RFC 7515.
 */
export async function checkSigned(
  token: CompactJws,
  assertion: Assertion2,
  { issuer, issuerId }: Linked,
  documents: HostedDocuments,
  isFirst: boolean,
): Promise<SignedChecks> {
  const fault = headerFault(token)
  if (fault) return fault
  const creator = assertion.verification.type === 'signed' ? assertion.verification.creator : undefined
  const data: JsonObject = { alg: 'RS256', creator: creator ?? null, issuer: issuerId ?? null }
  if (!issuer)
    return { proof: check('proof.key-unavailable', data), issuer: check('issuer.unreachable', data) }
  const own = listed(issuer)
  const isBound = (address: string): boolean =>
    own.some((one) => one === address || sameAddress(one, address)) ||
    (isFirst && isSameOrigin(address, issuer.id))
  const candidates = (creator === undefined ? own : [creator]).slice(0, maxKeys)
  if (candidates.length === 0 || !candidates.every(isBound))
    return { proof: check('proof.key-unknown', data), issuer: check('issuer.key-not-bound', data) }
  const problems: string[] = []
  for (const address of candidates) {
    const answer = await keyAt(address, issuer, documents)
    if ('problem' in answer) problems.push(answer.problem)
    else if (await platformCrypto().verify(answer.key, utf8(token.signingInput), token.signature)) {
      const bound = { ...data, creator: address }
      return { proof: check('proof.signature', bound), issuer: check('issuer.bound', bound) }
    }
  }
  if (problems.length < candidates.length)
    return { proof: check('proof.signature-invalid', data), issuer: check('issuer.not-run', data) }
  if (problems.includes('unreachable'))
    return { proof: check('proof.key-unavailable', data), issuer: check('issuer.unreachable', data) }
  const code = problems.includes('not-bound') ? 'issuer.key-not-bound' : 'issuer.document-malformed'
  return { proof: check('proof.key-unknown', data), issuer: check(code, data) }
}

function isSameOrigin(a: string, b: string): boolean {
  const origin = secureAddress(a)?.origin
  return origin !== undefined && origin === secureAddress(b)?.origin
}
