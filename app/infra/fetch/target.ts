import { isIP } from 'node:net'
import { isPublicAddress } from './addresses.ts'
import { type FetchFault, RefusedFetch } from './fault.ts'

/** The host of an address as sockets want it: no brackets. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/**
 * The address to fetch, once parsed: https on 443, no user name, no address of a private network.
 * The parser of the platform has already turned octal, hexadecimal and one-number spellings into four bytes.
 */
export function parseTarget(text: string, isOwn: (url: URL) => boolean): URL {
  const url = URL.parse(text)
  if (url === null || url.hostname === '') return no('fetch.bad-address')
  if (url.username !== '' || url.password !== '') return no('fetch.user-name')
  url.hash = ''
  if (isOwn(url)) return url
  if (url.protocol !== 'https:') return no('fetch.not-https')
  if (url.port !== '') return no('fetch.port')
  const host = hostOf(url)
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) return no('fetch.private-address')
  } else if (isInnerName(host)) return no('fetch.private-address')
  return url
}

// Names that only a private network answers: refused before they are asked for.
const innerEnds = ['.localhost', '.local', '.internal', '.lan', '.home', '.corp', '.intranet', '.home.arpa']
function isInnerName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.+$/, '')
  return !name.includes('.') || innerEnds.some((end) => name.endsWith(end))
}

const no = (fault: FetchFault): never => {
  throw new RefusedFetch(fault)
}
