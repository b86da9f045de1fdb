import type { PublicKey } from '../crypto/adapter.ts'
import { decodeBase64Url, encodeBase64Url, utf8, utf8Text } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import { canonicalJson } from '../proof/jcs.ts'
import type { DidDocument } from './document.ts'
import { decodeMultikey } from './multikey.ts'
import { keyOfJwk } from './public-key.ts'

function jwkOf(key: PublicKey): JsonObject {
  if (key.algorithm === 'RSA')
    return { kty: 'RSA', n: encodeBase64Url(key.modulus), e: encodeBase64Url(key.exponent) }
  if (key.algorithm === 'Ed25519') return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64Url(key.bytes) }
  const size = (key.bytes.length - 1) / 2
  return {
    kty: 'EC',
    crv: key.algorithm,
    x: encodeBase64Url(key.bytes.subarray(1, 1 + size)),
    y: encodeBase64Url(key.bytes.subarray(1 + size)),
  }
}

const malformed = (): OpenBadgesError =>
  new OpenBadgesError({ code: 'key.public-malformed', message: 'This is not a public key' })

/** A public key given as Multikey text or as a JWK, as a bare JWK. Throws `key.public-malformed`. */
export function publicJwk(key: string | JsonObject): JsonObject {
  const read = typeof key === 'string' ? decodeMultikey(key) : keyOfJwk(key)
  if (!read) throw malformed()
  return jwkOf(read)
}

/**
 * The did:jwk of a public key; its verification method is `${did}#0`. did:jwk method; RFC 7517.
 * @param key Multikey text, or a JWK without private member
 * @throws `key.public-malformed` for a private or unknown key
 * @example
 * const issuer = didJwk(key.publicKeyMultibase)
 * resolveDidJwk(issuer).id === issuer // true
 */
export const didJwk = (key: string | JsonObject): string =>
  `did:jwk:${encodeBase64Url(utf8(canonicalJson(publicJwk(key))))}`

/**
 * The document that a did:jwk stands for: the key is the identifier. did:jwk method; DID Core 1.0, 5.
 * @param did the whole DID
 * @throws `did.jwk-malformed`
 * @example
 * const document = resolveDidJwk(didJwk(key.publicKeyMultibase))
 * document.verificationMethod.length // 1
 */
export function resolveDidJwk(did: string): DidDocument {
  const bytes = did.startsWith('did:jwk:') ? decodeBase64Url(did.slice('did:jwk:'.length)) : undefined
  const text = bytes && utf8Text(bytes)
  const jwk = text === undefined ? undefined : parseJson(text)
  if (jwk === undefined || !isJsonObject(jwk) || !keyOfJwk(jwk)) {
    throw new OpenBadgesError({ code: 'did.jwk-malformed', message: 'This did:jwk holds no public key' })
  }
  const id = `${did}#0`
  return {
    id: did,
    verificationMethod: [{ id, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk }],
    assertionMethod: [id],
    authentication: [id],
  }
}

/** What an issuer publishes at `/.well-known/jwks.json` of its origin. RFC 7517, 5; OB 3.0 guide, "key provenance". */
export interface IssuerKeySet {
  keys: JsonObject[]
}

/**
 * The key set of an https issuer, for `/.well-known/jwks.json` of its origin. Each key names the issuer, so that keys of
 * other issuers of the same site do not serve for it. RFC 7517, 5; OB 3.0 guide, "key provenance".
 * @param issuer https address, as in the credentials
 * @param keys each with the `kid` that JWTs name it by, and its key as Multikey text or as a JWK
 * @throws `key.public-malformed`, `did.key-set-issuer`, `did.key-set-kid`
 * @example
 * const issuer = 'https://badges.example/org/12'
 * const set = issuerKeySet(issuer, [{ kid: `${issuer}#1`, key: key.publicKeyMultibase }])
 * set.keys[0].iss // 'https://badges.example/org/12'
 */
export function issuerKeySet(
  issuer: string,
  keys: readonly { kid: string; key: string | JsonObject }[],
): IssuerKeySet {
  if (!issuer.startsWith('https://') || !URL.canParse(issuer))
    throw new OpenBadgesError({ code: 'did.key-set-issuer', message: 'The issuer is an https address' })
  const kids = new Set(keys.map(({ kid }) => kid))
  if (kids.size !== keys.length || kids.has(''))
    throw new OpenBadgesError({ code: 'did.key-set-kid', message: 'Each key has a name of its own' })
  return { keys: keys.map(({ kid, key }) => ({ ...publicJwk(key), kid, iss: issuer })) }
}
