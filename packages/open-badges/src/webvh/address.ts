import { OpenBadgesError } from '../errors.ts'

/** Parts of a did:webvh. did:webvh 1.0, "Method-Specific Identifier". */
export interface WebvhDid {
  scid: string
  /** `host`, or `host%3A8443`, then the path, joined by `:`; what a did:web of the same place is named. */
  place: string
  /** Where the log is served. */
  log: string
  /** Where the witnesses' proofs are served. */
  witness: string
}

const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

function hostOf(part: string): string | undefined {
  const text = decoded(part)
  if (text === undefined) return undefined
  const [name = '', port, more] = text.split(':')
  if (more !== undefined || !hostName.test(name) || !URL.canParse(`https://${name}`)) return undefined
  // What a URL parser takes for an IP address is one, however it is written.
  const { hostname } = new URL(`https://${name}`)
  if (hostname !== name || /^[0-9.]+$/.test(hostname) || !/[a-z]/.test(hostname.split('.').at(-1) ?? ''))
    return undefined
  if (port === undefined) return name
  const number = Number(port)
  return /^[1-9]\d{0,4}$/.test(port) && number <= 65_535 ? `${name}:${port}` : undefined
}

function segmentOf(part: string): string | undefined {
  const text = decoded(part)
  if (text === undefined || text === '' || text === '.' || text === '..') return undefined
  if (/[/\\\0#?]/.test(text) || text !== text.trim()) return undefined
  return encodeURIComponent(text)
}

/** Reads a did:webvh; `undefined` for what is not one, and for addresses of machines and paths that climb. */
export function parseWebvh(did: string): WebvhDid | undefined {
  const [scheme, method, scid, host, ...path] = did.split(':')
  if (scheme !== 'did' || method !== 'webvh' || !scid || !host || did.length > 2048) return undefined
  if (!/^Qm[1-9A-HJ-NP-Za-km-z]{44}$/.test(scid)) return undefined
  const authority = hostOf(host)
  const segments = path.map(segmentOf)
  if (authority === undefined || segments.includes(undefined)) return undefined
  const folder = segments.length === 0 ? '/.well-known' : `/${segments.join('/')}`
  const base = `https://${authority}${folder}`
  return {
    scid,
    place: [host, ...path].join(':'),
    log: `${base}/did.jsonl`,
    witness: `${base}/did-witness.json`,
  }
}

/** The place that an https address stands for in a did:webvh or did:web. Throws `did.webvh-address`. */
export function placeOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isPlain =
    url?.protocol === 'https:' &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash &&
    hostOf(url.host)
  if (!url || !isPlain) {
    throw new OpenBadgesError({
      code: 'did.webvh-address',
      message: 'A did:webvh needs a plain https address',
    })
  }
  const path = url.pathname.split('/').filter((segment) => segment !== '')
  return [url.host.replace(':', '%3A'), ...path].join(':')
}
