import type { ContextBundle } from '../contexts/bundle.ts'
import { platformCrypto } from '../crypto/platform.ts'
import type { Signer } from '../crypto/signer.ts'
import { encodeMultikey } from '../did/multikey.ts'
import { decodeBase58 } from '../encoding/base58.ts'
import { concatBytes, encodeBase64Url, utf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { hasFormat } from '../guard/format.ts'
import { asArray, isJsonObject, type JsonObject } from '../json.ts'
import { frozenCopy } from '../json-copy.ts'
import { dateTime } from '../v3/build.ts'
import type { IssuableCredential, SignedCredential, VerifiableCredential } from '../v3/model.ts'
import { encodeCbor } from './cbor.ts'
import { Disclosure } from './disclosure.ts'
import { hashData } from './hash-data.ts'
import { meaningOf } from './prepare.ts'
import type { PreparedCredential } from './prepared.ts'
import { selectiveSuite } from './suites.ts'

/** The key that signs, and what the holder must always show. Data Integrity ECDSA 1.0, 3.6.1. */
export interface SelectiveOptions {
  /** Holds a P-256 key. */
  signer: Signer
  /** DID URL of the key. */
  verificationMethod: string
  /** Default: the present. */
  created?: Date | string
  /**
   * JSON pointers (RFC 6901) of what the holder can never leave out. By default: who issued it, when it is in force,
   * and where its status, its schema and its terms are.
   */
  mandatory?: readonly string[]
}

const always = [
  'issuer',
  'validFrom',
  'validUntil',
  'credentialStatus',
  'credentialSchema',
  'refreshService',
  'termsOfUse',
]

const fault = (code: string, message: string): OpenBadgesError => new OpenBadgesError({ code, message })

/** Lines signed by the issuer together, and each other line by a key made for this credential alone. */
async function signLines(
  disclosure: Disclosure,
  mandatory: ReadonlySet<number>,
  proofHash: Uint8Array,
  signer: Signer,
): Promise<{ baseSignature: Uint8Array; publicKey: Uint8Array; signatures: Uint8Array[] }> {
  const crypto = platformCrypto()
  const own = await crypto.generate('P-256')
  const signLine = await crypto.signerOf(own)
  const publicKey = decodeBase58(encodeMultikey('P-256', own.publicKey).slice(1)) ?? new Uint8Array()
  const signatures: Uint8Array[] = []
  let shown = ''
  for (const [at, line] of disclosure.lines.entries()) {
    if (mandatory.has(at)) shown += line
    else signatures.push(new Uint8Array(await signLine(utf8(line))))
  }
  const mandatoryHash = await crypto.digest('SHA-256', utf8(shown))
  const baseSignature = await signer.sign(concatBytes(proofHash, publicKey, mandatoryHash))
  if (baseSignature.length !== 64)
    throw fault('sign.signature', 'The signer gave a signature of the wrong length')
  return { baseSignature: new Uint8Array(baseSignature), publicKey, signatures }
}

/**
 * Signs a prepared credential so that its holder can show parts of it: `ecdsa-sd-2023`, base proof. The result is for the
 * holder alone, who makes what others see with `deriveCredential`. Data Integrity ECDSA 1.0, 3.6.1.
 * @param prepared what `prepare` or `prepareCredential` gave
 * @param options a P-256 key, and what is mandatory
 * @throws `prepare.not-prepared`, `sign.algorithm`, `sign.verification-method`, `sign.created`,
 * `selective.pointer`
 * @example
 * const { signer, verificationMethod } = school
 * const mandatory = ['/issuer', '/validFrom']
 * const base = await signSelective(prepare(school.draft), { signer, verificationMethod, mandatory })
 * base.proof[0].cryptosuite // 'ecdsa-sd-2023'
 */
export async function signSelective<T extends IssuableCredential | VerifiableCredential>(
  prepared: PreparedCredential<T>,
  { signer, verificationMethod, created = new Date(), mandatory }: SelectiveOptions,
): Promise<SignedCredential<T>> {
  const { bundle } = meaningOf(prepared)
  if (signer.algorithm !== 'P-256') throw fault('sign.algorithm', 'Selective disclosure needs a P-256 key')
  if (!hasFormat(verificationMethod, 'uri') || !/^(did|https):.*#./.test(verificationMethod))
    throw fault('sign.verification-method', 'Give a DID URL or https URL with a fragment')
  const options = {
    type: 'DataIntegrityProof',
    created: dateTime(created),
    verificationMethod,
    cryptosuite: 'ecdsa-sd-2023',
    proofPurpose: 'assertionMethod',
  } as const
  if (!hasFormat(options.created, 'date-time'))
    throw fault('sign.created', 'The date of the proof is not a date')
  const document = plainObject(prepared.credential)
  const pointers =
    mandatory ?? always.filter((name) => Object.hasOwn(document, name)).map((name) => `/${name}`)
  const hmacKey = platformCrypto().random(32)
  const disclosure = await Disclosure.of(document, hmacKey, bundle)
  const shown = await disclosure.indexesOf(pointers)
  const proofHash = await proofHashOf(document, options, bundle)
  const { baseSignature, publicKey, signatures } = await signLines(disclosure, shown, proofHash, signer)
  const value = encodeCbor([baseSignature, publicKey, hmacKey, signatures, [...pointers]])
  const proofValue = `u${encodeBase64Url(concatBytes(Uint8Array.of(0xd9, 0x5d, 0x00), value))}`
  return { ...prepared.credential, proof: [{ ...options, proofValue }] }
}

// What is prepared is JSON, whatever its class says of its members.
function plainObject(credential: object): JsonObject {
  const copy = frozenCopy(credential)
  return isJsonObject(copy) ? copy : {}
}

async function proofHashOf(
  document: JsonObject,
  options: JsonObject,
  bundle: ContextBundle,
): Promise<Uint8Array> {
  const context: JsonObject = { '@context': asArray(document['@context']) }
  const data = { document: context, proof: options, suite: selectiveSuite, bundle, statements: [] }
  return (await hashData(data)).proofHash
}
