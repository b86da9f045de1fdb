import { createHash } from 'node:crypto'
import {
  type Achievement,
  type Conversion,
  convertBadgeClass,
  type JsonObject,
  type Profile,
} from '@insigne/open-badges'
import { readAchievement, readProfile } from './read/achievement.ts'
import { idIn, isObject, listOf, textIn } from './read/json.ts'
import type { Found } from './read/recognise.ts'
import { type Reason, reason } from './reasons.ts'
import { canonicalAddress, hostOfDid, siteOf } from './rules.ts'

/** A definition that its own issuer said, in the words of 3.0. */
export interface Believed {
  achievement: Achievement
  issuer: Profile
  lost?: Conversion['lost']
  /** Where it can be read. */
  address: string
  /** What another Insigne says beside it. */
  said?: { address: string; awarded: boolean | null; illustrative: boolean; areas: readonly string[] }
}

export type Belief = { believed: Believed } | { refusal: Reason } | { needs: string }

export interface Surroundings {
  /** The address that answered, after redirects: it speaks for its own site and for no other. */
  at: string
  /** An issuer's document, if it was read at its address. */
  issuerAt(address: string): JsonObject | undefined
  isOwn(url: URL): boolean
}

type Definition = Exclude<Found, { credential: JsonObject }>

/** A definition is believed from its own site, and an issuer from its own: else anybody could speak for anybody. */
export const believe = (found: Definition, around: Surroundings): Belief =>
  found.standard === 2 ? believeBadgeClass(found.badge, around) : believeAchievement(found, around)

function believeBadgeClass(document: JsonObject, around: Surroundings): Belief {
  const site = siteOf(around.at)
  const named = idIn(document)
  const inner = document['issuer']
  // An issuer of 0.5 is named by the origin of its site, and stands inside.
  const origin = isObject(inner) ? (textIn(inner['origin'], 500) ?? undefined) : undefined
  const isAddress = named !== undefined && /^https?:/i.test(named)
  const address = isAddress ? named : origin === undefined ? around.at : nameless(document, origin)
  if (siteOf(address) !== site) return { refusal: reason('not-its-own', hostOf(address)) }

  let issuer: JsonObject | undefined
  let issuerAddress: string | undefined
  if (isObject(inner) && (origin !== undefined || siteOf(idIn(inner) ?? '') === site)) issuer = inner
  else {
    issuerAddress = canonicalAddress(idIn(inner) ?? '', around.isOwn)
    if (issuerAddress === undefined) return { refusal: reason('missing', 'issuer') }
    issuer = around.issuerAt(issuerAddress)
    if (issuer === undefined) {
      const faults = faultsAlone(document, address, issuerAddress)
      // Nobody is asked for the sake of a badge that lacks something itself.
      return faults.length > 0 ? { refusal: faultReason(faults) } : { needs: issuerAddress }
    }
  }
  const conversion = convertBadgeClass({
    badge: isAddress ? document : { ...document, id: address },
    issuer,
    address,
    ...(issuerAddress === undefined ? {} : { issuerAddress }),
  })
  if (conversion.achievement === undefined) return { refusal: faultReason(conversion.faults) }
  const { achievement, issuer: profile, lost } = conversion
  const own = URL.parse(address)
  const ours = own !== null && around.isOwn(own) && siteOf(profile.id) === site
  if (!conversion.vouched && !ours) return { refusal: reason('not-vouched', hostOf(profile.id)) }
  return { believed: { achievement, issuer: profile, lost, address: achievement.id } }
}

const faultsAlone = (document: JsonObject, address: string, issuer: string) =>
  convertBadgeClass({
    badge: { ...document, issuer },
    issuer: { type: 'Issuer', id: issuer, name: '?' },
    address,
  }).faults

// The first badges have no address of their own; their award's would lead to a person.
function nameless(document: JsonObject, origin: string): string {
  const words = JSON.stringify([document['name'] ?? null, document['criteria'] ?? null])
  const mark = createHash('sha256').update(words).digest('hex').slice(0, 16)
  return URL.canParse(origin) ? `${new URL(origin).origin}/#badge-${mark}` : origin
}

function faultReason(faults: readonly { code: string; path?: string }[]): Reason {
  if (faults.some(({ code }) => code === 'badge-class.issuer-other')) return reason('not-vouched')
  const names = [...new Set(faults.map(({ path }) => (path ?? '').slice(1).replaceAll('/', '.')))]
  return reason(
    'missing',
    names
      .filter((one) => one !== '')
      .slice(0, 8)
      .join(', '),
  )
}

function believeAchievement(
  { achievement: document, issuer: by, said }: Extract<Found, { achievement: JsonObject }>,
  around: Surroundings,
): Belief {
  const site = siteOf(around.at)
  const id = idIn(document)
  const isAddress = id !== undefined && /^https?:/i.test(id)
  if (isAddress && siteOf(id) !== site) return { refusal: reason('not-its-own', hostOf(id)) }
  const read = readAchievement(isAddress ? document : { ...document, id: around.at })
  if ('missing' in read) return { refusal: reason('missing', read.missing.join(', ')) }
  const { achievement } = read
  const profile = issuerOf(by, around)
  if ('believed' in profile)
    return {
      believed: {
        achievement,
        issuer: profile.believed,
        address: said?.address ?? achievement.id,
        ...(said === undefined ? {} : { said }),
      },
    }
  return profile
}

function issuerOf(
  by: Extract<Found, { achievement: JsonObject }>['issuer'],
  around: Surroundings,
): { believed: Profile } | { refusal: Reason } | { needs: string } {
  const site = siteOf(around.at)
  const id = idIn(by)
  // Nobody is named: then it is the site that says it.
  if (id === undefined) {
    const name = (isObject(by) ? textIn(by['name'], 500) : undefined) ?? hostOf(around.at)
    return { believed: { id: site ?? around.at, type: ['Profile'], name } }
  }
  const host = hostOfDid(id)
  const speaks = host === undefined ? siteOf(id) === site : host === hostOf(around.at)
  // An achievement has no way to say that another site may publish it.
  if (!speaks) return { refusal: reason('not-vouched', host ?? hostOf(id)) }
  const inside = isObject(by) ? by : undefined
  if (inside !== undefined && textIn(inside['name']) !== undefined) {
    const profile = readProfile(inside)
    if (profile !== undefined) return { believed: profile }
  }
  if (host !== undefined) return { believed: { id, type: ['Profile'], name: host, url: `https://${host}` } }
  const address = canonicalAddress(id, around.isOwn)
  const document = address === undefined ? undefined : around.issuerAt(address)
  if (address !== undefined && document === undefined) return { needs: address }
  const profile = document === undefined ? undefined : readProfile({ ...document, id })
  return profile === undefined ? { refusal: reason('issuer-unread') } : { believed: profile }
}

/** Whether the issuer of a credential may say what stands at an address: only on its own site. */
export const speaksFor = (issuer: Profile, address: string): boolean =>
  (hostOfDid(issuer.id) ?? hostOf(issuer.id)) === hostOf(address)

/** What a credential defines, once its own proof holds: its issuer signed these very words. */
export function believeCredential(document: JsonObject): Belief[] {
  const by = document['issuer']
  const issuerId = idIn(by)
  const profile = isObject(by) ? readProfile(by) : undefined
  if (issuerId === undefined) return [{ refusal: reason('missing', 'issuer') }]
  const host = hostOfDid(issuerId) ?? hostOf(issuerId)
  const issuer: Profile = {
    ...(profile ?? { id: issuerId, type: ['Profile'] }),
    name: profile?.name ?? (host === '' ? issuerId : host),
  }
  return listOf(document['credentialSubject'])
    .filter(isObject)
    .flatMap((subject) => listOf(subject['achievement']))
    .filter(isObject)
    .map((one): Belief => {
      const read = readAchievement(one)
      if ('missing' in read) return { refusal: reason('missing', read.missing.join(', ')) }
      const { achievement } = read
      const address = /^https?:/i.test(achievement.id) ? achievement.id : (issuer.url ?? issuerId)
      return { believed: { achievement, issuer, address } }
    })
}

const hostOf = (address: string): string => URL.parse(address)?.host ?? ''
