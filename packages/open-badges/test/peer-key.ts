import * as Multikey from '@digitalbazaar/ed25519-multikey'

/** A key pair of the peer library, with its did:key. */
export async function makePeerKey(): Promise<{ controller: string; signer: unknown }> {
  const pair = await Multikey.generate()
  const controller = `did:key:${pair.publicKeyMultibase}`
  pair.controller = controller
  pair.id = `${controller}#${pair.publicKeyMultibase}`
  return { controller, signer: pair.signer() }
}
