import { createHash } from 'node:crypto'

export const sourceStates = ['proposed', 'active', 'refused', 'stopped'] as const
export type SourceState = (typeof sourceStates)[number]

/** What a source turned out to be, once it answered. */
export const sourceKinds = [
  'issuer',
  'badge-class',
  'award',
  'achievement',
  'credential',
  'did',
  'list',
  'image',
  'feed',
  'page',
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** How hard the harvest may work. A composition may say otherwise: a bench asks its own host without pause. */
export interface HarvestSettings {
  /** Between two requests to one host, unless its robots.txt asks for more. */
  pauseMs: number
  /** A robots.txt that asks for a longer pause is not waited for: the host is read this slowly. */
  maxPauseMs: number
  /** Hosts asked side by side. */
  lanes: number
  /** Requests side by side to one host. */
  perHost: number
  maxDocumentBytes: number
  /** A list or a feed may be longer than a badge. */
  maxListBytes: number
  maxDocumentsPerRun: number
  /** Addresses that one source may hold, and badges that one issuer may. */
  maxAddresses: number
  maxBadgesPerIssuer: number
  maxDepth: number
  runHours: number
  refreshHours: number
  /** One job works this long, then lets others pass. */
  sliceMs: number
}

export const defaultSettings: HarvestSettings = {
  pauseMs: 1_000,
  maxPauseMs: 30_000,
  lanes: 24,
  perHost: 1,
  maxDocumentBytes: 1024 * 1024,
  maxListBytes: 8 * 1024 * 1024,
  maxDocumentsPerRun: 5_000,
  maxAddresses: 100_000,
  maxBadgesPerIssuer: 100_000,
  maxDepth: 6,
  runHours: 6,
  refreshHours: 24,
  sliceMs: 45_000,
}

/** Longest time for one document, so that a host that drips is left. */
export const documentMs = 15_000
/** A dead host of a worker is asked again after this. */
export const leaseMs = 60_000
export const maxTries = 3

const hour = 3_600_000
const minute = 60_000

export const later = (date: Date, milliseconds: number) => new Date(date.getTime() + milliseconds)

/** After the n-th failure in a row of one host: half a minute, doubling, half an hour at most. */
export const hostRest = (failures: number): number =>
  Math.min(30 * minute, 30_000 * 2 ** Math.min(failures - 1, 12))

/** A source of this very instance (the demo's) waits for its own web process: seconds, not minutes. */
export const ownRest = 2_000

/**
 * When a source is read again: a day after a good reading, longer after bad ones, a tenth earlier or later so that
 * sources added together do not come back together. `luck` is between 0 and 1.
 */
export function nextReading(now: Date, settings: HarvestSettings, failures: number, luck: number): Date {
  const base = settings.refreshHours * hour * 2 ** Math.min(failures, 4)
  return later(now, Math.round(base * (0.9 + 0.2 * luck)))
}

/** A run that was cut by its limit goes on soon. */
export const nextPart = (now: Date): Date => later(now, 10 * minute)

/** What `Retry-After` asks: seconds or a date, a day at most; undefined when it asks nothing that can be read. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined
  const text = header.trim()
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) - now.getTime() : Number.NaN
  const asked = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : date
  if (Number.isNaN(asked)) return undefined
  return Math.min(24 * hour, Math.max(1_000, asked))
}

/** An address is dead once it was found so three times, over two days: a moment's absence is none. */
export const isGone = (document: { dead_times: number; dead_since: Date | null }, now: Date): boolean =>
  document.dead_times >= 3 &&
  document.dead_since !== null &&
  now.getTime() - document.dead_since.getTime() >= 36 * hour

/**
 * The address that is asked for what was given: https where a badge of old says http, no fragment, no user name.
 * Undefined for what cannot be asked.
 */
export function canonicalAddress(
  text: string,
  isOwn: (url: URL) => boolean = () => false,
): string | undefined {
  const url = URL.parse(text.trim())
  if (url === null || url.hostname === '' || text.length > 2_000) return undefined
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined
  url.hash = ''
  if (url.protocol === 'http:' && url.port === '' && !isOwn(url)) url.protocol = 'https:'
  return url.href
}

export const keyOf = (address: string): string => createHash('sha256').update(address).digest('base64url')

/** The host as robots.txt and politeness count: with its port. */
export const hostOfAddress = (address: string): string => URL.parse(address)?.host ?? ''

/** The origin that may speak for an address; http without a port counts as https. */
export function siteOf(address: string): string | undefined {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:'
  return url.origin
}

/** A `did:web` names a host, with its port if it has one: this one. Undefined where it names none. */
export function hostOfDid(did: string): string | undefined {
  const [, host, port] = /^did:web:([\w.-]+)(?:%3A(\d{1,5}))?(?=[:/?#]|$)/i.exec(did) ?? []
  return host === undefined
    ? undefined
    : URL.parse(`https://${host}${port === undefined ? '' : `:${port}`}`)?.host
}
