import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { Generation } from './model.ts'

/** Context of Open Badges 2.0. */
export const openBadgesV2 = 'https://w3id.org/openbadges/v2'
const openBadgesV1 = 'https://w3id.org/openbadges/v1'

/** Tells in which generation of the standard an assertion was written. */
export function generationOf(document: JsonObject): Generation {
  const contexts = asArray(document['@context'])
  if (contexts.includes(openBadgesV2)) return '2.0'
  if (contexts.includes(openBadgesV1)) return '1.1'
  const { badge, verification } = document
  if (verification !== undefined || contexts.length > 0) return '2.0'
  if (isJsonObject(badge) && isJsonObject(badge['issuer']) && Object.hasOwn(badge['issuer'], 'origin'))
    return '0.5'
  if (document['uid'] !== undefined || document['verify'] !== undefined) return '1.0'
  return Object.hasOwn(document, 'issued_on') || typeof document['recipient'] === 'string' ? '0.5' : '1.0'
}

const wholeDay = /^\d{4}-\d\d-\d\d$/
const zone = /(Z|[+-]\d\d:?\d\d)$/i

/**
 * A date of any generation as RFC 3339: Unix seconds, a day, a time without zone (read as UTC) or without seconds.
 * `undefined` when it is none of these.
 */
export function dateOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,11}$/.test(value))) {
    const seconds = Number(value)
    return Number.isFinite(seconds) && Math.abs(seconds) < 8e12 ? iso(new Date(seconds * 1000)) : undefined
  }
  if (typeof value !== 'string' || value.length > 40 || !/^\d{4}-\d\d-\d\d/.test(value)) return undefined
  const text = value.trim().replace(' ', 'T')
  if (wholeDay.test(text)) return iso(new Date(`${text}T00:00:00Z`))
  return iso(new Date(zone.test(text) ? text : `${text}Z`))
}

const iso = (date: Date): string | undefined =>
  Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.000Z$/, 'Z')

const isAddress = (value: Json | undefined): value is string =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value)

// Members that have no value in the newer form are left out, so that a missing one is reported as missing.
function compact(members: Record<string, Json | undefined>): JsonObject {
  const made: JsonObject = {}
  for (const [key, value] of Object.entries(members)) if (value !== undefined) made[key] = value
  return made
}

function recipient(value: Json | undefined, salt: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value
  return compact({ type: 'email', identity: value, hashed: /^(sha256|md5)\$/.test(value), salt })
}

// A picture of the first badges is often given from the root of its issuer's site.
function resolved(value: Json | undefined, base: string | undefined): Json | undefined {
  if (typeof value !== 'string' || isAddress(value) || base === undefined) return value
  return URL.canParse(value, base) ? new URL(value, base).href : value
}

/**
 * An issuer of 1.1, 1.0 or 0.5 in the form of 2.0, in memory. OB 2.0, "Version conversion".
 * @param document the issuer as it came
 * @param address where it was fetched, which names it when it does not
 * @throws never
 * @example
 * upgradeIssuer({ name: 'Atelier du Port', url: 'https://atelier.example' }, 'https://atelier.example/issuer.json').type // 'Issuer'
 */
export function upgradeIssuer(document: JsonObject, address: string | undefined): JsonObject {
  const { origin, org, contact, id, type, name, url, email, ...rest } = document
  if (origin !== undefined) {
    return compact({
      ...rest,
      id: origin,
      type: 'Issuer',
      name,
      url: origin,
      email: contact,
      description: org,
    })
  }
  const isNew = asArray(type).some((one) => one === 'Issuer' || one === 'Profile')
  return compact({
    ...rest,
    id: isAddress(id) ? id : address,
    type: isNew ? type : 'Issuer',
    name,
    url,
    email,
  })
}

function alignment(value: Json): Json {
  if (!isJsonObject(value)) return value
  const { name, url, description, ...rest } = value
  return compact({ targetName: name, targetUrl: url, targetDescription: description, ...rest })
}

/**
 * A badge class of 1.1, 1.0 or 0.5 in the form of 2.0, in memory. OB 2.0, "Version conversion".
 * @param document the badge class as it came
 * @param address where it was fetched, which names it when it does not
 * @throws never
 * @example
 * const badge = upgradeBadgeClass({ name: 'Équipe', alignment: [{ name: 'C2', url: 'https://example.org/c2' }] }, undefined)
 * badge.alignment[0].targetName // 'C2'
 */
export function upgradeBadgeClass(document: JsonObject, address: string | undefined): JsonObject {
  const { id, type, issuer, image, criteria, alignment: to, ...rest } = document
  const upgraded = isJsonObject(issuer) ? upgradeIssuer(issuer, undefined) : issuer
  const origin = isJsonObject(upgraded) && isAddress(upgraded['id']) ? upgraded['id'] : address
  return compact({
    ...rest,
    id: isAddress(id) ? id : address,
    type: type ?? 'BadgeClass',
    image: resolved(image, origin),
    criteria: resolved(criteria, origin),
    issuer: upgraded,
    alignment: to === undefined ? undefined : asArray(to).map(alignment),
  })
}

function verification(verify: Json | undefined): Json | undefined {
  if (!isJsonObject(verify)) return undefined
  return verify['type'] === 'signed'
    ? compact({ type: 'signed', creator: verify['url'] })
    : { type: 'hosted' }
}

/**
 * An assertion of 1.1, 1.0 or 0.5 in the form of 2.0, in memory: the original is kept as it came. A document of 2.0 is
 * given back as it is. OB 2.0, "Version conversion".
 * @param document the assertion as it came
 * @param address where it was fetched, which names it when it does not
 * @throws never
 * @example
 * const assertion = upgradeAssertion({ uid: 'a7', issued_on: 1_369_000_000, recipient: 'lea@example.org', badge: {} })
 * assertion.issuedOn // '2013-05-19T21:46:40Z'
 * assertion.recipient.type // 'email'
 */
export function upgradeAssertion(document: JsonObject, address?: string): JsonObject {
  if (generationOf(document) === '2.0') return document
  const { issued_on, issuedOn, salt, verify, uid, badge, expires, recipient: who, id, ...rest } = document
  const hostedAt = isJsonObject(verify) && verify['type'] !== 'signed' ? verify['url'] : undefined
  const own = isAddress(id) ? id : (hostedAt ?? address ?? (uid === undefined ? undefined : `urn:uid:${uid}`))
  return compact({
    ...rest,
    '@context': openBadgesV2,
    type: 'Assertion',
    id: own,
    uid,
    recipient: recipient(who, salt),
    verification: verification(verify) ?? { type: 'hosted' },
    issuedOn: dateOf(issued_on ?? issuedOn),
    expires: expires === undefined ? undefined : (dateOf(expires) ?? expires),
    badge: isJsonObject(badge)
      ? upgradeBadgeClass(badge, typeof own === 'string' ? `${own}#badge` : undefined)
      : badge,
  })
}
