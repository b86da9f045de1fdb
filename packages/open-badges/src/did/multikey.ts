import { secretLength } from '../crypto/key-encoding.ts'
import type { KeyAlgorithm } from '../crypto/signer.ts'
import { decodeBase58, encodeBase58 } from '../encoding/base58.ts'
import { concatBytes } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { compressPoint, decompressPoint } from './point.ts'

// Multicodec headers as varints. Controlled Identifiers 1.0, 2.2.2.
const publicHeaders: [KeyAlgorithm, number, number][] = [
  ['Ed25519', 0xed, 0x01],
  ['P-256', 0x80, 0x24],
  ['P-384', 0x81, 0x24],
]
const secretHeaders: [KeyAlgorithm, number, number][] = [
  ['Ed25519', 0x80, 0x26],
  ['P-256', 0x86, 0x26],
  ['P-384', 0x87, 0x26],
]
const publicLength: Record<KeyAlgorithm, number> = { Ed25519: 32, 'P-256': 33, 'P-384': 49 }

/** The bytes of a key, and what kind it is. Controlled Identifiers 1.0, 2.2.2. */
export interface RawKey {
  algorithm: KeyAlgorithm
  bytes: Uint8Array
}

function encode(
  headers: [KeyAlgorithm, number, number][],
  algorithm: KeyAlgorithm,
  bytes: Uint8Array,
): string {
  const header = headers.find(([name]) => name === algorithm)
  if (!header) throw new OpenBadgesError({ code: 'key.algorithm', message: `Unknown key kind ${algorithm}` })
  return `z${encodeBase58(concatBytes(new Uint8Array([header[1], header[2]]), bytes))}`
}

function decode(
  headers: [KeyAlgorithm, number, number][],
  lengths: Record<KeyAlgorithm, number>,
  text: string,
): RawKey | undefined {
  if (!text.startsWith('z') || text.length > 128) return undefined
  const bytes = decodeBase58(text.slice(1))
  if (!bytes) return undefined
  const header = headers.find(([, first, second]) => bytes[0] === first && bytes[1] === second)
  if (!header || bytes.length - 2 !== lengths[header[0]]) return undefined
  return { algorithm: header[0], bytes: bytes.slice(2) }
}

/**
 * Public key bytes to Multikey text: `z6Mk…` (Ed25519), `zDn…` (P-256), `z82L…` (P-384). Controlled Identifiers 1.0, 2.2.2.
 * @param algorithm the kind of key
 * @param publicKey 32 bytes for Ed25519; for EC keys the uncompressed point (0x04, x, y)
 * @throws `key.algorithm`
 * @example
 * encodeMultikey('Ed25519', new Uint8Array(32)) // 'z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP'
 */
export const encodeMultikey = (algorithm: KeyAlgorithm, publicKey: Uint8Array): string =>
  encode(publicHeaders, algorithm, algorithm === 'Ed25519' ? publicKey : compressPoint(publicKey))

/**
 * Multikey text to a public key (EC keys as uncompressed points); `undefined` when it is not one.
 * Controlled Identifiers 1.0, 2.2.2.
 * @param text `z…`
 * @throws never
 * @example
 * decodeMultikey(key.publicKeyMultibase).bytes.length // 32
 * decodeMultikey('z6Mk') // undefined
 */
export function decodeMultikey(text: string): RawKey | undefined {
  const known = decoded.get(text)
  if (known) return known
  const key = decodePublic(text)
  if (decoded.size >= maxDecoded) decoded.clear()
  if (key) decoded.set(text, key)
  return key
}

// One issuer's key is read for each of its badges; the same object lets the platform keep its own form of it.
const decoded = new Map<string, RawKey>()
const maxDecoded = 512

function decodePublic(text: string): RawKey | undefined {
  const key = decode(publicHeaders, publicLength, text)
  if (!key || key.algorithm === 'Ed25519') return key
  const point = decompressPoint(key.algorithm, key.bytes)
  return point && { algorithm: key.algorithm, bytes: point }
}

/** Secret key bytes to Multikey text: `z3u2…` (Ed25519). */
export const encodeSecretMultikey = (algorithm: KeyAlgorithm, secret: Uint8Array): string =>
  encode(secretHeaders, algorithm, secret)

/** Multikey text to a secret key. */
export const decodeSecretMultikey = (text: string): RawKey | undefined =>
  decode(secretHeaders, secretLength, text)
