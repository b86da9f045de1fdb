import type { Signer } from '../crypto/signer.ts'
import type { IssuableCredential, SignedCredential, VerifiableCredential } from '../v3/model.ts'
import { makeProof } from './make-proof.ts'
import { meaningOf } from './prepare.ts'
import type { PreparedCredential } from './prepared.ts'

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
