import { decodeBase64Url, encodeBase64Url } from '../encoding/bytes.ts'
import type { CryptoAdapter, PublicKey } from './adapter.ts'
import { toPkcs8 } from './key-encoding.ts'
import type { KeyAlgorithm } from './signer.ts'

const importParameters = (algorithm: KeyAlgorithm): AlgorithmIdentifier | EcKeyImportParams =>
  algorithm === 'Ed25519' ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: algorithm }

const signParameters = (algorithm: KeyAlgorithm): AlgorithmIdentifier | EcdsaParams =>
  algorithm === 'Ed25519'
    ? { name: 'Ed25519' }
    : { name: 'ECDSA', hash: algorithm === 'P-256' ? 'SHA-256' : 'SHA-384' }

// WebCrypto wants buffers that no other thread may change.
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

async function publicHalf(
  subtle: SubtleCrypto,
  algorithm: KeyAlgorithm,
  key: CryptoKey,
): Promise<Uint8Array> {
  const jwk = await subtle.exportKey('jwk', key)
  const x = decodeBase64Url(jwk.x ?? '') ?? new Uint8Array()
  if (algorithm === 'Ed25519') return x
  const y = decodeBase64Url(jwk.y ?? '') ?? new Uint8Array()
  return new Uint8Array([4, ...x, ...y])
}

async function verifyKey(subtle: SubtleCrypto, key: PublicKey): Promise<CryptoKey> {
  if (key.algorithm === 'RSA') {
    const jwk = { kty: 'RSA', n: encodeBase64Url(key.modulus), e: encodeBase64Url(key.exponent) }
    return subtle.importKey('jwk', jwk, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['verify'])
  }
  return subtle.importKey('raw', own(key.bytes), importParameters(key.algorithm), false, ['verify'])
}

/**
 * WebCrypto: browsers, and any runtime that has `crypto.subtle` with Ed25519. Found by itself where there is no Node.
 * W3C Web Cryptography API.
 * @param crypto default: that of the platform
 * @throws never
 * @example
 * webCrypto().name // 'web'
 */
export function webCrypto(crypto: Crypto = globalThis.crypto): CryptoAdapter {
  const { subtle } = crypto
  const importSecret = (algorithm: KeyAlgorithm, secret: Uint8Array): Promise<CryptoKey> =>
    subtle.importKey('pkcs8', own(toPkcs8(algorithm, secret)), importParameters(algorithm), true, ['sign'])
  return {
    name: 'web',
    digest: async (algorithm, bytes) => new Uint8Array(await subtle.digest(algorithm, own(bytes))),
    generate: async (algorithm) => {
      const pair = await subtle.generateKey(importParameters(algorithm), true, ['sign', 'verify'])
      if (!('privateKey' in pair)) throw new TypeError('WebCrypto made no key pair')
      const jwk = await subtle.exportKey('jwk', pair.privateKey)
      return {
        algorithm,
        secret: decodeBase64Url(jwk.d ?? '') ?? new Uint8Array(),
        publicKey: await publicHalf(subtle, algorithm, pair.publicKey),
      }
    },
    importSecret: async (algorithm, secret) => {
      const key = await importSecret(algorithm, secret)
      return { algorithm, secret, publicKey: await publicHalf(subtle, algorithm, key) }
    },
    signerOf: async ({ algorithm, secret }) => {
      const key = await importSecret(algorithm, secret)
      return async (bytes) => new Uint8Array(await subtle.sign(signParameters(algorithm), key, own(bytes)))
    },
    verify: async (key, bytes, signature) => {
      try {
        const parameters =
          key.algorithm === 'RSA' ? { name: 'RSASSA-PKCS1-v1_5' } : signParameters(key.algorithm)
        return await subtle.verify(parameters, await verifyKey(subtle, key), own(signature), own(bytes))
      } catch {
        return false
      }
    },
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  }
}
