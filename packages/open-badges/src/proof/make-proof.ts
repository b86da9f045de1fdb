import type { Statements } from '../canonical/statements.ts'
import type { ContextBundle } from '../contexts/bundle.ts'
import type { Signer } from '../crypto/signer.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import { OpenBadgesError } from '../errors.ts'
import { hasFormat } from '../guard/format.ts'
import { asArray, type Json, type JsonObject } from '../json.ts'
import { dateTime } from '../v3/build.ts'
import type { DataIntegrityProof } from '../v3/model.ts'
import { hashData } from './hash-data.ts'
import { suiteFor } from './suites.ts'

/** What a proof is made over, and how. */
export interface ProofInput {
  signer: Signer
  verificationMethod: string
  created: Date | string
  purpose: 'assertionMethod' | 'authentication'
  /** Members that only some proofs have, such as `challenge`. */
  more?: { challenge?: string; domain?: string; expires?: string }
  /** `@context` of the document: the options are read in it. */
  context: Json | undefined
  statements: Statements
  bundle: ContextBundle
}

/**
 * Makes one Data Integrity proof: `eddsa-rdfc-2022` with an Ed25519 key, `ecdsa-rdfc-2019` with a P-256 or P-384 key.
 * Throws `sign.algorithm`, `sign.verification-method`, `sign.created`, `sign.signature`.
 */
export async function makeProof(input: ProofInput): Promise<DataIntegrityProof> {
  const { signer, verificationMethod, created, purpose, more = {}, statements, bundle } = input
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
    proofPurpose: purpose,
    ...more,
  } as const
  for (const date of [options.created, ...(more.expires === undefined ? [] : [more.expires])]) {
    if (!hasFormat(date, 'date-time'))
      throw new OpenBadgesError({ code: 'sign.created', message: 'The date of the proof is not a date' })
  }
  const document: JsonObject = { '@context': asArray(input.context) }
  const { bytes } = await hashData({ document, proof: options, suite, statements, bundle })
  const signature = await signer.sign(bytes)
  if (signature.length !== suite.signatureLength) {
    throw new OpenBadgesError({
      code: 'sign.signature',
      message: 'The signer gave a signature of the wrong length',
    })
  }
  return { ...options, proofValue: `z${encodeBase58(signature)}` }
}
