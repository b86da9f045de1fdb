import { platformCrypto } from '../crypto/platform.ts'
import type { KeyAlgorithm, KeyPair, Signer } from '../crypto/signer.ts'
import { OpenBadgesError } from '../errors.ts'
import { decodeSecretMultikey, encodeMultikey, encodeSecretMultikey } from './multikey.ts'

/**
 * Makes a key pair. Keep `secretKeyMultibase` sealed; publish `publicKeyMultibase`. Controlled Identifiers 1.0, 2.2.2.
 * @param algorithm default `Ed25519`; `P-256` for JWTs that every validator reads and for selective
 * disclosure
 * @throws never
 * @example
 * const pair = await generateKey('Ed25519')
 * pair.publicKeyMultibase.slice(0, 4) // 'z6Mk'
 */
export async function generateKey(algorithm: KeyAlgorithm = 'Ed25519'): Promise<KeyPair> {
  const { secret, publicKey } = await platformCrypto().generate(algorithm)
  return {
    algorithm,
    publicKeyMultibase: encodeMultikey(algorithm, publicKey),
    secretKeyMultibase: encodeSecretMultikey(algorithm, secret),
  }
}

/**
 * Reads a stored secret and recomputes its public half. Controlled Identifiers 1.0, 2.2.2.
 * @param secretKeyMultibase `z3u2…` for Ed25519
 * @throws `key.secret-malformed`
 * @example
 * const again = await importKey(key.secretKeyMultibase)
 * again.publicKeyMultibase === key.publicKeyMultibase // true
 */
export async function importKey(secretKeyMultibase: string): Promise<KeyPair> {
  const { algorithm, bytes } = readSecret(secretKeyMultibase)
  const { publicKey } = await platformCrypto().importSecret(algorithm, bytes)
  return { algorithm, publicKeyMultibase: encodeMultikey(algorithm, publicKey), secretKeyMultibase }
}

/**
 * A signer that holds the key in memory. Controlled Identifiers 1.0, 2.2.2; Data Integrity EdDSA 1.0, 3.2.
 * @param key a key pair, or its secret half
 * @throws `key.secret-malformed`
 * @example
 * const own = await signerFor(key)
 * own.algorithm // 'Ed25519'
 */
export async function signerFor(key: Pick<KeyPair, 'secretKeyMultibase'>): Promise<Signer> {
  const { algorithm, bytes } = readSecret(key.secretKeyMultibase)
  const crypto = platformCrypto()
  const signBytes = await crypto.signerOf(await crypto.importSecret(algorithm, bytes))
  return { algorithm, sign: async (message) => signBytes(message) }
}

function readSecret(secretKeyMultibase: string): { algorithm: KeyAlgorithm; bytes: Uint8Array } {
  const key = decodeSecretMultikey(secretKeyMultibase)
  if (!key)
    throw new OpenBadgesError({ code: 'key.secret-malformed', message: 'This is not a secret Multikey' })
  return key
}
