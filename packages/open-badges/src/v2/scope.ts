import type { Issuer2 } from './model.ts'

/**
 * The address that is asked for an address of a badge: the same over https, without fragment. Old badges say http,
 * which anyone on the way could answer. `undefined` for what cannot be asked, and for addresses with a user name.
 */
export function secureAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:'
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined
  url.hash = ''
  return url
}

/** Whether two addresses are the same once parsed and asked over https. */
export function sameAddress(a: string, b: string): boolean {
  if (a === b) return true
  const first = secureAddress(a)
  return first !== undefined && first.href === secureAddress(b)?.href
}

const segmentsOf = (url: URL): string[] => {
  const segments = url.pathname.split('/').slice(1)
  return segments.at(-1) === '' ? segments.slice(0, -1) : segments
}

/** Whether an address is under another: same origin, and its path begins with the same whole segments. */
export function isUnder(address: string, prefix: string): boolean {
  const url = secureAddress(address)
  const scope = secureAddress(prefix)
  if (!url || !scope || url.origin !== scope.origin || scope.search !== '') return false
  const own = segmentsOf(url)
  return segmentsOf(scope).every((segment, at) => own[at] === segment)
}

// The text names a host; some issuers write an origin.
function isOfHost(address: string, allowed: string): boolean {
  const url = secureAddress(address)
  const origin = secureAddress(allowed.includes('://') ? allowed : `https://${allowed}`)
  const isBare = origin?.pathname === '/' && origin.search === ''
  return url !== undefined && isBare && url.host === origin?.host
}

/**
 * Whether an issuer vouches for what is hosted at an address. Origins and path segments are compared once parsed,
 * never the texts. Without a scope of its own, an issuer vouches for its own origin. OB 2.0, "VerificationObject".
 */
export function vouchesFor(
  { id, verification }: Pick<Issuer2, 'id' | 'verification'>,
  address: string,
): boolean {
  const { startsWith, allowedOrigins } = verification ?? {}
  if (!startsWith && !allowedOrigins) {
    const origin = secureAddress(id)?.origin
    return origin !== undefined && origin === secureAddress(address)?.origin
  }
  if (allowedOrigins && !allowedOrigins.some((one) => isOfHost(address, one))) return false
  return !startsWith || startsWith.some((one) => isUnder(address, one))
}
