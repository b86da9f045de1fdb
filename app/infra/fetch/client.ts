import { Agent, type buildConnector, type Dispatcher } from 'undici'
import { decode, readBytes } from './body.ts'
import { guardedConnector, type Resolve, systemResolve } from './connector.ts'
import { type FetchFault, faultOf, RefusedFetch } from './fault.ts'
import { parseTarget } from './target.ts'

export interface FetchWish {
  /** Value of the `Accept` header. */
  accept?: string
  /** Bytes after which the fetch gives up. */
  maxBytes?: number
  /** What is longer than `maxBytes` is cut there, not refused: the beginning of a list of rules is worth reading. */
  cut?: boolean
  /** What an earlier answer said of itself: the server may then answer 304, without a body. RFC 9110, 13.1. */
  known?: Pick<Freshness, 'etag' | 'lastModified'>
}

/** What an answer says of its own age, as it was written. RFC 9110, 8.8 and 10.2.3. */
export interface Freshness {
  etag: string | null
  lastModified: string | null
  /** Seconds or a date; the server asks not to be asked before. */
  retryAfter: string | null
}

/** What came back, or why nothing did. A status such as 404 is an answer, not a failure. */
export type FetchOutcome =
  | {
      ok: true
      status: number
      /** The address that answered, after redirects. */
      url: string
      contentType: string | null
      bytes: Uint8Array
      freshness: Freshness
    }
  | { ok: false; code: FetchFault; url: string }

/** The way out to other people's servers. */
export interface GuardedClient {
  /** Never throws: a refused or failed fetch is an outcome. */
  get(url: string, wish?: FetchWish): Promise<FetchOutcome>
  close(): Promise<void>
}

export interface ClientOptions {
  /**
   * Origins of our own on this machine, such as `http://localhost:3000`: plain http and any port are then
   * accepted, and only a loopback address may answer. Default: none.
   */
  isOwn?: (url: URL) => boolean
  /** Default 1 MiB. */
  maxBytes?: number
  /** Default 3; each one is checked like the first address. */
  maxRedirects?: number
  connectMs?: number
  readMs?: number
  totalMs?: number
  userAgent?: string
  ca?: string
  resolve?: Resolve
  dial?: buildConnector.connector
}

const defaults = { maxBytes: 1024 * 1024, maxRedirects: 3, connectMs: 5_000, readMs: 10_000, totalMs: 30_000 }
const redirects = new Set([301, 302, 303, 307, 308])

/**
 * A client for addresses that strangers give: public addresses, https on 443, few redirects, bounded size
 * and time, no cookie, no proxy. Nothing is asked of a private network, whatever the spelling.
 */
export function createGuardedClient(options: ClientOptions = {}): GuardedClient {
  const limits = { ...defaults, ...options }
  const isOwn = options.isOwn ?? (() => false)
  const agent = new Agent({
    connect: guardedConnector({
      resolve: options.resolve ?? systemResolve,
      connectMs: limits.connectMs,
      ca: options.ca,
      dial: options.dial,
      isOwn,
    }),
    headersTimeout: limits.readMs,
    bodyTimeout: limits.readMs,
    // A kept connection was checked when it was opened; it is not kept long.
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 1_000,
    pipelining: 1,
    connections: 4,
    maxHeaderSize: 16 * 1024,
  })
  const headers = ({ accept, known }: FetchWish) => ({
    accept: accept ?? '*/*',
    'accept-encoding': 'identity',
    'user-agent': options.userAgent ?? 'Insigne (reads and verifies Open Badges)',
    ...(isPlain(known?.etag) ? { 'if-none-match': known.etag } : {}),
    ...(isPlain(known?.lastModified) ? { 'if-modified-since': known.lastModified } : {}),
  })

  async function follow(first: string, wish: FetchWish, signal: AbortSignal): Promise<FetchOutcome> {
    const maxBytes = wish.maxBytes ?? limits.maxBytes
    let url = parseTarget(first, isOwn)
    for (let hop = 0; ; hop += 1) {
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: headers(wish),
        signal,
      })
      const next = redirects.has(answer.statusCode) ? one(answer, 'location') : undefined
      if (next === undefined) return await readAnswer(answer, url, maxBytes, wish.cut === true)
      answer.body.on('error', ignore).destroy()
      if (hop === limits.maxRedirects) throw new RefusedFetch('fetch.too-many-redirects')
      url = parseTarget(URL.parse(next, url.href)?.href ?? '', isOwn)
    }
  }

  return {
    async get(url, wish = {}) {
      const signal = AbortSignal.timeout(limits.totalMs)
      try {
        return await follow(url, wish, signal)
      } catch (error) {
        return { ok: false, code: signal.aborted ? 'fetch.timeout' : faultOf(error), url }
      }
    },
    close: () => agent.destroy(),
  }
}

async function readAnswer(
  answer: Dispatcher.ResponseData,
  url: URL,
  maxBytes: number,
  cut: boolean,
): Promise<FetchOutcome> {
  if (!cut && Number(one(answer, 'content-length') ?? 0) > maxBytes) {
    answer.body.on('error', ignore).destroy()
    throw new RefusedFetch('fetch.too-large')
  }
  const bytes = await decode(
    await readBytes(answer.body, maxBytes, cut),
    one(answer, 'content-encoding'),
    maxBytes,
  )
  return {
    ok: true,
    status: answer.statusCode,
    url: url.href,
    contentType: one(answer, 'content-type') ?? null,
    bytes,
    freshness: {
      etag: plain(one(answer, 'etag')),
      lastModified: plain(one(answer, 'last-modified')),
      retryAfter: plain(one(answer, 'retry-after')),
    },
  }
}

// What goes back in a header was written by a stranger: one short line of ASCII, or nothing.
const isPlain = (text: string | null | undefined): text is string =>
  typeof text === 'string' && text.length <= 500 && /^[ -~]+$/.test(text)
const plain = (text: string | undefined): string | null => (isPlain(text) ? text : null)

function one(answer: Dispatcher.ResponseData, name: string): string | undefined {
  const value = answer.headers[name]
  return Array.isArray(value) ? value[0] : value
}

// A stream that we close ourselves complains of it: nothing to learn.
const ignore = () => undefined
