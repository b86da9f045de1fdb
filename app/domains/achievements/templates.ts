import { z } from 'zod'
import type { Context } from '../../infra/context.ts'
import { publishedVersion } from './reads.ts'
import type { AchievementVersion } from './store.ts'
import { tables } from './tables.ts'
import { type OpenPart, openParts } from './template.ts'

/** A published version that a network offers to its members. */
export interface OfferedTemplate {
  achievementId: string
  version: AchievementVersion
  open: OpenPart[]
  offeredAt: Date
  /** No longer offered: those who follow it keep it. */
  withdrawnAt: Date | null
}

const Open = z.array(z.enum(openParts))

export async function templateById(
  ctx: Context,
  achievementId: string,
): Promise<OfferedTemplate | undefined> {
  if (!z.uuid().safeParse(achievementId).success) return undefined
  const row = await tables(ctx)
    .selectFrom('achievement_templates')
    .selectAll()
    .where('achievement_id', '=', achievementId)
    .executeTakeFirst()
  return row === undefined ? undefined : read(ctx, row)
}

/** What these networks offer now, by name. */
export async function templatesOf(ctx: Context, networkIds: readonly string[]): Promise<OfferedTemplate[]> {
  if (networkIds.length === 0) return []
  const rows = await tables(ctx)
    .selectFrom('achievement_templates as t')
    .innerJoin('achievements as a', 'a.id', 't.achievement_id')
    .selectAll('t')
    .where('a.organisation_id', 'in', networkIds)
    .where('t.withdrawn_at', 'is', null)
    .where('a.retired_at', 'is', null)
    .execute()
  const found = (await Promise.all(rows.map((row) => read(ctx, row)))).filter((one) => one !== undefined)
  return found.sort((a, b) => a.version.name.localeCompare(b.version.name, 'fr'))
}

async function read(
  ctx: Context,
  row: {
    achievement_id: string
    version: number
    open_parts: string[]
    offered_at: Date
    withdrawn_at: Date | null
  },
): Promise<OfferedTemplate | undefined> {
  const version = await publishedVersion(ctx, row.achievement_id, row.version)
  if (version === undefined) return undefined
  return {
    achievementId: row.achievement_id,
    version,
    open: Open.parse(row.open_parts),
    offeredAt: row.offered_at,
    withdrawnAt: row.withdrawn_at,
  }
}

export async function writeTemplate(
  ctx: Context,
  one: { achievementId: string; version: number; open: OpenPart[] },
): Promise<void> {
  const offered = {
    version: one.version,
    open_parts: one.open,
    offered_at: ctx.clock.now(),
    withdrawn_at: null,
  }
  await tables(ctx)
    .insertInto('achievement_templates')
    .values({ achievement_id: one.achievementId, ...offered })
    .onConflict((conflict) => conflict.column('achievement_id').doUpdateSet(offered))
    .execute()
}

export async function closeTemplate(ctx: Context, achievementId: string): Promise<void> {
  await tables(ctx)
    .updateTable('achievement_templates')
    .set({ withdrawn_at: ctx.clock.now() })
    .where('achievement_id', '=', achievementId)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** The achievements of an organisation that follow a model: by the model's identifier. */
export async function adoptionsOf(ctx: Context, organisationId: string): Promise<Map<string, string>> {
  const rows = await tables(ctx)
    .selectFrom('achievement_adoptions')
    .select(['template_id', 'achievement_id'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Map(rows.map((row) => [row.template_id, row.achievement_id]))
}

/** The organisations that follow a model. */
export async function adoptersOf(ctx: Context, templateId: string): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('achievement_adoptions')
    .select('organisation_id')
    .where('template_id', '=', templateId)
    .orderBy('adopted_at')
    .execute()
  return rows.map((row) => row.organisation_id)
}

/** False when the organisation follows this model already. */
export async function insertAdoption(
  ctx: Context,
  one: { achievementId: string; templateId: string; organisationId: string },
): Promise<boolean> {
  const inserted = await tables(ctx)
    .insertInto('achievement_adoptions')
    .values({
      achievement_id: one.achievementId,
      template_id: one.templateId,
      organisation_id: one.organisationId,
      adopted_at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['template_id', 'organisation_id']).doNothing())
    .returning('achievement_id')
    .execute()
  return inserted.length > 0
}
