import { platformCrypto } from '../crypto/platform.ts'
import type { KeyAlgorithm, KeyPair, Signer } from '../crypto/signer.ts'
import { OpenBadgesError } from '../errors.ts'
import { decodeSecretMultikey, encodeMultikey, encodeSecretMultikey } from './multikey.ts'

/**
 * Makes a key pair. Keep `secretKeyMultibase` sealed; publish `publicKeyMultibase`.
 * @example
 * const key = await generateKey('Ed25519')
 * const did = didKey(key.publicKeyMultibase)
 */
export async function generateKey(algorithm: KeyAlgorithm = 'Ed25519'): Promise<KeyPair> {
  const { secret, publicKey } = await platformCrypto().generate(algorithm)
  return {
    algorithm,
    publicKeyMultibase: encodeMultikey(algorithm, publicKey),
    secretKeyMultibase: encodeSecretMultikey(algorithm, secret),
  }
}

/** Reads a stored secret and recomputes its public half. Throws `key.secret-malformed`. */
export async function importKey(secretKeyMultibase: string): Promise<KeyPair> {
  const { algorithm, bytes } = readSecret(secretKeyMultibase)
  const { publicKey } = await platformCrypto().importSecret(algorithm, bytes)
  return { algorithm, publicKeyMultibase: encodeMultikey(algorithm, publicKey), secretKeyMultibase }
}

/**
 * A signer that holds the key in memory. Throws `key.secret-malformed`.
 * @example
 * const signer = await signerFor(key)
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
