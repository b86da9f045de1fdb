import { bundleOf } from '../contexts/bundle.ts'
import { concatBytes, decodeBase64Url, encodeBase64Url } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { asArray, isJsonObject, type JsonObject } from '../json.ts'
import { frozenCopy } from '../json-copy.ts'
import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts'
import { Disclosure } from './disclosure.ts'
import { select } from './selection.ts'

/** What a base proof holds. Data Integrity ECDSA 1.0, 3.5.3 (parseBaseProofValue). */
export interface BaseProof {
  baseSignature: Uint8Array
  publicKey: Uint8Array
  hmacKey: Uint8Array
  signatures: Uint8Array[]
  mandatory: string[]
}

const maxProofValue = 1_000_000
const isBytes = (value: Cbor | undefined, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length

/** Reads a base proof value; `undefined` for a derived proof and for anything malformed. */
export function parseBaseProof(proofValue: unknown): BaseProof | undefined {
  if (typeof proofValue !== 'string' || !proofValue.startsWith('u') || proofValue.length > maxProofValue)
    return undefined
  const bytes = decodeBase64Url(proofValue.slice(1))
  if (bytes?.[0] !== 0xd9 || bytes[1] !== 0x5d || bytes[2] !== 0x00) return undefined
  const items = decodeCbor(bytes.subarray(3))
  if (!Array.isArray(items) || items.length !== 5) return undefined
  const [baseSignature, publicKey, hmacKey, signatures, pointers] = items
  if (!isBytes(baseSignature, 64) || !isBytes(publicKey, 35) || !isBytes(hmacKey, 32)) return undefined
  if (!Array.isArray(signatures) || !Array.isArray(pointers)) return undefined
  const own = signatures.filter((one) => isBytes(one, 64))
  const mandatory = pointers.filter((one) => typeof one === 'string')
  if (own.length !== signatures.length || mandatory.length !== pointers.length) return undefined
  return { baseSignature, publicKey, hmacKey, signatures: own, mandatory }
}

const fault = (code: string, message: string): OpenBadgesError => new OpenBadgesError({ code, message })

/** What a holder chooses to show. Data Integrity ECDSA 1.0, 3.6.4. */
export interface DeriveOptions {
  /** JSON pointers (RFC 6901) of what to show besides what the issuer made mandatory. */
  pointers: readonly string[]
  /** More contexts, keyed by address, that the caller vouches for. */
  contexts?: Readonly<Record<string, JsonObject>>
}

/**
 * Makes, from a credential that `signSelective` signed, one that shows only chosen parts, for others to verify. Nothing of
 * what is left out can be found in it. Data Integrity ECDSA 1.0, 3.6.4.
 * @param credential the credential with its base proof
 * @param options the parts to show
 * @throws `selective.base-proof` (no base proof, or not this credential's), `selective.pointer`,
 * `context.…`
 * @example
 * const base = await signSelective(prepare(school.draft), school)
 * const shown = await deriveCredential(base, { pointers: ['/credentialSubject/achievement/name'] })
 * shown.credentialSubject.achievement.name // 'Travailler en équipe'
 * shown.credentialSubject.achievement.criteria // undefined
 */
export async function deriveCredential(
  credential: object,
  { pointers, contexts = {} }: DeriveOptions,
): Promise<JsonObject> {
  const copy = frozenCopy(credential)
  const { proof, ...document } = isJsonObject(copy) ? copy : {}
  const found = asArray(proof)
    .filter(isJsonObject)
    .flatMap((one) => {
      const base = one['cryptosuite'] === 'ecdsa-sd-2023' ? parseBaseProof(one['proofValue']) : undefined
      return base ? [{ options: one, base }] : []
    })
  const [chosen] = found
  if (!chosen) throw fault('selective.base-proof', 'Give a credential with a base proof of ecdsa-sd-2023')
  const { base, options } = chosen
  const shown = [...base.mandatory, ...pointers]
  const reveal = select(document, shown)
  if (!reveal) throw fault('selective.pointer', 'Choose at least one part to show')
  const disclosure = await Disclosure.of(document, base.hmacKey, bundleOf('2026', contexts))
  const proofValue = await derivedValue(disclosure, base, shown)
  return {
    ...reveal,
    proof: Array.isArray(proof) ? [{ ...options, proofValue }] : { ...options, proofValue },
  }
}

// Data Integrity ECDSA 1.0, 3.5.4 (createDisclosureData), 3.5.6 (serializeDerivedProofValue).
async function derivedValue(
  disclosure: Disclosure,
  { mandatory, baseSignature, publicKey, signatures }: BaseProof,
  shown: readonly string[],
): Promise<string> {
  const required = await disclosure.indexesOf(mandatory)
  const combined = await disclosure.indexesOf(shown)
  if (signatures.length !== disclosure.lines.length - required.size)
    throw fault('selective.base-proof', 'The base proof is not of this credential')
  const kept: Uint8Array[] = []
  const mandatoryIndexes: number[] = []
  let signed = 0
  let position = 0
  for (let at = 0; at < disclosure.lines.length; at += 1) {
    const signature = required.has(at) ? undefined : signatures[signed]
    if (signature) signed += 1
    if (!combined.has(at)) continue
    if (signature) kept.push(signature)
    else mandatoryIndexes.push(position)
    position += 1
  }
  const labels = new Map<Cbor, Cbor>()
  for (const [label, ours] of await disclosure.labelsOf(shown))
    labels.set(Number(label.slice('c14n'.length)), decodeBase64Url(ours.slice(1)) ?? new Uint8Array())
  const value = encodeCbor([baseSignature, publicKey, kept, labels, mandatoryIndexes])
  return `u${encodeBase64Url(concatBytes(Uint8Array.of(0xd9, 0x5d, 0x01), value))}`
}
