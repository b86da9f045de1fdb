import type { Context } from '../../../infra/context.ts'
import { isId, newId } from '../../../infra/ids.ts'
import { tables } from './tables.ts'

export const reportReasons = ['wrong', 'copied', 'dead', 'offensive', 'personal', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

export interface Report {
  id: string
  entryId: string
  reason: string
  detail: string
  contact: string | null
  reportedAt: Date
}

export const insertReport = (
  ctx: Context,
  report: { entryId: string; reason: ReportReason; detail: string; contact: string | null },
) =>
  tables(ctx)
    .insertInto('directory_reports')
    .values({
      id: newId(),
      entry_id: report.entryId,
      reason: report.reason,
      detail: report.detail,
      contact: report.contact,
      reported_at: ctx.clock.now(),
      settled_at: null,
      answer: null,
    })
    .execute()

export async function countOpenReports(ctx: Context, entryId: string): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('directory_reports')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('entry_id', '=', entryId)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function openReports(ctx: Context): Promise<Report[]> {
  const rows = await tables(ctx)
    .selectFrom('directory_reports')
    .selectAll()
    .where('settled_at', 'is', null)
    .orderBy('reported_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    entryId: row.entry_id,
    reason: row.reason,
    detail: row.detail,
    contact: row.contact,
    reportedAt: row.reported_at,
  }))
}

/** Closes an open report and says of which entry it was; the address of whoever wrote is forgotten. */
export async function closeReport(ctx: Context, id: string, answer: string): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx)
    .updateTable('directory_reports')
    .set({ settled_at: ctx.clock.now(), answer, contact: null })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .returning('entry_id')
    .executeTakeFirst()
  return row?.entry_id
}
