import type { Context } from '../../infra/context.ts'
import type { EntryInput, EntrySkill } from './model.ts'
import { StoredAchievement, StoredLoss, StoredProfile, skillOf } from './reads.ts'
import { tables } from './tables.ts'

// What the jobs read that go over entries again.

/** The version of each of these achievements that the directory shows. */
export async function ownVersions(
  ctx: Context,
  achievementIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (achievementIds.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('directory_entries')
    .select(['own_achievement', 'version'])
    .where('own_achievement', 'in', achievementIds)
    .execute()
  return new Map(rows.map((row) => [row.own_achievement ?? '', row.version]))
}

/** Entries that another version of the rules judged. */
export async function outdatedEntries(ctx: Context, rulesVersion: string, limit: number): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('directory_entries')
    .select('id')
    .where((eb) => eb.or([eb('rules_version', '<', rulesVersion), eb('rules_version', '>', rulesVersion)]))
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

export async function skillsOf(ctx: Context, id: string): Promise<EntrySkill[]> {
  const rows = await tables(ctx)
    .selectFrom('directory_entry_skills')
    .selectAll()
    .where('entry_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(skillOf)
}

/** What an entry was made of, to make it again. */
export async function inputOf(
  ctx: Context,
  id: string,
): Promise<{ input: EntryInput; number: number; digest: string } | undefined> {
  const row = await tables(ctx)
    .selectFrom('directory_entries')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const input: EntryInput = {
    origin: row.origin,
    achievement: StoredAchievement.parse(row.achievement),
    issuer: StoredProfile.parse(row.issuer),
    address: row.address,
    ...(row.own_achievement === null ? {} : { ownAchievementId: row.own_achievement }),
    ...(row.organisation_id === null ? {} : { organisationId: row.organisation_id }),
    ...(row.lost === null ? {} : { lost: StoredLoss.parse(row.lost) }),
    areas: row.areas,
    awarded: row.awarded,
    illustrative: row.illustrative,
  }
  return { input, number: row.number, digest: row.digest }
}

export async function matchedAt(ctx: Context): Promise<Date | null> {
  const row = await tables(ctx).selectFrom('directory_state').select('matched_at').executeTakeFirstOrThrow()
  return row.matched_at
}

/** The entries in their order of arrival, a handful at a time. */
export const entryIdsAfter = (
  ctx: Context,
  number: number,
  limit: number,
): Promise<{ id: string; number: number }[]> =>
  tables(ctx)
    .selectFrom('directory_entries')
    .select(['id', 'number'])
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()
