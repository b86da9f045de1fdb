import type { PublicKey } from '../crypto/adapter.ts'
import type { DidDocument, VerificationMethod } from '../did/document.ts'
import { decodeMultikey } from '../did/multikey.ts'
import { parseDidDocument } from '../did/parse.ts'
import { keyOfJwk, keyOfMethod, sameKey } from '../did/public-key.ts'
import { jwksOf, type Resolution, type Resolver } from '../did/resolve.ts'
import { isJsonObject, type JsonObject } from '../json.ts'

/** How a key stands to the issuer that the credential names. */
export type BindingCode =
  | 'issuer.bound'
  | 'issuer.key-not-bound'
  | 'issuer.key-revoked'
  | 'issuer.key-expired'
  | 'issuer.key-withdrawn'
  | 'issuer.unreachable'
  | 'issuer.unsupported'
  | 'issuer.document-malformed'
  | 'issuer.document-mismatch'

export interface Binding {
  code: BindingCode
  /** The key to verify with; when the issuer is unknown, the key that the proof itself shows. */
  key?: PublicKey
  /** Where the key was found, and loose forms that were read. */
  data: JsonObject
}

export interface BindingRequest {
  issuer: string
  /** `verificationMethod` of a proof, `kid` of a JWT. */
  method?: string
  /** `jwk` of a JWT header. */
  jwk?: JsonObject
  now: Date
  /** What the key must be listed for; default `assertionMethod`. */
  relationship?: 'assertionMethod' | 'authentication'
}

const unresolved: Record<Exclude<Resolution['state'], 'found'>, BindingCode> = {
  unreachable: 'issuer.unreachable',
  unsupported: 'issuer.unsupported',
  malformed: 'issuer.document-malformed',
  mismatch: 'issuer.document-mismatch',
}

/**
 * Finds the key of a proof and binds it to the issuer: a good signature by a key that the issuer does not list
 * proves nothing. OB 3.0, 8.5 leaves this to the guide; security is why it is required here.
 */
export async function bindKey(request: BindingRequest, resolver: Resolver): Promise<Binding> {
  const { issuer, method } = request
  const resolution = await resolver.resolve(issuer)
  if (resolution.state === 'found') {
    const bound = bindInDocument(request, resolution.document, resolution.source)
    if (bound.code !== 'issuer.key-not-bound') return bound
    return (await bindBesides(request, resolver)) ?? bindInHistory(request, resolution) ?? bound
  }
  const besides = await bindBesides(request, resolver)
  if (besides) return besides
  const key = shownKey(request)
  const data: JsonObject = { issuer, ...(method === undefined ? {} : { method }) }
  // A DID that is not the issuer's cannot become the issuer's by being unreachable.
  const code =
    method?.startsWith('did:') && issuer.startsWith('did:') && !belongs(method, issuer)
      ? 'issuer.key-not-bound'
      : unresolved[resolution.state]
  return key ? { code, key, data } : { code, data }
}

const belongs = (method: string, issuer: string): boolean =>
  method === issuer || method.startsWith(`${issuer}#`)

// A key that the issuer listed once and lists no more: whoever holds it now could sign with an old date.
function bindInHistory(
  request: BindingRequest,
  { history = [], source }: Extract<Resolution, { state: 'found' }>,
): Binding | undefined {
  for (const [at, { document, versionTime }] of history.entries()) {
    const { code, key, data } = bindInDocument(request, document, source)
    if (code !== 'issuer.bound' || !key || document.id !== request.issuer) continue
    const until = history
      .slice(at + 1)
      .find((later) => bindInDocument(request, later.document, source).code !== 'issuer.bound')
    const times = { from: versionTime, until: until?.versionTime ?? null }
    return { code: 'issuer.key-withdrawn', key, data: { ...data, ...times } }
  }
  return undefined
}

function bindInDocument(
  { method, jwk, now, issuer, relationship = 'assertionMethod' }: BindingRequest,
  document: DidDocument,
  source: string,
): Binding {
  const methods = methodsFor(relationship, document)
  const wanted = jwk && keyOfJwk(jwk)
  const found = methods.find((one) =>
    method === undefined ? wanted !== undefined && holds(one, wanted) : sameMethod(one.id, method, issuer),
  )
  const key = found && keyOfMethod(found)
  if (!found || !key) {
    const shown = shownKey({
      issuer,
      now,
      ...(method === undefined ? {} : { method }),
      ...(jwk ? { jwk } : {}),
    })
    const data: JsonObject = { issuer, source, ...(method === undefined ? {} : { method }) }
    return { code: 'issuer.key-not-bound', data, ...(shown ? { key: shown } : {}) }
  }
  const data: JsonObject = { issuer, source, method: found.id }
  if (method !== undefined && method !== found.id) data['note'] = 'method-without-fragment'
  if (found.controller !== '' && found.controller !== document.id)
    return { code: 'issuer.key-not-bound', key, data }
  if (wanted && !sameKey(wanted, key)) return { code: 'issuer.key-not-bound', key, data }
  if (isPast(found.revoked, now))
    return { code: 'issuer.key-revoked', key, data: { ...data, revoked: found.revoked ?? '' } }
  if (isPast(found.expires, now))
    return { code: 'issuer.key-expired', key, data: { ...data, expires: found.expires ?? '' } }
  return { code: 'issuer.bound', key, data }
}

const holds = (method: VerificationMethod, key: PublicKey): boolean => {
  const own = keyOfMethod(method)
  return own !== undefined && sameKey(own, key)
}

// A bare did:key names its only key: read, never written. It proves itself only for the issuer that is that DID.
const sameMethod = (id: string, method: string, issuer: string): boolean =>
  id === method || (method === issuer && method.startsWith('did:key:') && id.startsWith(`${method}#`))

function methodsFor(
  relationship: 'assertionMethod' | 'authentication',
  document: DidDocument,
): VerificationMethod[] {
  return (document[relationship] ?? []).flatMap((one) => {
    if (typeof one !== 'string') return [one]
    const listed = document.verificationMethod?.find(({ id }) => id === one)
    if (listed) return [listed]
    // A document may name a did:key as its method: the key is in the name.
    const key = one.startsWith('did:key:') ? (one.split('#')[1] ?? one.slice('did:key:'.length)) : ''
    return decodeMultikey(key)
      ? [{ id: one, type: 'Multikey', controller: document.id, publicKeyMultibase: key }]
      : []
  })
}

const isPast = (date: string | undefined, now: Date): boolean =>
  date !== undefined && !(Date.parse(date) > now.getTime())

// HTTPS issuers have two more ways: a key document beside the issuer, and the key set of their origin.
async function bindBesides(
  { issuer, method, jwk, now }: BindingRequest,
  resolver: Resolver,
): Promise<Binding | undefined> {
  if (!issuer.startsWith('https://') || !URL.canParse(issuer)) return undefined
  const { origin } = new URL(issuer)
  if (method?.startsWith(`${origin}/`) && method.split('#')[0] !== issuer) {
    const json = await resolver.json(method.split('#')[0] ?? method, 'application/json')
    const document = json === undefined ? undefined : parseDidDocument(json)
    if (document && json !== undefined && isJsonObject(json) && document.controller?.includes(issuer)) {
      const own = { ...json, id: method, type: 'Multikey', controller: issuer }
      const listed = parseDidDocument({ id: issuer, verificationMethod: [own], assertionMethod: [method] })
      if (listed && document.id === method) return bindInDocument({ issuer, method, now }, listed, method)
    }
  }
  if (method !== undefined && !jwk && !method.startsWith(`${origin}/`)) return undefined
  const where = `${origin}/.well-known/jwks.json`
  const keys = jwksOf(await resolver.json(where, 'application/jwk-set+json, application/json'), issuer)
  for (const candidate of keys) {
    const key = keyOfJwk(candidate)
    const wanted = jwk && keyOfJwk(jwk)
    if (!key) continue
    const matches = wanted ? sameKey(key, wanted) : method !== undefined && candidate['kid'] === method
    if (matches) return { code: 'issuer.bound', key, data: { issuer, source: where, method: method ?? null } }
  }
  return undefined
}

// The key that the proof shows of itself: enough to say that the text was not altered, not who signed.
function shownKey({ method, jwk }: BindingRequest): PublicKey | undefined {
  if (jwk) return keyOfJwk(jwk)
  if (method === undefined) return undefined
  const fragment =
    method.split('#')[1] ?? (method.startsWith('did:key:') ? method.slice('did:key:'.length) : '')
  return decodeMultikey(fragment)
}
