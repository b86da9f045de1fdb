import type { Signer } from '../crypto/signer.ts'
import type { IssuableCredential, SignedCredential, VerifiableCredential } from '../v3/model.ts'
import { makeProof } from './make-proof.ts'
import { meaningOf } from './prepare.ts'
import type { PreparedCredential } from './prepared.ts'

/** The key that signs, and when. VC Data Integrity 1.0, 2.1. */
export interface SignOptions {
  signer: Signer
  /** DID URL of the key: `did:web:badges.example#key-1`. */
  verificationMethod: string
  /** Default: the present. */
  created?: Date | string
}

/**
 * Signs a prepared credential: `eddsa-rdfc-2022` with an Ed25519 key, `ecdsa-rdfc-2019` with a P-256 or P-384 key.
 * The result is a new object with one proof. Data Integrity EdDSA 1.0, 3.2; Data Integrity ECDSA 1.0, 3.2.
 * @param prepared what `prepare`, `prepareCredential` or `prepareClr` gave
 * @param options the key that signs
 * @throws `prepare.not-prepared`, `sign.algorithm`, `sign.verification-method`, `sign.created`,
 * `sign.signature`
 * @example
 * const signed = await sign(prepare(draft), { signer, verificationMethod: `${did}#${key.publicKeyMultibase}` })
 * signed.proof[0].cryptosuite // 'eddsa-rdfc-2022'
 */
export async function sign<T extends IssuableCredential | VerifiableCredential>(
  prepared: PreparedCredential<T>,
  { signer, verificationMethod, created = new Date() }: SignOptions,
): Promise<SignedCredential<T>> {
  const { statements, bundle } = meaningOf(prepared)
  const proof = await makeProof({
    signer,
    verificationMethod,
    created,
    purpose: 'assertionMethod',
    context: [prepared.credential['@context']].flat(),
    statements,
    bundle,
  })
  return { ...prepared.credential, proof: [proof] }
}
