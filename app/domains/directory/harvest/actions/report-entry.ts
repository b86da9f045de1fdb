import { type Context, change } from '../../../../infra/context.ts'
import { refuse } from '../../../../infra/refusal.ts'
import { presentEntry } from '../../reads.ts'
import { harvestRefusals } from '../errors.ts'
import { requireOperator } from '../permit.ts'
import { closeReport, countOpenReports, insertReport, type ReportReason } from '../reports.ts'
import { takeOut } from '../take-out.ts'

const mostOpen = 20

/** Anybody may say that an entry is wrong; the operator looks. */
export const reportEntry = (
  ctx: Context,
  entryId: string,
  report: { reason: ReportReason; detail: string; contact: string | undefined },
): Promise<void> =>
  change(ctx, async (tx) => {
    await presentEntry(tx, entryId)
    if ((await countOpenReports(tx, entryId)) >= mostOpen) throw refuse(harvestRefusals.reportFull)
    await insertReport(tx, { entryId, ...report, contact: report.contact ?? null })
  })

/** The operator's answer: the entry stays, or goes for good. */
export const settleReport = (
  ctx: Context,
  id: string,
  decision: { remove: boolean; answer: string },
): Promise<void> =>
  change(ctx, async (tx) => {
    requireOperator(tx)
    const entryId = await closeReport(tx, id, decision.answer)
    if (entryId === undefined) throw refuse(harvestRefusals.decided)
    if (!decision.remove) return
    const entry = await presentEntry(tx, entryId)
    if (entry.origin === 'here') throw refuse(harvestRefusals.ownEntry)
    await takeOut(tx, entryId, 'report')
  })
