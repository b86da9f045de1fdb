import { utf8Text } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import type { GuardedFetch, VerifyOptions } from '../verify/options.ts'
import type { WebvhVersion } from '../webvh/verify-log.ts'
import { resolveDidJwk } from './did-jwk.ts'
import { resolveDidKey } from './did-key.ts'
import { didWebUrl } from './did-web.ts'
import type { DidDocument } from './document.ts'
import { parseDidDocument } from './parse.ts'

const maxDocumentBytes = 1_048_576
const didAccept =
  'application/did+json, application/did+ld+json, application/json;q=0.9, application/ld+json;q=0.8'

/** How a controller was found, or why not. */
export type Resolution =
  | {
      state: 'found'
      document: DidDocument
      source: string
      /** What the document was before, where its method keeps that. */
      history?: readonly WebvhVersion[]
      /** When its controller ended it for good, in milliseconds. */
      endedAt?: number
    }
  | { state: 'unreachable' | 'unsupported' | 'malformed' | 'mismatch' }

/** Resolves controllers once for a verification. */
export class Resolver {
  readonly fetch: GuardedFetch | undefined
  readonly #now: Date
  readonly #override: VerifyOptions['resolveDid']
  readonly #known = new Map<string, Promise<Resolution>>()
  readonly #json = new Map<string, Promise<Json | undefined>>()

  constructor(options: VerifyOptions) {
    this.fetch = options.offline ? undefined : options.fetch
    this.#override = options.resolveDid
    this.#now = options.now ?? new Date()
  }

  /** The document of a DID or of an HTTPS controller. */
  resolve(id: string): Promise<Resolution> {
    const known = this.#known.get(id)
    if (known) return known
    const resolution = this.#resolve(id)
    this.#known.set(id, resolution)
    return resolution
  }

  /** A JSON document; `undefined` when it could not be fetched or read. Redirects to another origin are refused. */
  json(url: string, accept: string, maxBytes = maxDocumentBytes): Promise<Json | undefined> {
    const known = this.#json.get(url)
    if (known) return known
    const document = this.#fetchJson(url, accept, maxBytes)
    this.#json.set(url, document)
    return document
  }

  /** The same as text. */
  text(url: string, accept: string, maxBytes: number): Promise<string | undefined> {
    return this.#fetchText(url, accept, maxBytes)
  }

  async #resolve(id: string): Promise<Resolution> {
    const given = await this.#overridden(id)
    if (given)
      return given.id === id ? { state: 'found', document: given, source: id } : { state: 'mismatch' }
    try {
      if (id.startsWith('did:key:')) return { state: 'found', document: keyDocument(id), source: id }
      if (id.startsWith('did:jwk:')) return { state: 'found', document: resolveDidJwk(id), source: id }
      if (id.startsWith('did:webvh:')) return await this.#resolveLog(id)
      if (id.startsWith('did:web:')) return await this.#fetchDocument(didWebUrl(id), id)
    } catch (error) {
      if (error instanceof OpenBadgesError) return { state: 'malformed' }
      throw error
    }
    return /^https:\/\//.test(id) ? this.#fetchDocument(id.split('#')[0] ?? id, id) : { state: 'unsupported' }
  }

  // Logs are verified by code that is loaded for them.
  async #resolveLog(id: string): Promise<Resolution> {
    const { resolveWebvh } = await import('../webvh/resolve.ts')
    return resolveWebvh(id, (url, accept) => this.#fetchText(url, accept, maxDocumentBytes), this.#now)
  }

  async #overridden(id: string): Promise<DidDocument | undefined> {
    try {
      return await this.#override?.(id)
    } catch {
      // A hook that fails is a controller that could not be reached.
      return undefined
    }
  }

  async #fetchDocument(url: string, id: string): Promise<Resolution> {
    const json = await this.json(url, didAccept)
    if (json === undefined) return { state: 'unreachable' }
    const document = parseDidDocument(json)
    if (!document) return { state: 'malformed' }
    return document.id === id ? { state: 'found', document, source: url } : { state: 'mismatch' }
  }

  async #fetchJson(url: string, accept: string, maxBytes: number): Promise<Json | undefined> {
    try {
      const text = await this.#fetchText(url, accept, maxBytes)
      return text === undefined ? undefined : parseJson(text)
    } catch {
      // What is not JSON is not the document.
      return undefined
    }
  }

  async #fetchText(url: string, accept: string, maxBytes: number): Promise<string | undefined> {
    if (!this.fetch) return undefined
    try {
      const answer = await this.fetch(url, { accept, maxBytes })
      if (answer.status !== 200 || answer.bytes.length > maxBytes) return undefined
      if (new URL(answer.url, url).origin !== new URL(url).origin) return undefined
      return utf8Text(answer.bytes)
    } catch {
      // Whatever failed on the way, the document could not be had.
      return undefined
    }
  }
}

// One issuer's name is read in each of its badges.
const keyDocuments = new Map<string, DidDocument>()
const maxKeyDocuments = 64

function keyDocument(did: string): DidDocument {
  const known = keyDocuments.get(did)
  if (known) return known
  const document = resolveDidKey(did)
  if (keyDocuments.size >= maxKeyDocuments) keyDocuments.clear()
  keyDocuments.set(did, document)
  return document
}

/** Keys of a JWK set that name their issuer; OB 3.0 implementation guide, "key provenance". */
export function jwksOf(json: Json | undefined, issuer: string): JsonObject[] {
  if (json === undefined || !isJsonObject(json)) return []
  return asArray(json['keys']).flatMap((key) => (isJsonObject(key) && key['iss'] === issuer ? [key] : []))
}
