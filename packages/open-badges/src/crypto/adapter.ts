import type { KeyAlgorithm } from './signer.ts'

/** A value, or the promise of one. No specification: ours. */
export type Awaitable<T> = T | Promise<T>

/** A public key, decoded. EC points are uncompressed (0x04, x, y); RSA keys travel as JWK members. RFC 7517; RFC 8037. */
export type PublicKey =
  | { algorithm: KeyAlgorithm; bytes: Uint8Array }
  | { algorithm: 'RSA'; modulus: Uint8Array; exponent: Uint8Array }

/** A secret key: Ed25519 seed (32 bytes), P-256 (32) or P-384 (48) scalar, with its public half. RFC 8032; RFC 5915. */
export interface SecretKey {
  algorithm: KeyAlgorithm
  secret: Uint8Array
  publicKey: Uint8Array
}

/**
 * What the library asks of a platform. Node's own crypto answers at once, WebCrypto with promises.
 * ECDSA: SHA-256 with P-256, SHA-384 with P-384, signatures `r || s`. RSA: PKCS #1 v1.5 with SHA-256. RFC 8032; RFC 7518, 3.
 */
export interface CryptoAdapter {
  readonly name: 'node' | 'web'
  /** Reads the bytes before it returns: they may change afterwards. */
  digest(algorithm: 'SHA-256' | 'SHA-384', bytes: Uint8Array): Awaitable<Uint8Array>
  /** Hash of a text's UTF-8, at once, where the platform can. */
  digestText?(algorithm: 'SHA-256' | 'SHA-384', text: string): Uint8Array
  /** The same in hexadecimal. */
  digestHex?(algorithm: 'SHA-256' | 'SHA-384', text: string): string
  generate(algorithm: KeyAlgorithm): Awaitable<SecretKey>
  /** Recomputes the public half of a stored secret. */
  importSecret(algorithm: KeyAlgorithm, secret: Uint8Array): Awaitable<SecretKey>
  /** A function, so that the platform's key object is made once. */
  signerOf(key: SecretKey): Awaitable<(bytes: Uint8Array) => Awaitable<Uint8Array>>
  /** False for a bad signature and for a key that is not one; never throws. */
  verify(key: PublicKey, bytes: Uint8Array, signature: Uint8Array): Awaitable<boolean>
  random(length: number): Uint8Array
}
