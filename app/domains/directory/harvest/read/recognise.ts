import type { Json, JsonObject } from '@insigne/open-badges'
import { type Reason, reason } from '../reasons.ts'
import { canonicalAddress, type SourceKind, siteOf } from '../rules.ts'
import { addressesOfDid, addressOfDid, isDidDocument } from './did.ts'
import { type FeedItem, type FeedReading, readFeed } from './feed.ts'
import { idIn, isObject, listOf, textIn, typesOf } from './json.ts'

export interface Link {
  address: string
  /** Nobody named it: a failure is no news. */
  guessed?: boolean
  /** The next page of the same: no level further down. */
  page?: boolean
}

/** A definition as it was found, before it is believed. */
export type Found =
  | { standard: 2; badge: JsonObject }
  | { standard: 3; achievement: JsonObject; issuer: Json | undefined; said?: FeedItem['said'] }
  /** A whole credential: its own proof may speak for it. */
  | { standard: 3; credential: JsonObject }

/** What a document holds. */
export interface Reading {
  kind: SourceKind
  /** How its issuer, or its list, is called. */
  name: string | undefined
  found: Found[]
  issuers: JsonObject[]
  links: Link[]
  /** It holds or names somebody: it is not kept. */
  personal: boolean
  /** What was wrong with a part of it. */
  refusal?: Reason
  /** It is a page of another Insigne's directory. */
  feed?: FeedReading
}

const empty = (kind: SourceKind): Reading => ({
  kind,
  name: undefined,
  found: [],
  issuers: [],
  links: [],
  personal: false,
})

const mostNested = 4

/**
 * Tells what a JSON document is and what it leads to. `at` is the address that gave it: what stands inside is believed
 * only where that address may speak for it, else it is looked for at its own. Undefined for what is no badge.
 */
export function recognise(document: Json, at: string, most: number, depth = 0): Reading | undefined {
  if (Array.isArray(document)) return list(document, at, most, depth)
  if (!isObject(document)) return undefined
  const types = typesOf(document)
  const has = (...names: string[]) => names.some((name) => types.includes(name))
  if (isDidDocument(document)) return did(document, at)
  const page = readFeed(document, at)
  if (page !== undefined) return feed(page, at)
  if (has('VerifiablePresentation'))
    return { ...list(listOf(document['verifiableCredential']), at, most, depth), personal: true }
  if (document['credentialSubject'] !== undefined || has('OpenBadgeCredential', 'AchievementCredential'))
    return credential(document)
  if (has('Assertion') || (document['badge'] !== undefined && 'recipient' in document))
    return award(document, at)
  if (has('Achievement') && document['criteria'] !== undefined)
    return {
      ...empty('achievement'),
      name: textIn(document['name'], 200),
      found: [{ standard: 3, achievement: document, issuer: document['creator'] ?? document['issuer'] }],
    }
  if (has('BadgeClass') || (document['criteria'] !== undefined && document['issuer'] !== undefined))
    return {
      ...empty('badge-class'),
      name: textIn(document['name'], 200),
      found: [{ standard: 2, badge: document }],
    }
  const inside = itemsOf(document)
  if (has('Issuer', 'IssuerOrg', 'Profile') || isOldIssuer(document)) return issuer(document, at, inside)
  if (inside === undefined) return undefined
  const read = list(inside, at, most, depth)
  const name = textIn(document['title'] ?? document['name'], 200)
  const next = nextOf(document, at)
  return {
    ...read,
    name: name ?? read.name,
    links: [...(next ? [{ address: next, page: true }] : []), ...read.links],
  }
}

// An issuer of 1.x has no type: a name, an address, and nothing of a badge.
const isOldIssuer = (document: JsonObject): boolean =>
  typeof document['name'] === 'string' &&
  typeof document['url'] === 'string' &&
  !('criteria' in document) &&
  !('badge' in document)

function issuer(document: JsonObject, at: string, inside: Json[] | undefined): Reading {
  const links: Link[] = (inside ?? []).flatMap((one) => {
    const address = linkTo(one, at)
    return address === undefined ? [] : [{ address }]
  })
  // The standard gives an issuer no list of its badges: one platform puts it beside, others name it on their site.
  if (links.length === 0) {
    const url = canonicalAddress(at)
    if (url !== undefined) links.push({ address: `${url.replace(/\/+$/, '')}/badges`, guessed: true })
    const site = canonicalAddress(textIn(document['url'], 2_000) ?? '')
    if (site !== undefined && site !== at) links.push({ address: site, guessed: true })
  }
  return { ...empty('issuer'), name: textIn(document['name'], 200), issuers: [document], links }
}

function feed(page: FeedReading, at: string): Reading {
  return {
    ...empty('feed'),
    name: URL.parse(at)?.host,
    found: page.items.map((one) => ({ standard: 3, ...one })),
    links: page.next === undefined ? [] : [{ address: page.next, page: true }],
    feed: page,
  }
}

function did(document: JsonObject, at: string): Reading {
  const named = addressesOfDid(document).map((address) => ({ address }))
  const origin = URL.parse(at)?.origin
  const guess = named.length === 0 && origin !== undefined ? [{ address: `${origin}/`, guessed: true }] : []
  return { ...empty('did'), name: idIn(document), links: [...named, ...guess] }
}

/** An award only leads to its badge: nothing of its recipient goes further than here. */
function award(document: JsonObject, at: string): Reading {
  const { badge } = document
  const personal = { ...empty('award'), personal: true }
  const address = linkTo(badge ?? null, at)
  if (address !== undefined) return { ...personal, links: [{ address }] }
  if (!isObject(badge)) return { ...personal, refusal: reason('missing', 'badge') }
  // The first badges stand inside their award and have no address: their issuer's origin names them.
  return { ...personal, name: textIn(badge['name'], 200), found: [{ standard: 2, badge }] }
}

function credential(document: JsonObject): Reading {
  const subjects = listOf(document['credentialSubject']).filter(isObject)
  const achievements = subjects.flatMap((one) => listOf(one['achievement'])).filter(isObject)
  const reading = { ...empty('credential'), personal: true }
  const [first] = achievements
  if (first === undefined) return { ...reading, refusal: reason('not-a-badge') }
  return { ...reading, name: textIn(first['name'], 200), found: [{ standard: 3, credential: document }] }
}

function list(items: Json[], at: string, most: number, depth: number): Reading {
  const reading = empty('list')
  if (items.length === 0) return { ...reading, refusal: reason('list-empty') }
  if (items.length > most) reading.refusal = reason('too-many-addresses', String(most))
  for (const item of items.slice(0, most)) {
    const address = linkTo(item, at)
    const inner =
      isObject(item) && depth < mostNested && (address === undefined || mayTell(item, address, at))
        ? recognise(isObject(item['item']) ? item['item'] : item, at, most, depth + 1)
        : undefined
    if (inner === undefined || isEmpty(inner)) {
      if (address !== undefined) reading.links.push({ address })
      continue
    }
    reading.found.push(...inner.found)
    reading.issuers.push(...inner.issuers)
    reading.links.push(...inner.links.filter((one) => one.guessed !== true))
    reading.personal ||= inner.personal
  }
  if (isEmpty(reading)) reading.refusal ??= reason('not-a-badge')
  return reading
}

const isEmpty = ({ found, issuers, links }: Reading) =>
  found.length === 0 && issuers.length === 0 && links.length === 0

// Of itself a site may tell all; of another's badge it only knows the address. An award is read as what it holds.
const mayTell = (item: JsonObject, address: string, at: string): boolean =>
  siteOf(address) === siteOf(at) || 'credentialSubject' in item || 'recipient' in item

const wrappers = [
  'badges',
  'badgeClasses',
  'badgeclasses',
  'achievements',
  'items',
  'entries',
  'results',
  'result',
  'data',
  'addresses',
  'urls',
  'credential',
  'credentials',
  'itemListElement',
  '@graph',
]

/** The list that a document holds, under one of the names that people give it. */
function itemsOf(document: JsonObject): Json[] | undefined {
  for (const name of wrappers) {
    const value = document[name]
    if (Array.isArray(value)) return value
  }
  return undefined
}

function nextOf(document: JsonObject, at: string): string | undefined {
  const { links, next } = document
  const named = typeof next === 'string' ? next : isObject(links) ? idIn(links['next'] ?? null) : undefined
  return named === undefined || named === '' ? undefined : resolved(named, at)
}

/** The address that an item of a list is or names. */
function linkTo(item: Json, at: string): string | undefined {
  const named = typeof item === 'string' ? item : (idIn(item) ?? (isObject(item) ? urlIn(item) : undefined))
  return named === undefined ? undefined : resolved(named, at)
}

const urlIn = (item: JsonObject): string | undefined =>
  ['url', 'address', 'adresse', 'href', 'badge', 'item']
    .map((name) => idIn(item[name] ?? null))
    .find((one) => one !== undefined && !isBare(one))

const isBare = (text: string): boolean => !/^(?:https?:|did:web:|\/)/i.test(text)

function resolved(text: string, at: string): string | undefined {
  if (/^did:web:/i.test(text)) return addressOfDid(text)
  if (isBare(text)) return undefined
  const url = URL.parse(text, at)
  return url === null ? undefined : canonicalAddress(url.href, (one) => one.origin === URL.parse(at)?.origin)
}
