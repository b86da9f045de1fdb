import type { Achievement, Conversion, NatureName, Profile } from '@insigne/open-badges'
import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { type Context, found } from '../../infra/context.ts'
import { isId } from '../../infra/ids.ts'
import { refuse } from '../../infra/refusal.ts'
import { directoryRefusals } from './errors.ts'
import type { DirectoryEntry, EntrySkill, ShownNature } from './model.ts'
import { readFacts } from './rules.ts'
import { type DirectoryTables, tables } from './tables.ts'

const columns = [
  'id',
  'number',
  'origin',
  'address',
  'own_achievement',
  'name',
  'description',
  'language',
  'nature_declared',
  'nature_shown',
  'missing',
  'facts',
  'issuer_key',
  'issuer_name',
  'issuer_address',
  'organisation_id',
  'areas',
  'image',
  'illustrative',
  'awarded',
  'state',
  'first_seen_at',
  'seen_at',
  'changed_at',
] as const

type Row = Pick<Selectable<DirectoryTables['directory_entries']>, (typeof columns)[number]>

const NatureNames = z.enum([
  'participation',
  'engagement',
  'realisation',
  'competence',
  'certification',
  'registered',
])
const declaredNature = (text: string | null): NatureName | null =>
  NatureNames.nullable().catch(null).parse(text)
const shownNature = (text: string): ShownNature => NatureNames.or(z.literal('undetermined')).parse(text)

const read = (row: Row, skills: readonly EntrySkill[]): DirectoryEntry => ({
  id: row.id,
  origin: row.origin,
  address: row.address,
  ownAchievementId: row.own_achievement,
  name: row.name,
  description: row.description,
  language: row.language,
  nature: {
    declared: declaredNature(row.nature_declared),
    shown: shownNature(row.nature_shown),
    missing: row.missing,
  },
  facts: readFacts(row.facts),
  issuer: {
    key: row.issuer_key,
    name: row.issuer_name,
    address: row.issuer_address,
    organisationId: row.organisation_id,
  },
  areas: row.areas,
  skills,
  image: row.image,
  illustrative: row.illustrative,
  awarded: row.awarded,
  state: row.state,
  firstSeenAt: row.first_seen_at,
  seenAt: row.seen_at,
  changedAt: row.changed_at,
})

export const skillOf = (row: Selectable<DirectoryTables['directory_entry_skills']>): EntrySkill => ({
  skillId: row.skill_id,
  name: row.name,
  framework: row.framework,
  address: row.address,
  code: row.code,
  suggested: row.suggested,
})

const withSkills = (rows: readonly RowWithSkills[]): DirectoryEntry[] =>
  rows.map((row) => read(row, SkillRows.parse(row.skills)))

type RowWithSkills = Row & { skills: unknown }

// The skills come in the same answer: a page of results is one question.
const entries = (ctx: Context) =>
  tables(ctx)
    .selectFrom('directory_entries')
    .select(columns)
    .select(
      sql<unknown>`(
        select coalesce(json_agg(json_build_object('skillId', s.skill_id, 'name', s.name, 'framework', s.framework,
          'address', s.address, 'code', s.code, 'suggested', s.suggested) order by s.position), '[]')
        from directory_entry_skills s where s.entry_id = directory_entries.id)`.as('skills'),
    )

const SkillRows = z.array(
  z.object({
    skillId: z.string().nullable(),
    name: z.string(),
    framework: z.string(),
    address: z.string(),
    code: z.string().nullable(),
    suggested: z.boolean(),
  }),
)

export async function entryById(ctx: Context, id: string): Promise<DirectoryEntry | undefined> {
  if (!isId(id)) return undefined
  return withSkills(await entries(ctx).where('id', '=', id).execute())[0]
}

/** What became of an entry that is not there: taken out, or the same as another. Undefined: there never was one. */
export async function removalOf(
  ctx: Context,
  id: string,
): Promise<{ mergedInto: string | undefined } | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx)
    .selectFrom('directory_removals as r')
    .leftJoin('directory_sightings as s', (join) =>
      join.onRef('s.address', '=', 'r.address').on('r.reason', '=', 'merged'),
    )
    .select('s.entry_id')
    .where('r.entry_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { mergedInto: row.entry_id ?? undefined }
}

/** The entry, or a refusal: taken out, or never there. */
export async function presentEntry(ctx: Context, id: string): Promise<DirectoryEntry> {
  const entry = await entryById(ctx, id)
  if (entry === undefined && (await removalOf(ctx, id)) !== undefined) throw refuse(directoryRefusals.removed)
  return found(entry)
}

/** Several at once, in the order asked; unknown ones are left out. */
export async function entriesById(ctx: Context, ids: readonly string[]): Promise<DirectoryEntry[]> {
  const asked = [...new Set(ids.filter(isId))]
  if (asked.length === 0) return []
  const found = withSkills(await entries(ctx).where('id', 'in', asked).execute())
  return asked.flatMap((id) => found.find((one) => one.id === id) ?? [])
}

/** By the numbers of the index; one that went meanwhile is not there. */
export async function entriesByNumber(
  ctx: Context,
  numbers: readonly number[],
): Promise<Map<number, DirectoryEntry>> {
  if (numbers.length === 0) return new Map()
  const rows = await entries(ctx).where('number', 'in', numbers).execute()
  const read = withSkills(rows)
  return new Map(rows.flatMap(({ number }, at) => (read[at] === undefined ? [] : [[number, read[at]]])))
}

/** The entry of an achievement made here. */
export async function entryOfAchievement(
  ctx: Context,
  achievementId: string,
): Promise<DirectoryEntry | undefined> {
  if (!isId(achievementId)) return undefined
  return withSkills(await entries(ctx).where('own_achievement', '=', achievementId).execute())[0]
}

/** Everything that is kept of an entry: what a page of its own shows. */
export interface EntryRecord {
  entry: DirectoryEntry
  achievement: Achievement
  issuer: Profile
  /** Where it was seen, the newest sighting first. */
  sightings: Sighting[]
  /** What the conversion from 2.x lost. */
  lost: Conversion['lost'] | null
  rulesVersion: string
}

export interface Sighting {
  address: string
  format: '2.0' | '3.0'
  sourceId: string | null
  recordId: string | null
  state: 'live' | 'gone'
  firstSeenAt: Date
  seenAt: Date
}

export async function entryRecord(ctx: Context, id: string): Promise<EntryRecord | undefined> {
  const entry = await entryById(ctx, id)
  if (entry === undefined) return undefined
  const row = await tables(ctx)
    .selectFrom('directory_entries')
    .select(['achievement', 'issuer', 'lost', 'rules_version'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    entry,
    achievement: StoredAchievement.parse(row.achievement),
    issuer: StoredProfile.parse(row.issuer),
    sightings: await sightingsOf(ctx, id),
    lost: row.lost === null ? null : StoredLoss.parse(row.lost),
    rulesVersion: row.rules_version,
  }
}

// Written by `columnsOf` from typed values: the shape is known, the database only keeps it.
export const StoredAchievement = z.custom<Achievement>(
  (value) => z.object({ id: z.string(), name: z.string() }).safeParse(value).success,
)
export const StoredProfile = z.custom<Profile>(
  (value) => z.object({ id: z.string() }).safeParse(value).success,
)
export const StoredLoss = z.custom<Conversion['lost']>((value) => Array.isArray(value))

export async function sightingsOf(ctx: Context, id: string): Promise<Sighting[]> {
  const rows = await tables(ctx)
    .selectFrom('directory_sightings')
    .selectAll()
    .where('entry_id', '=', id)
    .orderBy('seen_at', 'desc')
    .orderBy('address')
    .execute()
  return rows.map((row) => ({
    address: row.address,
    format: row.format,
    sourceId: row.source_id,
    recordId: row.record_id,
    state: row.state,
    firstSeenAt: row.first_seen_at,
    seenAt: row.seen_at,
  }))
}

/** Among these numbers, one page in alphabetical order. */
export async function namesAmong(
  ctx: Context,
  numbers: readonly number[],
  offset: number,
  limit: number,
): Promise<number[]> {
  const rows = await tables(ctx)
    .selectFrom('directory_entries')
    .select('number')
    .where('number', '=', sql<number>`any(${[...numbers]}::int[])`)
    .orderBy('sort_name')
    .orderBy('number')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map((row) => row.number)
}

/** The numbers in alphabetical order of the names, a handful at a time. */
export async function namesAfter(
  ctx: Context,
  after: { name: string; number: number } | undefined,
  limit: number,
): Promise<{ name: string; number: number }[]> {
  let query = tables(ctx)
    .selectFrom('directory_entries')
    .select(['sort_name as name', 'number'])
    .orderBy('sort_name')
    .orderBy('number')
    .limit(limit)
  if (after !== undefined)
    query = query.where(sql<boolean>`(sort_name, number) > (${after.name}, ${after.number}::int)`)
  return query.execute()
}
