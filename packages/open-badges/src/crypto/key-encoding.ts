import { concatBytes } from '../encoding/bytes.ts'
import type { KeyAlgorithm } from './signer.ts'

// DER prefixes, so that raw keys pass through `spki` and `pkcs8` on both platforms. RFC 8410, RFC 5915.
const fromHex = (text: string): Uint8Array =>
  new Uint8Array((text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))

const spkiPrefix: Record<KeyAlgorithm, Uint8Array> = {
  Ed25519: fromHex('302a300506032b6570032100'),
  'P-256': fromHex('3059301306072a8648ce3d020106082a8648ce3d030107034200'),
  'P-384': fromHex('3076301006072a8648ce3d020106052b81040022036200'),
}
const pkcs8Prefix: Record<KeyAlgorithm, Uint8Array> = {
  Ed25519: fromHex('302e020100300506032b657004220420'),
  'P-256': fromHex('3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420'),
  'P-384': fromHex('304e020100301006072a8648ce3d020106052b81040022043730350201010430'),
}

export const secretLength: Record<KeyAlgorithm, number> = { Ed25519: 32, 'P-256': 32, 'P-384': 48 }

export const toSpki = (algorithm: KeyAlgorithm, publicKey: Uint8Array): Uint8Array =>
  concatBytes(spkiPrefix[algorithm], publicKey)

export const toPkcs8 = (algorithm: KeyAlgorithm, secret: Uint8Array): Uint8Array =>
  concatBytes(pkcs8Prefix[algorithm], secret)

/** The raw public key at the end of an `spki`. */
export const fromSpki = (algorithm: KeyAlgorithm, spki: Uint8Array): Uint8Array =>
  spki.slice(spkiPrefix[algorithm].length)
