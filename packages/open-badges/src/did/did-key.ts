import { OpenBadgesError } from '../errors.ts'
import type { DidDocument } from './document.ts'
import { decodeMultikey } from './multikey.ts'

/**
 * The did:key of a public key; its verification method is `${did}#${publicKeyMultibase}`.
 * Throws `key.public-malformed`.
 * @example
 * didKey('z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi')
 */
export function didKey(publicKeyMultibase: string): string {
  if (!decodeMultikey(publicKeyMultibase)) {
    throw new OpenBadgesError({ code: 'key.public-malformed', message: 'This is not a public Multikey' })
  }
  return `did:key:${publicKeyMultibase}`
}

/** The document that a did:key stands for. Throws `did.key-malformed`. */
export function resolveDidKey(did: string): DidDocument {
  const key = did.startsWith('did:key:') ? did.slice('did:key:'.length) : ''
  if (!decodeMultikey(key))
    throw new OpenBadgesError({ code: 'did.key-malformed', message: 'This did:key holds no key' })
  const id = `${did}#${key}`
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: key }],
    assertionMethod: [id],
    authentication: [id],
  }
}
