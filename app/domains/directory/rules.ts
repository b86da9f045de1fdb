import { createHash } from 'node:crypto'
import type { Achievement, Related } from '@insigne/open-badges'
import { hostOf, issuerKeyOf, webPlace } from './issuer-key.ts'
import type { EntryInput } from './model.ts'
import { fold, wordsOf } from './search/words.ts'

/** A criteria text that is shorter says too little to know a definition by. */
const tellingCriteria = 20

/**
 * By what a definition is known again, the surest first. Only its own host may say that two addresses are one
 * definition: otherwise anybody could pass for anybody.
 */
export function keysOf(
  input: Pick<EntryInput, 'achievement' | 'issuer' | 'address' | 'ownAchievementId'>,
): string[] {
  const { achievement, issuer, address } = input
  // What has no address of its own speaks for its issuer's site: the site that an issuer names may be anybody's.
  const host = hostOf(achievement.id) ?? hostOf(issuer.id)
  const own = (id: string) => host !== undefined && hostOf(id) === host
  const keys = [
    ...(input.ownAchievementId === undefined ? [] : [`own:${input.ownAchievementId}`]),
    hostOf(achievement.id) === undefined
      ? `id:${issuerKeyOf(issuer)} ${achievement.id.slice(0, 500)}`
      : idKey(achievement.id),
    ...(own(address) ? [idKey(address)] : []),
    ...(achievement.related ?? [])
      .filter(isEdition)
      .map((one) => one.id)
      .filter(own)
      .map(idKey),
    ...(achievement.otherIdentifier ?? [])
      .map((one) => one.identifier)
      .filter(own)
      .map(idKey),
    ...contentKey(achievement, issuer, host),
  ]
  return [...new Set(keys)].slice(0, 20)
}

/**
 * Another version, another language, a twin of 2.0: the same definition. What is merely related is not: the model of
 * a network that somebody follows, the whole of which this is a part.
 */
const isEdition = ({ version, inLanguage, type }: Related): boolean =>
  version !== undefined || inLanguage !== undefined || type.some((one) => /(?:^|#)BadgeClass$/.test(one))

/** Versions and twins of one definition have one place: `/ob2/achievements/7/versions/2` is `/achievements/7`. */
function idKey(id: string): string {
  const place = webPlace(id)?.replace(/\/versions\/\d+$/, '')
  return `id:${place ?? id.slice(0, 500)}`
}

/** The same issuer on the same host, the same name, the same criteria. */
function contentKey(
  achievement: Achievement,
  issuer: EntryInput['issuer'],
  host: string | undefined,
): string[] {
  const criteria = plain(achievement.criteria.narrative ?? '')
  if (host === undefined || criteria.length < tellingCriteria) return []
  const said = [host, plain(issuer.name ?? '') || issuerKeyOf(issuer), plain(achievement.name), criteria]
  return [`same:${digestOf(said)}`]
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The same for the same content, in whatever order an object's members stand: the database keeps no order. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(
      JSON.stringify(value, (_key, inner: unknown) =>
        typeof inner === 'object' && inner !== null && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
          : inner,
      ),
    )
    .digest('base64url')

/**
 * How much a copy may say: 4 made here, 3 and 2 read at the definition's own host (in 3.0, in 2.0), 1 and 0 read
 * anywhere else. A copy never overwrites what its own host says, nor a twin of 2.0 its original.
 */
export function authorityOf(input: Pick<EntryInput, 'origin' | 'achievement' | 'address' | 'lost'>): number {
  if (input.origin === 'here') return 4
  const host = hostOf(input.achievement.id)
  const own = host === undefined || hostOf(input.address) === host
  return (own ? 2 : 0) + (input.lost === undefined ? 1 : 0)
}

interface Known {
  authority: number
  address: string
  state: 'live' | 'gone'
  version: string | null
}

/** Whether a copy that was just read says what the entry shows, or is one more place where it stands. */
export function speaks(
  copy: { authority: number; address: string; version: string | undefined },
  known: Known,
) {
  if (copy.authority !== known.authority)
    return copy.authority > known.authority || (known.state === 'gone' && copy.address !== known.address)
  if (isOlder(copy.version, known.version)) return false
  if (copy.authority === 4 || copy.address === known.address || known.state === 'gone') return true
  const newer = copy.version !== undefined && isOlder(known.version ?? undefined, copy.version)
  return newer && hostOf(copy.address) === hostOf(known.address)
}

/** Whether this version is older than the one that is there; what is no number is never older. */
export function isOlder(version: string | undefined, known: string | null): boolean {
  if (version === undefined || known === null) return false
  if (!/^\d{1,9}$/.test(version) || !/^\d{1,9}$/.test(known)) return false
  return Number(version) < Number(known)
}

const frequent = {
  fr: new Set(
    'le la les des du une est et dans pour avec sur vous votre ce cette qui que aux par ou son sa ses leur au en un de'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and to in for with this that you your is are a an on by who will be their his her or as from at has have'.split(
      ' ',
    ),
  ),
}

/** The language of a definition: what it says, or what its frequent words say when they clearly do. */
export function languageOf(achievement: Achievement): string | null {
  const said = /^[a-z]{2,3}(?=-|$)/.exec((achievement.inLanguage ?? '').toLowerCase().trim())?.[0]
  if (said !== undefined) return said
  const words = wordsOf(
    [achievement.name, achievement.description, achievement.criteria.narrative ?? '']
      .join(' ')
      .slice(0, 4000),
  )
  let fr = 0
  let en = 0
  for (const { word } of words) {
    if (frequent.fr.has(word)) fr++
    if (frequent.en.has(word)) en++
  }
  const enough = Math.max(2, words.length / 20)
  if (fr >= enough && fr >= 2 * en) return 'fr'
  if (en >= enough && en >= 2 * fr) return 'en'
  return null
}

/** Whether all ten are said; anything else is a mistake of ours. */
export const factsText = (states: readonly ('yes' | 'no' | 'unknown')[]): string =>
  states.map((state) => state[0]).join('')

const stateOf = { y: 'yes', n: 'no', u: 'unknown' } as const

export const readFacts = (text: string): ('yes' | 'no' | 'unknown')[] =>
  [...text].map((sign) => (sign === 'y' || sign === 'n' ? stateOf[sign] : 'unknown'))

/** The checks that hold, as bits. */
export const factBits = (text: string): number =>
  [...text].reduce((bits, sign, at) => (sign === 'y' ? bits | (1 << at) : bits), 0)
