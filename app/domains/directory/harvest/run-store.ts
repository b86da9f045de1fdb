import { sql } from 'kysely'
import type { Context } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import type { ReasonCode } from './reasons.ts'
import { type HarvestTables, tables } from './tables.ts'

export interface Run {
  id: string
  sourceId: string
  startedAt: Date
  finishedAt: Date | null
  documents: number
  found: number
  added: number
  changed: number
  refused: number
  gone: number
  reason: ReasonCode | null
}

const runOf = (row: HarvestTables['harvest_runs']): Run => ({
  id: row.id,
  sourceId: row.source_id,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  documents: row.documents,
  found: row.found,
  added: row.added,
  changed: row.changed,
  refused: row.refused,
  gone: row.gone,
  reason: row.reason,
})

export async function insertRun(ctx: Context, sourceId: string): Promise<string> {
  const id = newId()
  await tables(ctx)
    .insertInto('harvest_runs')
    .values({
      id,
      source_id: sourceId,
      started_at: ctx.clock.now(),
      finished_at: null,
      reason: null,
      ...noCounts,
    })
    .execute()
  return id
}

export const noCounts = { documents: 0, found: 0, added: 0, changed: 0, refused: 0, gone: 0 }
export type Counts = typeof noCounts

export async function addCounts(ctx: Context, runId: string, counts: Counts): Promise<void> {
  await tables(ctx)
    .updateTable('harvest_runs')
    .set((eb) => ({
      documents: eb('documents', '+', counts.documents),
      found: eb('found', '+', counts.found),
      added: eb('added', '+', counts.added),
      changed: eb('changed', '+', counts.changed),
      refused: eb('refused', '+', counts.refused),
      gone: eb('gone', '+', counts.gone),
    }))
    .where('id', '=', runId)
    .execute()
}

/** Whether a run read at least one definition that stands in the directory. */
export async function broughtSomething(ctx: Context, runId: string): Promise<boolean> {
  const found = await sql<{ yes: boolean }>`
    select exists (
      select from harvest_documents d join harvest_origins o on o.document_id = d.id
      where d.run_id = ${runId} and d.state = 'read' and d.dead_times = 0) as yes`.execute(ctx.db)
  return found.rows[0]?.yes ?? false
}

/** Ends a run once. */
export async function closeRun(
  ctx: Context,
  runId: string,
  reason: ReasonCode | null,
): Promise<Run | undefined> {
  const row = await tables(ctx)
    .updateTable('harvest_runs')
    .set({ finished_at: ctx.clock.now(), reason })
    .where('id', '=', runId)
    .where('finished_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : runOf(row)
}

export async function lastRuns(ctx: Context, sourceId: string, limit: number): Promise<Run[]> {
  const rows = await tables(ctx)
    .selectFrom('harvest_runs')
    .selectAll()
    .where('source_id', '=', sourceId)
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(runOf)
}

/** The last reading of each source, for lists. */
export async function lastRunOf(ctx: Context, sourceIds: readonly string[]): Promise<Map<string, Run>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('harvest_runs')
    .distinctOn('source_id')
    .selectAll()
    .where('source_id', 'in', [...sourceIds])
    .orderBy('source_id')
    .orderBy('started_at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.source_id, runOf(row)]))
}

/** Runs that last too long, or whose last document is done. */
export async function openRuns(ctx: Context): Promise<(Run & { waiting: boolean })[]> {
  const rows = await tables(ctx)
    .selectFrom('harvest_runs')
    .innerJoin('directory_sources', 'directory_sources.run_id', 'harvest_runs.id')
    .selectAll('harvest_runs')
    .select(
      sql<boolean>`exists (select from harvest_documents d where d.run_id = harvest_runs.id and d.state = 'waiting')
        or exists (select from harvest_files f where f.source_id = harvest_runs.source_id)`.as('waiting'),
    )
    .where('harvest_runs.finished_at', 'is', null)
    .execute()
  return rows.map(({ waiting, ...row }) => ({ ...runOf(row), waiting }))
}
