import { isBlank, nQuad, sortLines, type Term } from '../canonical/rdf.ts'
import { canonicalize } from '../canonical/rdfc10.ts'
import { quadsOf, type Statements } from '../canonical/statements.ts'
import { bundle2026, type ContextBundle } from '../contexts/bundle.ts'
import type { PublicKey } from '../crypto/adapter.ts'
import { platformCrypto } from '../crypto/platform.ts'
import { decodeMultikey } from '../did/multikey.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import { concatBytes, decodeBase64Url, encodeBase64Url, utf8 } from '../encoding/bytes.ts'
import type { JsonObject } from '../json.ts'
import { type Cbor, decodeCbor } from './cbor.ts'
import { hashData } from './hash-data.ts'
import { suiteFor } from './suites.ts'

/** What a derived proof holds. Data Integrity ECDSA 1.0, 3.5.7 (parseDerivedProofValue). */
export interface DerivedProof {
  baseSignature: Uint8Array
  /** Multikey bytes of the key that signed each statement, made for this credential alone. */
  publicKey: Uint8Array
  signatures: Uint8Array[]
  /** Canonical label to the label that the issuer gave. */
  labels: Map<string, string>
  mandatoryIndexes: Set<number>
}

const maxProofValue = 200_000
const isBytes = (value: Cbor | undefined, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length

/** Reads a derived proof value; `undefined` for a base proof and for anything malformed. */
export function parseDerivedProof(proofValue: unknown): DerivedProof | undefined {
  if (typeof proofValue !== 'string' || !proofValue.startsWith('u') || proofValue.length > maxProofValue)
    return undefined
  const bytes = decodeBase64Url(proofValue.slice(1))
  if (bytes?.[0] !== 0xd9 || bytes[1] !== 0x5d || bytes[2] !== 0x01) return undefined
  const items = decodeCbor(bytes.subarray(3))
  if (!Array.isArray(items) || items.length !== 5) return undefined
  const [baseSignature, publicKey, signatures, labelMap, indexes] = items
  if (!isBytes(baseSignature, 64) || !isBytes(publicKey, 35) || !Array.isArray(signatures)) return undefined
  if (!(labelMap instanceof Map) || !Array.isArray(indexes)) return undefined
  const labels = new Map<string, string>()
  for (const [key, value] of labelMap) {
    if (typeof key !== 'number' || !isBytes(value, 32)) return undefined
    labels.set(`c14n${key}`, `u${encodeBase64Url(value)}`)
  }
  const own = signatures.filter((one) => isBytes(one, 64))
  const mandatory = indexes.filter((one) => typeof one === 'number')
  if (own.length !== signatures.length || mandatory.length !== indexes.length) return undefined
  return { baseSignature, publicKey, signatures: own, labels, mandatoryIndexes: new Set(mandatory) }
}

/** Canonical statements with the issuer's labels, in order; `undefined` when a label is missing or given twice. */
export async function relabelled(
  statements: Statements,
  labels: ReadonlyMap<string, string>,
): Promise<string[] | undefined> {
  const quads = quadsOf(statements)
  const canonical = await canonicalize(quads)
  if (canonical.labels.size !== labels.size || new Set(labels.values()).size !== labels.size) return undefined
  const known = [...canonical.labels.values()].every((label) => labels.has(label))
  if (!known) return undefined
  const labelOf = (term: Term): Term =>
    isBlank(term) ? `_:${labels.get(canonical.labels.get(term.slice(2)) ?? '') ?? ''}` : term
  const lines = quads.map(({ subject, predicate, object, graph }) =>
    nQuad({ subject: labelOf(subject), predicate, object: labelOf(object), graph: graph && labelOf(graph) }),
  )
  return sortLines([...new Set(lines)])
}

/**
 * Verifies the signatures of a derived proof over labelled lines: the issuer's over what must be shown, and one for each
 * line that the holder chose to show. Data Integrity ECDSA 1.0, 3.6.8.
 */
export async function verifyLines(
  lines: readonly string[],
  derived: DerivedProof,
  proofHash: Uint8Array,
  key: PublicKey,
): Promise<'proof.signature' | 'proof.signature-invalid' | 'proof.value-malformed'> {
  const own = decodeMultikey(`z${encodeBase58(derived.publicKey)}`)
  if (own?.algorithm !== 'P-256') return 'proof.value-malformed'
  if ([...derived.mandatoryIndexes].some((index) => index >= lines.length)) return 'proof.signature-invalid'
  const mandatory = lines.filter((_, at) => derived.mandatoryIndexes.has(at))
  const chosen = lines.filter((_, at) => !derived.mandatoryIndexes.has(at))
  if (chosen.length !== derived.signatures.length) return 'proof.signature-invalid'
  const crypto = platformCrypto()
  const mandatoryHash = await crypto.digest('SHA-256', utf8(mandatory.join('')))
  const signed = concatBytes(proofHash, derived.publicKey, mandatoryHash)
  if (!(await crypto.verify(key, signed, derived.baseSignature))) return 'proof.signature-invalid'
  for (const [at, line] of chosen.entries()) {
    const signature = derived.signatures[at]
    if (!signature || !(await crypto.verify(own, utf8(line), signature))) return 'proof.signature-invalid'
  }
  return 'proof.signature'
}

/** Verifies a derived `ecdsa-sd-2023` proof over a document without `proof`, given its statements. */
export async function verifySelective(
  document: JsonObject,
  proof: JsonObject,
  key: PublicKey,
  statements: Statements,
  bundle: ContextBundle = bundle2026,
): Promise<Awaited<ReturnType<typeof verifyLines>> | 'proof.suite-mismatch'> {
  const suite = suiteFor('ecdsa-rdfc-2019', 'P-256')
  if (key.algorithm !== 'P-256' || !suite) return 'proof.suite-mismatch'
  const { proofValue, ...options } = proof
  const derived = parseDerivedProof(proofValue)
  if (!derived) return 'proof.value-malformed'
  const lines = await relabelled(statements, derived.labels)
  if (!lines) return 'proof.signature-invalid'
  const { proofHash } = await hashData({ document, proof: options, suite, bundle, statements })
  return verifyLines(lines, derived, proofHash, key)
}
