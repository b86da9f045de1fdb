import type { Signer } from '../crypto/signer.ts'
import { encodeBase64Url, utf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { instant } from '../guard/format.ts'
import type { IssuableCredential } from '../v3/model.ts'
import { meaningOf } from './prepare.ts'
import type { PreparedCredential } from './prepared.ts'

/** The key that signs a JWT. OB 3.0, 8.2.4; RFC 7515, 4.1.4. */
export interface SignJwtOptions {
  signer: Signer
  /** DID URL of the key, written as `kid`. */
  verificationMethod: string
}

const algorithms = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384', RSA: 'RS256' } as const

/**
 * Signs a prepared credential as a compact VC-JWT of OB 3.0 (the external proof): RS256 with an RSA key, ES256 with a
 * P-256 key, EdDSA with an Ed25519 key. The official validator refuses EdDSA: keep it for wallets that ask. OB 3.0, 8.2.4.
 * @param prepared what `prepare` gave
 * @param options the key that signs
 * @throws `prepare.not-prepared`, `sign.verification-method`
 * @example
 * const token = await signJwt(prepare(school.draft), school)
 * const { format, verdict } = await verify(token)
 * format // 'ob3-jwt'
 * verdict // 'valid'
 */
export async function signJwt(
  prepared: PreparedCredential<IssuableCredential>,
  { signer, verificationMethod }: SignJwtOptions,
): Promise<string> {
  meaningOf(prepared)
  const { credential } = prepared
  const { issuer, credentialSubject: subject, validFrom, validUntil } = credential
  if (!/^(did|https):.*#./.test(verificationMethod)) {
    throw new OpenBadgesError({
      code: 'sign.verification-method',
      message: 'The verification method must be a DID URL or https URL with a fragment',
    })
  }
  const header = { alg: algorithms[signer.algorithm], kid: verificationMethod, typ: 'JWT' }
  const claims = {
    iss: typeof issuer === 'string' ? issuer : issuer.id,
    jti: credential.id,
    ...(validFrom === undefined ? {} : { nbf: Math.floor(instant(validFrom) / 1000) }),
    ...(validUntil === undefined ? {} : { exp: Math.floor(instant(validUntil) / 1000) }),
    ...(subject.id === undefined ? {} : { sub: subject.id }),
  }
  const part = (value: object): string => encodeBase64Url(utf8(JSON.stringify(value)))
  const input = `${part(header)}.${part({ ...credential, ...claims })}`
  return `${input}.${encodeBase64Url(await signer.sign(utf8(input)))}`
}
