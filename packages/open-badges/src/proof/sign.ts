import type { Signer } from '../crypto/signer.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import { OpenBadgesError } from '../errors.ts'
import { hasFormat } from '../guard/format.ts'
import type { JsonObject } from '../json.ts'
import { dateTime } from '../v3/build.ts'
import type {
  DataIntegrityProof,
  IssuableCredential,
  SignedCredential,
  VerifiableCredential,
} from '../v3/model.ts'
import { hashData } from './hash-data.ts'
import { meaningOf } from './prepare.ts'
import type { PreparedCredential } from './prepared.ts'
import { suiteFor } from './suites.ts'

export interface SignOptions {
  signer: Signer
  /** DID URL of the key: `did:web:badges.example#key-1`. */
  verificationMethod: string
  /** Default: the present. */
  created?: Date | string
}

/**
 * Signs a prepared credential: `eddsa-rdfc-2022` with an Ed25519 key, `ecdsa-rdfc-2019` with a P-256 or P-384 key.
 * The result is a new object with one proof. Data Integrity EdDSA 1.0, 3.2; ECDSA 1.0, 3.2.
 * Throws `prepare.not-prepared`, `sign.verification-method`, `sign.created`, `sign.signature`.
 * @example
 * const credential = await sign(prepare(draft), { signer, verificationMethod: `${did}#${key.publicKeyMultibase}` })
 */
export async function sign<T extends IssuableCredential | VerifiableCredential>(
  prepared: PreparedCredential<T>,
  { signer, verificationMethod, created = new Date() }: SignOptions,
): Promise<SignedCredential<T>> {
  const { statements, bundle } = meaningOf(prepared)
  const cryptosuite = signer.algorithm === 'Ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019'
  const suite = signer.algorithm === 'RSA' ? undefined : suiteFor(cryptosuite, signer.algorithm)
  if (!suite)
    throw new OpenBadgesError({ code: 'sign.algorithm', message: 'No proof exists for this kind of key' })
  if (!hasFormat(verificationMethod, 'uri') || !/^(did|https):.*#./.test(verificationMethod)) {
    throw new OpenBadgesError({
      code: 'sign.verification-method',
      message: 'The verification method must be a DID URL or https URL with a fragment',
    })
  }
  const options = {
    type: 'DataIntegrityProof',
    created: dateTime(created),
    verificationMethod,
    cryptosuite,
    proofPurpose: 'assertionMethod',
  } as const
  if (!hasFormat(options.created, 'date-time')) {
    throw new OpenBadgesError({ code: 'sign.created', message: 'The date of the proof is not a date' })
  }
  const context: JsonObject = { '@context': [prepared.credential['@context']].flat() }
  const { bytes } = await hashData({ document: context, proof: options, suite, statements, bundle })
  const signature = await signer.sign(bytes)
  if (signature.length !== suite.signatureLength) {
    throw new OpenBadgesError({
      code: 'sign.signature',
      message: 'The signer gave a signature of the wrong length',
    })
  }
  const proof: DataIntegrityProof = { ...options, proofValue: `z${encodeBase58(signature)}` }
  return { ...prepared.credential, proof: [proof] }
}
