import { didKey, generateKey, type KeyAlgorithm, type Signer, signerFor } from '@insigne/open-badges'

export interface TestIssuer {
  did: string
  verificationMethod: string
  signer: Signer
}

const issuers = new Map<KeyAlgorithm, Promise<TestIssuer>>()

/**
 * An issuer of the conformance paths: a key made in memory when first needed and gone with the process.
 * It is no organisation's key, so nothing signed here can pass for somebody's badge.
 */
export function testIssuer(algorithm: KeyAlgorithm): Promise<TestIssuer> {
  const known = issuers.get(algorithm)
  if (known !== undefined) return known
  const made = makeIssuer(algorithm)
  issuers.set(algorithm, made)
  return made
}

async function makeIssuer(algorithm: KeyAlgorithm): Promise<TestIssuer> {
  const key = await generateKey(algorithm)
  const did = didKey(key.publicKeyMultibase)
  return { did, verificationMethod: `${did}#${key.publicKeyMultibase}`, signer: await signerFor(key) }
}
