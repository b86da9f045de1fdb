import type { Profile } from '@insigne/open-badges'

/**
 * What groups everything that one issuer publishes, whatever the version of the standard: host and path of its
 * address, or its DID. `did:web:x.fr:organisations:a`, `https://x.fr/organisations/a` and the 2.0 twin of the
 * latter are one issuer.
 */
export const issuerKeyOf = ({ id }: Pick<Profile, 'id'>): string => webPlace(id) ?? id.slice(0, 500)

/** Host and path of a web address or a `did:web`, the same for the twins of 2.0 and 3.0; undefined for others. */
export function webPlace(id: string): string | undefined {
  const address = id.startsWith('did:web:') ? didAddress(id) : id
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  const path = url.pathname
    .replace(/^\/ob2(?=\/|$)/, '')
    .replace(/\/(?:index\.html?|did\.json)$/, '')
    .replace(/\.json$/, '')
    .replace(/\/+$/, '')
  return `${url.host.replace(/^www\./, '')}${path}${url.search}`.slice(0, 500)
}

/**
 * The issuer of a definition that was read elsewhere. Anybody may write any issuer into a file: one that does not
 * stand on the host of the definition is kept apart, under both.
 */
export function claimedIssuerKey(issuer: Pick<Profile, 'id'>, definition: string, address: string): string {
  const host = hostOf(definition) ?? hostOf(address)
  const key = issuerKeyOf(issuer)
  return host === undefined || hostOf(issuer.id) === host ? key : `${key}@${host}`
}

const didAddress = (did: string): string => {
  const [host = '', ...path] = (did.slice('did:web:'.length).split(/[?#]/)[0] ?? '').split(':')
  return `https://${[host.replace(/%3A/i, ':'), ...path].join('/')}`
}

/** The host that answers for an address or a `did:web`; undefined where none does. */
export const hostOf = (id: string): string | undefined => webPlace(id)?.split(/[/?]/)[0]
