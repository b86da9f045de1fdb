import { OpenBadgesError } from '../errors.ts'
import type { DidDocument } from './document.ts'
import { decodeMultikey } from './multikey.ts'

/**
 * The did:key of a public key; its verification method is `${did}#${publicKeyMultibase}`. did:key method;
 * Controlled Identifiers 1.0, 2.2.2.
 * @param publicKeyMultibase `z6Mk…`, `zDn…` or `z82L…`
 * @throws `key.public-malformed`
 * @example
 * didKey('z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi') // 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'
 */
export function didKey(publicKeyMultibase: string): string {
  if (!decodeMultikey(publicKeyMultibase)) {
    throw new OpenBadgesError({ code: 'key.public-malformed', message: 'This is not a public Multikey' })
  }
  return `did:key:${publicKeyMultibase}`
}

/**
 * The document that a did:key stands for. did:key method; DID Core 1.0, 5.
 * @param did the whole DID
 * @throws `did.key-malformed`
 * @example
 * const document = resolveDidKey(did)
 * document.assertionMethod[0] === verificationMethod // true
 */
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
