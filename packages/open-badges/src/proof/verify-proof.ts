import type { Statements } from '../canonical/statements.ts'
import { bundle2026, type ContextBundle } from '../contexts/bundle.ts'
import type { PublicKey } from '../crypto/adapter.ts'
import { platformCrypto } from '../crypto/platform.ts'
import { decodeBase58 } from '../encoding/base58.ts'
import { OpenBadgesError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { hashData } from './hash-data.ts'
import { verifySelective } from './selective.ts'
import { type Suite, suiteFor } from './suites.ts'

/** Result of one Data Integrity proof, before anything is known of the issuer. */
export type ProofCode =
  | 'proof.signature'
  | 'proof.signature-invalid'
  | 'proof.value-malformed'
  | 'proof.suite-mismatch'
  | 'context.unknown-term'
  | 'context.foreign'
  | 'proof.poison-graph'

/** The suite of a proof; Ed25519Signature2020 is the older name of the same steps. */
function suiteOf(proof: JsonObject, key: PublicKey): Suite | undefined {
  if (key.algorithm === 'RSA') return undefined
  if (proof['type'] === 'Ed25519Signature2020') return suiteFor('eddsa-rdfc-2022', key.algorithm)
  return typeof proof['cryptosuite'] === 'string' ? suiteFor(proof['cryptosuite'], key.algorithm) : undefined
}

// Only one text stands for a signature: base58btc has one text for any bytes, which its tests hold.
function signatureOf(proofValue: unknown, length: number): Uint8Array | undefined {
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z') || proofValue.length > 200)
    return undefined
  const bytes = decodeBase58(proofValue.slice(1))
  return bytes?.length === length ? bytes : undefined
}

/**
 * Verifies the signature of one proof over a document without `proof`, given its statements. Never throws on bad input.
 */
export async function verifyProof(
  document: JsonObject,
  proof: JsonObject,
  key: PublicKey,
  statements: Statements,
  bundle: ContextBundle = bundle2026,
): Promise<ProofCode> {
  try {
    return proof['cryptosuite'] === 'ecdsa-sd-2023'
      ? await verifySelective(document, proof, key, statements, bundle)
      : await verifyWhole(document, proof, key, statements, bundle)
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) throw error
    if (error.code === 'canonical.poison-graph') return 'proof.poison-graph'
    return error.code === 'context.foreign' || error.code === 'context.unknown-term'
      ? error.code
      : 'proof.signature-invalid'
  }
}

async function verifyWhole(
  document: JsonObject,
  proof: JsonObject,
  key: PublicKey,
  statements: Statements,
  bundle: ContextBundle,
): Promise<ProofCode> {
  const suite = suiteOf(proof, key)
  if (!suite) return 'proof.suite-mismatch'
  const signature = signatureOf(proof['proofValue'], suite.signatureLength)
  if (!signature) return 'proof.value-malformed'
  const { proofValue: _, ...options } = proof
  const { bytes } = await hashData({
    document,
    proof: options,
    suite,
    bundle,
    ...(suite.canonicalization === 'rdfc' ? { statements } : {}),
  })
  return (await platformCrypto().verify(key, bytes, signature))
    ? 'proof.signature'
    : 'proof.signature-invalid'
}
