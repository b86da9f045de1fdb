import type { Context } from '../../infra/context.ts'
import { Facts } from './facts.ts'
import { type AchievementVersion, achievementById, asVersion } from './store.ts'
import { tables } from './tables.ts'

const versions = (ctx: Context) =>
  tables(ctx)
    .selectFrom('achievement_versions as v')
    .innerJoin('achievements as a', 'a.id', 'v.achievement_id')
    .select([
      'v.achievement_id as achievementId',
      'v.version',
      'v.facts',
      'v.published_at as publishedAt',
      'a.organisation_id as organisationId',
    ])

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]

const read = ({ facts, ...place }: VersionRow): AchievementVersion => asVersion(Facts.parse(facts), place)

/** A published version: the one asked for, or the latest. Undefined while nothing is published. */
export async function publishedVersion(
  ctx: Context,
  achievementId: string,
  version?: number,
): Promise<AchievementVersion | undefined> {
  const achievement = await achievementById(ctx, achievementId)
  const wanted = version ?? achievement?.latestVersion
  if (achievement === undefined || wanted === null || wanted === undefined) return undefined
  const row = await versions(ctx)
    .where('v.achievement_id', '=', achievementId)
    .where('v.version', '=', wanted)
    .executeTakeFirst()
  return row === undefined ? undefined : read(row)
}

/** The facts of the latest version exactly as they were given, nothing filled in: what a revision starts from. */
export async function latestFacts(ctx: Context, achievementId: string): Promise<Facts | undefined> {
  const row = await versions(ctx)
    .where('v.achievement_id', '=', achievementId)
    .whereRef('v.version', '=', 'a.latest_version')
    .executeTakeFirst()
  return row === undefined ? undefined : Facts.parse(row.facts)
}

/** The facts of one version exactly as they were given. */
export async function publishedFacts(
  ctx: Context,
  achievementId: string,
  version: number,
): Promise<Facts | undefined> {
  const row = await versions(ctx)
    .where('v.achievement_id', '=', achievementId)
    .where('v.version', '=', version)
    .executeTakeFirst()
  return row === undefined ? undefined : Facts.parse(row.facts)
}

/** Which of an organisation's achievements are not awarded any more. */
export async function retiredOf(ctx: Context, organisationId: string): Promise<Set<string>> {
  const rows = await tables(ctx)
    .selectFrom('achievements')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('retired_at', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Several exact versions at once, for lists of badges; unknown ones are left out. */
export async function publishedVersions(
  ctx: Context,
  wanted: readonly { achievementId: string; version: number }[],
): Promise<AchievementVersion[]> {
  const ids = [...new Set(wanted.map((one) => one.achievementId))]
  if (ids.length === 0) return []
  const keys = new Set(wanted.map((one) => `${one.achievementId} ${one.version}`))
  const rows = await versions(ctx).where('v.achievement_id', 'in', ids).execute()
  return rows.filter((row) => keys.has(`${row.achievementId} ${row.version}`)).map(read)
}

/** The latest version of each of these achievements; what is not published is left out. */
export async function latestPublished(ctx: Context, ids: readonly string[]): Promise<AchievementVersion[]> {
  if (ids.length === 0) return []
  const rows = await versions(ctx)
    .where('v.achievement_id', 'in', [...ids])
    .whereRef('v.version', '=', 'a.latest_version')
    .execute()
  return rows.map(read)
}

/** The latest version of everything these organisations publish, by name. */
export async function publishedBy(
  ctx: Context,
  organisationIds: readonly string[],
): Promise<AchievementVersion[]> {
  if (organisationIds.length === 0) return []
  const rows = await versions(ctx)
    .where('a.organisation_id', 'in', organisationIds)
    .whereRef('v.version', '=', 'a.latest_version')
    .execute()
  return rows.map(read).sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** One line of the staff's list. */
export interface AchievementLine {
  achievementId: string
  /** Null while nothing is published. */
  published: AchievementVersion | null
  /** What is being written; null when the published version is all there is. */
  draft: { facts: Facts; savedAt: Date } | null
  retired: boolean
}

/** Everything an organisation has made or begun, newest first. */
export async function achievementsOf(ctx: Context, organisationId: string): Promise<AchievementLine[]> {
  const rows = await tables(ctx)
    .selectFrom('achievements as a')
    .leftJoin('achievement_drafts as d', 'd.achievement_id', 'a.id')
    .select(['a.id', 'a.retired_at as retiredAt', 'd.facts', 'd.saved_at as savedAt'])
    .where('a.organisation_id', '=', organisationId)
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id')
    .execute()
  const published = new Map((await publishedBy(ctx, [organisationId])).map((one) => [one.achievementId, one]))
  return rows.map((row) => ({
    achievementId: row.id,
    published: published.get(row.id) ?? null,
    draft: row.savedAt === null ? null : { facts: Facts.parse(row.facts), savedAt: row.savedAt },
    retired: row.retiredAt !== null,
  }))
}

/** All versions of one achievement, oldest first. */
export async function versionsOf(ctx: Context, achievementId: string): Promise<AchievementVersion[]> {
  const rows = await versions(ctx)
    .where('v.achievement_id', '=', achievementId)
    .orderBy('v.version')
    .execute()
  return rows.map(read)
}

/** The latest version of everything that is published here, in the order of identifiers: a page of it. */
export async function publishedRefs(
  ctx: Context,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ achievementId: string; version: number }[]> {
  let query = tables(ctx)
    .selectFrom('achievements')
    .select(['id as achievementId', 'latest_version as version'])
    .where('latest_version', 'is not', null)
    .orderBy('id')
    .limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  const rows = await query.execute()
  return rows.flatMap(({ achievementId, version }) => (version === null ? [] : [{ achievementId, version }]))
}
