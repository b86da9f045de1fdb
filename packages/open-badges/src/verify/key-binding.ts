import type { PublicKey } from '../crypto/adapter.ts'
import type { DidDocument, VerificationMethod } from '../did/document.ts'
import { decodeMultikey } from '../did/multikey.ts'
import { parseDidDocument } from '../did/parse.ts'
import { keyOfJwk, keyOfMethod, sameKey } from '../did/public-key.ts'
import { jwksOf, type Resolution, type Resolver } from '../did/resolve.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { periodOfJwk, periodOfMethod, standingInHistory, standingOf } from './key-period.ts'

/** How a key stands to the issuer that the credential names. */
export type BindingCode =
  | 'issuer.bound'
  | 'issuer.key-not-bound'
  | 'issuer.key-not-for-assertions'
  | 'issuer.key-pending'
  | 'issuer.key-retired'
  | 'issuer.key-revoked'
  | 'issuer.key-revoked-unproven'
  | 'issuer.key-expired'
  | 'issuer.key-expired-unproven'
  | 'issuer.key-withdrawn'
  | 'issuer.key-not-in-force'
  | 'issuer.not-recorded'
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
  /** Set when the key has ended since: the badge holds if somebody else knew it before that instant. */
  before?: number
}

export interface BindingRequest {
  issuer: string
  /** `verificationMethod` of a proof, `kid` of a JWT. */
  method?: string
  /** `jwk` of a JWT header. */
  jwk?: JsonObject
  now: Date
  /** When the proof says that it was made, in milliseconds; nobody else vouches for it. */
  signedAt?: number | undefined
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
    if (!isUnlisted(bound)) return withinLife(bound, request, resolution)
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

// An issuer that has ended its DID signs nothing more; what it signed before still stands.
function withinLife(
  bound: Binding,
  { signedAt }: BindingRequest,
  { endedAt }: Extract<Resolution, { state: 'found' }>,
): Binding {
  if (endedAt === undefined || bound.code !== 'issuer.bound') return bound
  if (signedAt !== undefined && signedAt < endedAt) return bound
  const data = { ...bound.data, until: new Date(endedAt).toISOString() }
  return { ...bound, code: 'issuer.key-not-in-force', data }
}

const isUnlisted = ({ code }: Binding): boolean =>
  code === 'issuer.key-not-bound' || code === 'issuer.key-not-for-assertions'

// A key that the issuer listed once and lists no more: whoever holds it now could sign with an old date.
function bindInHistory(
  request: BindingRequest,
  { history = [], source }: Extract<Resolution, { state: 'found' }>,
): Binding | undefined {
  const windows: { from: number; until: number }[] = []
  let last: Binding | undefined
  for (const [at, { document, versionTime }] of history.entries()) {
    const binding = bindInDocument(request, document, source)
    if (document.id !== request.issuer || isUnlisted(binding)) continue
    const next = history[at + 1]
    windows.push({
      from: Date.parse(versionTime),
      until: next ? Date.parse(next.versionTime) : Number.POSITIVE_INFINITY,
    })
    last = binding
  }
  // What the issuer said of the key when it last listed it still holds.
  if (last?.code !== 'issuer.bound') return last
  const standing = standingInHistory(windows, request.signedAt)
  return standing && { ...last, ...standing, data: { ...last.data, ...standing.data } }
}

function bindInDocument(request: BindingRequest, document: DidDocument, source: string): Binding {
  const { method, jwk, now, signedAt, issuer, relationship = 'assertionMethod' } = request
  const wanted = jwk && keyOfJwk(jwk)
  const isIt = (one: VerificationMethod): boolean =>
    method === undefined ? wanted !== undefined && holds(one, wanted) : sameMethod(one.id, method, issuer)
  const found = methodsFor(relationship, document).find(isIt) ?? revokedOnly(document, isIt)
  const key = found && keyOfMethod(found)
  if (!found || !key) {
    const shown = shownKey(request)
    const data: JsonObject = { issuer, source, ...(method === undefined ? {} : { method }) }
    const isListed = relationship === 'assertionMethod' && document.verificationMethod?.some(isIt) === true
    const code = isListed ? 'issuer.key-not-for-assertions' : 'issuer.key-not-bound'
    return { code, data, ...(shown ? { key: shown } : {}) }
  }
  const data: JsonObject = { issuer, source, method: found.id }
  if (method !== undefined && method !== found.id) data['note'] = 'method-without-fragment'
  if (found.controller !== '' && found.controller !== document.id)
    return { code: 'issuer.key-not-bound', key, data }
  if (wanted && !sameKey(wanted, key)) return { code: 'issuer.key-not-bound', key, data }
  const standing = standingOf(periodOfMethod(found), { signedAt, now: now.getTime() })
  return { ...standing, key, data: { ...data, ...standing.data } }
}

// A revoked key is often taken off every list: its revocation says why. One listed for sign-in never signed badges.
function revokedOnly(
  document: DidDocument,
  isIt: (one: VerificationMethod) => boolean,
): VerificationMethod | undefined {
  const found = document.verificationMethod?.find(
    (one) => periodOfMethod(one).revoked !== undefined && isIt(one),
  )
  return found && !methodsFor('authentication', document).some(isIt) ? found : undefined
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

// HTTPS issuers have two more ways: a key document beside the issuer, and the key set of their origin.
async function bindBesides(request: BindingRequest, resolver: Resolver): Promise<Binding | undefined> {
  const { issuer, method, jwk, now, signedAt } = request
  if (!issuer.startsWith('https://') || !URL.canParse(issuer)) return undefined
  const { origin } = new URL(issuer)
  if (method?.startsWith(`${origin}/`) && method.split('#')[0] !== issuer) {
    const json = await resolver.json(method.split('#')[0] ?? method, 'application/json')
    const document = json === undefined ? undefined : parseDidDocument(json)
    if (document && json !== undefined && isJsonObject(json) && document.controller?.includes(issuer)) {
      const own = { ...json, id: method, type: 'Multikey', controller: issuer }
      const listed = parseDidDocument({ id: issuer, verificationMethod: [own], assertionMethod: [method] })
      if (listed && document.id === method)
        return bindInDocument({ issuer, method, now, signedAt }, listed, method)
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
    if (!matches) continue
    const standing = standingOf(periodOfJwk(candidate), { signedAt, now: now.getTime() })
    return { ...standing, key, data: { issuer, source: where, method: method ?? null, ...standing.data } }
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
