import { utf8Text } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import type { GuardedFetch } from '../verify/options.ts'
import { sameAddress, secureAddress } from './scope.ts'

const maxBytes = 1_048_576
const accept = 'application/ld+json, application/json;q=0.9, application/x-pem-file;q=0.3, text/plain;q=0.2'

/** What an address answered. */
export type Hosted =
  | { state: 'found'; text: string; address: string }
  /** 410: its owner withdrew it. */
  | { state: 'gone' }
  /** Answered by another host, or from another origin. */
  | { state: 'redirected'; by: string }
  | { state: 'unreachable' }
  /** Not an address that can be asked for: not https, or with a user name. */
  | { state: 'refused' }

/** Addresses asked for during one verification, each once. */
export class HostedDocuments {
  readonly #fetch: GuardedFetch | undefined
  readonly #known = new Map<string, Promise<Hosted>>()

  constructor(fetch: GuardedFetch | undefined) {
    this.#fetch = fetch
  }

  /** Never rejects. */
  get(address: string): Promise<Hosted> {
    const url = secureAddress(address)
    if (!url) return Promise.resolve({ state: 'refused' })
    const known = this.#known.get(url.href)
    if (known) return known
    const asked = this.#ask(url)
    this.#known.set(url.href, asked)
    return asked
  }

  async #ask(url: URL): Promise<Hosted> {
    if (!this.#fetch) return { state: 'unreachable' }
    try {
      const answer = await this.#fetch(url.href, { accept, maxBytes })
      const by = new URL(answer.url, url.href)
      if (by.origin !== url.origin) return { state: 'redirected', by: by.origin }
      if (answer.status === 410) return { state: 'gone' }
      const text =
        answer.status === 200 && answer.bytes.length <= maxBytes ? utf8Text(answer.bytes) : undefined
      return text === undefined ? { state: 'unreachable' } : { state: 'found', text, address: url.href }
    } catch {
      // Whatever failed on the way, the document could not be had.
      return { state: 'unreachable' }
    }
  }

  /** A JSON document that names its own address. `address` stands in for the name that 1.x documents do not have. */
  async json(address: string): Promise<HostedJson> {
    const hosted = await this.get(address)
    if (hosted.state !== 'found') return hosted
    try {
      const document = parseJson(hosted.text)
      return isJsonObject(document) ? { state: 'found', document } : { state: 'malformed' }
    } catch (error) {
      if (error instanceof OpenBadgesError) return { state: 'malformed' }
      throw error
    }
  }
}

/** A hosted document, read. */
export type HostedJson =
  | { state: 'found'; document: JsonObject }
  | { state: 'malformed' }
  | Exclude<Hosted, { state: 'found' }>

/** Whether a document names another address than the one it came from. */
export const namesAnother = (document: JsonObject, address: string): boolean => {
  const { id } = document
  return typeof id === 'string' && /^https?:/i.test(id) && !sameAddress(id, address)
}
