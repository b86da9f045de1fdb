import { OpenBadgesError } from '../errors.ts'
import type { DidDocument, VerificationMethod } from './document.ts'
import { decodeMultikey } from './multikey.ts'

const refuse = (code: string, message: string): never => {
  throw new OpenBadgesError({ code, message })
}

/**
 * The did:web of an HTTPS address; a port becomes `%3A`, a path becomes `:` segments. did:web method, "Create (Register)".
 * @param url https address without user, query or fragment; http for `localhost` only
 * @throws `did.web-address`
 * @example
 * didWeb('https://badges.example:8443/org/12') // 'did:web:badges.example%3A8443:org:12'
 */
export function didWeb(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : refuse('did.web-address', 'A did:web needs an address')
  const local = parsed.hostname === 'localhost' || parsed.hostname === '127.0.0.1'
  if (parsed.protocol !== 'https:' && !(local && parsed.protocol === 'http:')) {
    refuse('did.web-address', 'A did:web needs an https address')
  }
  if (parsed.username || parsed.password || parsed.search || parsed.hash) {
    refuse('did.web-address', 'A did:web address holds no user, query or fragment')
  }
  const path = parsed.pathname.split('/').filter((segment) => segment !== '')
  return ['did:web', parsed.host.replace(':', '%3A'), ...path].join(':')
}

/**
 * Where the document of a did:web is. `http` is used for `localhost` only, for trials. did:web method, "Read (Resolve)".
 * @param did the whole DID
 * @throws `did.web-malformed`
 * @example
 * didWebUrl('did:web:badges.example:org:12') // 'https://badges.example/org/12/did.json'
 */
export function didWebUrl(did: string): string {
  const [scheme, method, host, ...path] = did.split(':')
  if (scheme !== 'did' || method !== 'web' || !host || !/^[A-Za-z0-9.-]+(%3A\d{1,5})?$/i.test(host)) {
    return refuse('did.web-malformed', 'This is not a did:web')
  }
  if (path.some((segment) => !/^[A-Za-z0-9._~%-]+$/.test(segment) || /^\.+$/.test(decodedSegment(segment)))) {
    return refuse('did.web-malformed', 'This did:web holds a refused path')
  }
  const authority = host.replace(/%3A/i, ':')
  const transport = /^(localhost|127\.0\.0\.1)(:|$)/.test(authority) ? 'http' : 'https'
  const where = path.length === 0 ? '/.well-known/did.json' : `/${path.join('/')}/did.json`
  return `${transport}://${authority}${where}`
}

// A segment that decodes to dots or a slash would leave its folder.
function decodedSegment(segment: string): string {
  try {
    const text = decodeURIComponent(segment)
    return /[/\\]/.test(text) ? '..' : text
  } catch {
    return '..'
  }
}

/** What `didDocument` needs. Dates are RFC 3339. Controlled Identifiers 1.0, 2.2. */
export interface DidDocumentInput {
  did: string
  /** `id` defaults to `${did}#${publicKeyMultibase}`; `assertion: false` keeps a key out of use. */
  keys: { publicKeyMultibase: string; id?: string; expires?: string; revoked?: string; assertion?: boolean }[]
  alsoKnownAs?: string[]
}

/**
 * A DID document whose `assertionMethod` strings equal `verificationMethod[].id`, as the official validator wants. Keep
 * retired keys in it, in both lists: old badges need them. `revoked` says since when somebody else may hold a key.
 * DID Core 1.0, 5; Controlled Identifiers 1.0, 2.2.
 * @param input the DID and its keys
 * @throws `did.document-key`, `did.document-key-id`
 * @example
 * const document = didDocument({
 *   did: 'did:web:badges.example',
 *   keys: [{ publicKeyMultibase: key.publicKeyMultibase }],
 * })
 * document.assertionMethod[0] === document.verificationMethod[0].id // true
 */
export function didDocument({ did, keys, alsoKnownAs }: DidDocumentInput): DidDocument {
  const seen = new Set<string>()
  const methods = keys.map(({ publicKeyMultibase, id, expires, revoked }): VerificationMethod => {
    if (!decodeMultikey(publicKeyMultibase)) refuse('did.document-key', 'A key is not a public Multikey')
    const method = id ?? `${did}#${publicKeyMultibase}`
    if (!method.startsWith(`${did}#`)) refuse('did.document-key-id', `A key id must begin with ${did}#`)
    if (seen.has(method)) refuse('did.document-key-id', 'Two keys have the same id')
    seen.add(method)
    return {
      id: method,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
      ...(expires ? { expires } : {}),
      ...(revoked ? { revoked } : {}),
    }
  })
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    ...(alsoKnownAs && alsoKnownAs.length > 0 ? { alsoKnownAs } : {}),
    verificationMethod: methods,
    assertionMethod: methods.filter((_, at) => keys[at]?.assertion !== false).map(({ id }) => id),
  }
}
