import { assess, type RegistrationState, rulesVersion } from '@insigne/badge-quality'
import type { Achievement, Profile } from '@insigne/open-badges'
import type { Context } from '../../infra/context.ts'
import { askHeld } from '../achievements/index.ts'
import { claimedIssuerKey, issuerKeyOf } from './issuer-key.ts'
import type { EntryInput, EntrySkill, FactState } from './model.ts'
import { digestOf, factsText, keysOf, languageOf } from './rules.ts'
import { fold } from './search/words.ts'

/** An entry as it will stand in the table, before it is known whether it is there already. */
export interface Prepared {
  input: EntryInput
  keys: string[]
  name: string
  description: string
  sortName: string
  language: string | null
  declared: string | null
  shown: string
  missing: string[]
  facts: string
  issuerKey: string
  issuerName: string
  issuerAddress: string | null
  image: string | null
  skills: EntrySkill[]
  rulesVersion: string
  digest: string
}

/** Texts of others are bounded: a page shows them, and the index reads them. */
const most = { name: 300, description: 3_000, address: 2_000, narrative: 20_000, skills: 60 } as const

/** An entry with what the register that was imported here says of the number that it declares. */
export const prepareAsked = async (ctx: Context, given: EntryInput): Promise<Prepared> =>
  prepareEntry(given, await askHeld(ctx, { achievement: given.achievement }))

/** Everything that can be said of a definition without asking the database. Pure. */
function prepareEntry(given: EntryInput, registration: RegistrationState): Prepared {
  const input = {
    ...given,
    achievement: bounded(given.achievement),
    address: given.address.slice(0, most.address),
  }
  const { achievement, issuer } = input
  const judged = judge(achievement, issuer, registration)
  const issuerKey =
    input.origin === 'here' ? issuerKeyOf(issuer) : claimedIssuerKey(issuer, achievement.id, input.address)
  const prepared = {
    name: oneLine(achievement.name, most.name),
    description: achievement.description,
    sortName: fold(oneLine(achievement.name, most.name)),
    language: languageOf(achievement),
    ...judged,
    issuerKey,
    issuerName: oneLine(issuer.name ?? '', most.name) || issuerKey,
    issuerAddress: webAddress(issuer.url) ?? webAddress(issuer.id),
    image: webAddress(achievement.image?.id),
    skills: alignedSkills(achievement),
  }
  // A new version of the rules that says the same changes nothing for a reader.
  const seen = [
    { ...prepared, rulesVersion: '' },
    input.address,
    input.areas,
    input.awarded,
    input.illustrative,
    achievement,
    issuer,
  ]
  return { input, keys: keysOf(input), ...prepared, digest: digestOf(seen) }
}

/** What the rules say of it, in the columns' words. */
function judge(achievement: Achievement, issuer: Profile, registration: RegistrationState) {
  const { nature, solidity } = assess({ achievement, issuer, registration })
  return {
    declared: nature.declared,
    shown: nature.shown,
    missing: nature.missing,
    facts: factsText(solidity.map((one): FactState => one.state)),
    rulesVersion,
  }
}

function bounded(achievement: Achievement): Achievement {
  const { narrative } = achievement.criteria
  return {
    ...achievement,
    name: clean(achievement.name).slice(0, 2 * most.name),
    description: clean(achievement.description).slice(0, most.description),
    criteria: {
      ...achievement.criteria,
      ...(narrative === undefined ? {} : { narrative: clean(narrative).slice(0, most.narrative) }),
    },
    ...(achievement.alignment === undefined
      ? {}
      : { alignment: achievement.alignment.slice(0, most.skills) }),
  }
}

/** PostgreSQL takes neither NUL nor half a sign. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const oneLine = (text: string, max: number): string => clean(text).replace(/\s+/g, ' ').trim().slice(0, max)

const webAddress = (text: string | undefined): string | null => {
  const url = text === undefined || text.length > most.address ? null : URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' ? url.href : null
}

function alignedSkills(achievement: Achievement): EntrySkill[] {
  return (achievement.alignment ?? []).flatMap((one) => {
    const name = oneLine(one.targetName, most.name)
    if (name === '') return []
    return {
      skillId: null,
      name,
      framework: oneLine(one.targetFramework ?? '', most.name),
      address: webAddress(one.targetUrl) ?? '',
      code: one.targetCode === undefined ? null : oneLine(one.targetCode, 100),
      suggested: false,
    }
  })
}
