import type { Signer } from '../crypto/signer.ts'
import { decodeMultikey } from '../did/multikey.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import { OpenBadgesError } from '../errors.ts'
import { instant } from '../guard/format.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { hashData } from '../proof/hash-data.ts'
import { suiteFor } from '../proof/suites.ts'
import { verifyProof } from '../proof/verify-proof.ts'
import { keyOfDidKey } from './parameters.ts'

const cryptosuite = 'eddsa-jcs-2022'

/**
 * The Multikey that signed a document with a sound proof; `undefined` when it is not sound. The key is the one that
 * the did:key of the proof says, and nothing else. did:webvh 1.0, "Authorized Keys".
 */
export async function signerOfEntry(document: JsonObject, proof: Json): Promise<string | undefined> {
  if (!isJsonObject(proof)) return undefined
  const { type, verificationMethod, proofPurpose, created } = proof
  if (type !== 'DataIntegrityProof' || proof['cryptosuite'] !== cryptosuite) return undefined
  if (proofPurpose !== 'assertionMethod' || typeof verificationMethod !== 'string') return undefined
  if (created !== undefined && (typeof created !== 'string' || Number.isNaN(instant(created))))
    return undefined
  const multikey = verificationMethod.includes('#') ? keyOfDidKey(verificationMethod) : undefined
  const key = multikey === undefined ? undefined : decodeMultikey(multikey)
  if (!key || multikey === undefined) return undefined
  const code = await verifyProof(document, proof, key, [])
  return code === 'proof.signature' ? multikey : undefined
}

/** A key that may sign entries: Ed25519. did:webvh 1.0, "Authorized Keys". */
export interface UpdateKey {
  signer: Signer
  publicKeyMultibase: string
}

/** The proof of an entry. Throws `did.webvh-key`. */
export async function proofOfEntry(
  document: JsonObject,
  { signer, publicKeyMultibase: key }: UpdateKey,
  created: string,
): Promise<JsonObject> {
  const suite = suiteFor(cryptosuite, 'Ed25519')
  if (!suite || signer.algorithm !== 'Ed25519')
    throw new OpenBadgesError({ code: 'did.webvh-key', message: 'Entries are signed with Ed25519 keys' })
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite,
    verificationMethod: `did:key:${key}#${key}`,
    created,
    proofPurpose: 'assertionMethod',
  }
  const { bytes } = await hashData({ document, proof, suite })
  return { ...proof, proofValue: `z${encodeBase58(await signer.sign(bytes))}` }
}
