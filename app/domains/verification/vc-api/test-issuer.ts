import { didKey, generateKey, restorePrepared, type Signer, sign, signerFor } from '@insigne/open-badges'

interface TestIssuer {
  did: string
  verificationMethod: string
  signer: Signer
}

let issuer: Promise<TestIssuer> | undefined

/**
 * The issuer of the conformance paths: a key made in memory when first needed and gone with the process.
 * It is no organisation's key, so nothing signed here can pass for somebody's badge.
 */
const testIssuer = (): Promise<TestIssuer> => {
  issuer ??= (async () => {
    const key = await generateKey('Ed25519')
    const did = didKey(key.publicKeyMultibase)
    return { did, verificationMethod: `${did}#${key.publicKeyMultibase}`, signer: await signerFor(key) }
  })()
  return issuer
}

/** Signs a credential under the test key; its `issuer` becomes that key's DID. Throws OpenBadgesError on faults. */
export async function issueForTest(credential: Record<string, unknown>, created: Date): Promise<unknown> {
  const { did, verificationMethod, signer } = await testIssuer()
  const given = credential['issuer']
  const issuerObject = typeof given === 'object' && given !== null ? { ...given, id: did } : did
  const prepared = restorePrepared(JSON.stringify({ ...credential, issuer: issuerObject }))
  return sign(prepared, { signer, verificationMethod, created })
}
