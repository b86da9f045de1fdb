/** Kinds of key. P-256 and P-384 sign with ECDSA, raw `r || s`. Controlled Identifiers 1.0, 2.2.2. */
export type KeyAlgorithm = 'Ed25519' | 'P-256' | 'P-384'

/** Holds a key without showing it: in memory, in a vault, on a card. Data Integrity EdDSA 1.0, 3.2; RFC 7518, 3. */
export interface Signer {
  /** `RSA` (at least 2048 bits) signs JWTs only, as RS256: PKCS #1 v1.5 with SHA-256. */
  readonly algorithm: KeyAlgorithm | 'RSA'
  /** Signs the bytes themselves (not a digest). Ed25519: 64 bytes; P-256: 64; P-384: 96; RSA: as long as the key. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** A key pair in the encodings of Controlled Identifiers 1.0, 2.2.2 (Multikey). */
export interface KeyPair {
  algorithm: KeyAlgorithm
  /** `z6Mk…` for Ed25519. */
  publicKeyMultibase: string
  /** `z3u2…` for Ed25519. Keep it sealed. */
  secretKeyMultibase: string
}
