import type { PublicKey } from '../crypto/adapter.ts'
import { decodeBase64Url, sameBytes } from '../encoding/bytes.ts'
import type { JsonObject } from '../json.ts'
import type { VerificationMethod } from './document.ts'
import { decodeMultikey } from './multikey.ts'

const coordinateLength = { 'P-256': 32, 'P-384': 48 } as const
const minRsaBytes = 256

const bytesOf = (jwk: JsonObject, name: string): Uint8Array | undefined => {
  const value = jwk[name]
  return typeof value === 'string' ? decodeBase64Url(value) : undefined
}

/** A JWK to a public key; `undefined` for a private, weak (RSA under 2048 bits) or unknown one. RFC 7517, 8037. */
export function keyOfJwk(jwk: JsonObject): PublicKey | undefined {
  if (Object.hasOwn(jwk, 'd')) return undefined
  const { kty, crv } = jwk
  const x = bytesOf(jwk, 'x')
  if (kty === 'OKP' && crv === 'Ed25519' && x?.length === 32) return { algorithm: 'Ed25519', bytes: x }
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384')) {
    const y = bytesOf(jwk, 'y')
    const length = coordinateLength[crv]
    return x?.length === length && y?.length === length
      ? { algorithm: crv, bytes: new Uint8Array([4, ...x, ...y]) }
      : undefined
  }
  const modulus = bytesOf(jwk, 'n')
  const exponent = bytesOf(jwk, 'e')
  if (kty !== 'RSA' || !modulus || !exponent || exponent.length > 4) return undefined
  const trimmed = modulus.subarray(modulus.findIndex((byte) => byte !== 0))
  const strong = trimmed.length > minRsaBytes || (trimmed.length === minRsaBytes && (trimmed[0] ?? 0) >= 0x80)
  return strong && trimmed.length <= 1024 ? { algorithm: 'RSA', modulus: trimmed, exponent } : undefined
}

/** The key of a verification method. */
export function keyOfMethod(method: VerificationMethod): PublicKey | undefined {
  if (method.publicKeyMultibase !== undefined) return decodeMultikey(method.publicKeyMultibase)
  return method.publicKeyJwk && keyOfJwk(method.publicKeyJwk)
}

export function sameKey(a: PublicKey, b: PublicKey): boolean {
  if (a.algorithm === 'RSA') {
    return b.algorithm === 'RSA' && sameBytes(a.modulus, b.modulus) && sameBytes(a.exponent, b.exponent)
  }
  return b.algorithm === a.algorithm && sameBytes(a.bytes, b.bytes)
}
