import { z } from 'zod'
import type { Context } from '../../infra/context.ts'
import { Facts } from './facts.ts'
import { unchecked } from './registered.ts'
import { tables } from './tables.ts'

/** A published version, as readers and badges see it. It never changes. */
export type AchievementVersion = Facts & {
  achievementId: string
  version: number
  organisationId: string
  /** Null only for a draft shown as it would be read. */
  publishedAt: Date | null
}

export interface Achievement {
  id: string
  organisationId: string
  latestVersion: number | null
  /** Set while it is not awarded any more. What was awarded stays, and stays public. */
  retiredAt: Date | null
}

export interface Draft {
  achievementId: string
  facts: Facts
  savedAt: Date
}

/** An identifier that is no UUID names nothing: the database is not asked. */
const isId = (id: string): boolean => z.uuid().safeParse(id).success

/** Facts at their place. Only the place is taken from `place`, even where it is a version itself. */
export const asVersion = (
  facts: Facts,
  place: Pick<AchievementVersion, 'achievementId' | 'version' | 'organisationId' | 'publishedAt'>,
): AchievementVersion => ({
  ...facts,
  description: facts.description === '' ? facts.action : facts.description,
  achievementId: place.achievementId,
  version: place.version,
  organisationId: place.organisationId,
  publishedAt: place.publishedAt,
})

export async function achievementById(ctx: Context, id: string): Promise<Achievement | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx).selectFrom('achievements').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    organisationId: row.organisation_id,
    latestVersion: row.latest_version,
    retiredAt: row.retired_at,
  }
}

/** Holds the achievement until the end of the transaction, so that versions are numbered one by one. */
export async function lockAchievement(ctx: Context, id: string): Promise<void> {
  await tables(ctx).selectFrom('achievements').select('id').where('id', '=', id).forUpdate().execute()
}

export async function insertAchievement(
  ctx: Context,
  one: Pick<Achievement, 'id' | 'organisationId'>,
): Promise<void> {
  await tables(ctx)
    .insertInto('achievements')
    .values({
      id: one.id,
      organisation_id: one.organisationId,
      latest_version: null,
      retired_at: null,
      created_at: ctx.clock.now(),
    })
    .execute()
}

export async function draftOf(ctx: Context, achievementId: string): Promise<Draft | undefined> {
  const row = await tables(ctx)
    .selectFrom('achievement_drafts')
    .selectAll()
    .where('achievement_id', '=', achievementId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { achievementId: row.achievement_id, facts: Facts.parse(row.facts), savedAt: row.saved_at }
}

export async function writeDraft(ctx: Context, achievementId: string, facts: Facts): Promise<void> {
  const saved = { facts: JSON.stringify(unchecked(facts)), saved_at: ctx.clock.now() }
  await tables(ctx)
    .insertInto('achievement_drafts')
    .values({ achievement_id: achievementId, ...saved })
    .onConflict((conflict) => conflict.column('achievement_id').doUpdateSet(saved))
    .execute()
}

export async function deleteDraft(ctx: Context, achievementId: string): Promise<void> {
  await tables(ctx).deleteFrom('achievement_drafts').where('achievement_id', '=', achievementId).execute()
}

export async function deleteAchievement(ctx: Context, achievementId: string): Promise<void> {
  await tables(ctx).deleteFrom('achievements').where('id', '=', achievementId).execute()
}

export async function insertVersion(
  ctx: Context,
  achievementId: string,
  version: number,
  facts: Facts,
): Promise<void> {
  await tables(ctx)
    .insertInto('achievement_versions')
    .values({
      achievement_id: achievementId,
      version,
      facts: JSON.stringify(facts),
      published_at: ctx.clock.now(),
    })
    .execute()
  await tables(ctx)
    .updateTable('achievements')
    .set({ latest_version: version })
    .where('id', '=', achievementId)
    .execute()
}

export async function writeRetired(ctx: Context, achievementId: string, at: Date | null): Promise<void> {
  await tables(ctx)
    .updateTable('achievements')
    .set({ retired_at: at })
    .where('id', '=', achievementId)
    .execute()
}
