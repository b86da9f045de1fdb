/** Why nothing was fetched. Stable: callers turn it into a sentence. */
export const fetchFaults = [
  'fetch.bad-address',
  'fetch.not-https',
  'fetch.port',
  'fetch.user-name',
  'fetch.private-address',
  'fetch.unknown-host',
  'fetch.unreachable',
  'fetch.not-secure',
  'fetch.timeout',
  'fetch.too-large',
  'fetch.too-many-redirects',
  'fetch.unreadable',
] as const

export type FetchFault = (typeof fetchFaults)[number]

/** Thrown inside the client only: its door returns outcomes. */
export class RefusedFetch extends Error {
  readonly fault: FetchFault
  constructor(fault: FetchFault) {
    super(fault)
    this.name = 'RefusedFetch'
    this.fault = fault
  }
}

const timeouts = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
])
const unknownHosts = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'EAI_NONAME'])

/** What a failure of the network means. */
export function faultOf(error: unknown): FetchFault {
  for (let one: unknown = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    if (one instanceof RefusedFetch) return one.fault
    if (one.name === 'TimeoutError' || one.name === 'AbortError') return 'fetch.timeout'
    const code = 'code' in one && typeof one.code === 'string' ? one.code : ''
    if (timeouts.has(code)) return 'fetch.timeout'
    if (unknownHosts.has(code)) return 'fetch.unknown-host'
    if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/.test(code))
      return 'fetch.not-secure'
    if (one.name === 'HTTPParserError' || code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'fetch.unreadable'
    if (code === 'UND_ERR_HEADERS_OVERFLOW') return 'fetch.too-large'
    // Several addresses were tried: the reason of the first stands for all.
    if (one instanceof AggregateError && one.errors.length > 0) return faultOf(one.errors[0])
  }
  return 'fetch.unreachable'
}
