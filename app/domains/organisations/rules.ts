export const organisationKinds = [
  'training',
  'company',
  'temp-agency',
  'branch',
  'association',
  'public-body',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

// Words of our own paths, and names that would pass for us or for an authority.
const reserved = new Set([
  'new',
  'edit',
  'manage',
  'api',
  'admin',
  'assets',
  'did',
  'insigne',
  'organisations',
  'sign-in',
  'verify',
])

/** « Atelier de l’Été » -> `atelier-de-l-ete`: ASCII, at most 60 signs, empty when nothing is left. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}

export const isReservedSlug = (slug: string): boolean => reserved.has(slug)

/** The first free form of a slug: `atelier`, `atelier-2`, `atelier-3`. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}

/** `https://exemple.fr:8443` and `atelier` -> `did:web:exemple.fr%3A8443:organisations:atelier`. */
export function didOf(origin: string, slug: string): string {
  return `did:web:${new URL(origin).host.replace(':', '%3A')}:organisations:${slug}`
}

/** Taking this person's ownership away would leave nobody in charge. */
export function leavesNobodyInCharge(
  members: readonly { accountId: string; role: string }[],
  accountId: string,
  nextRole: string | undefined,
): boolean {
  const owners = members.filter((one) => one.role === 'owner')
  return owners.length === 1 && owners[0]?.accountId === accountId && nextRole !== 'owner'
}

/**
 * An address that a reader may follow: http or https, with a host, without a password. It is written so that it
 * may stand in a badge, whose addresses take fewer signs than a browser does, and otherwise as typed: `https://x.fr/<a>` becomes
 * `https://x.fr/%3Ca%3E`. Undefined for anything else.
 */
export function webAddressOf(typed: string): string | undefined {
  const url = URL.parse(typed)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return undefined
  return plainAddress.test(typed) ? typed : url.href.replace(/[^!#-;=?-[\]_a-z~]/g, encodeURIComponent)
}

const plainAddress = /^[!#-;=?-[\]_a-z~]+$/

export const isWebAddress = (typed: string): boolean => webAddressOf(typed) !== undefined
