import { sql } from 'kysely'
import { type Context, change, found } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { refuseUnlessAwarded } from '../../achievements/index.ts'
import { organisationById, permit } from '../../organisations/index.ts'
import { claimsRefusals } from '../errors.ts'
import { runBatchJob } from '../jobs.ts'
import { batchById, countRows } from '../store.ts'
import { tables } from '../tables.ts'

/** Starts the award of the rows that are ready, once: a second click finds it started and changes nothing. */
export const confirmBatch = (ctx: Context, batchId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const batch = found(await batchById(tx, batchId, { lock: true }))
    const organisation = found(await organisationById(tx, batch.organisationId))
    await permit(tx, organisation, 'credential.award')
    if (batch.state !== 'preview') return
    await refuseUnlessAwarded(tx, { id: batch.achievementId })
    if ((await countRows(tx, batch.id)).ready === 0) throw refuse(claimsRefusals.nothingReady)
    const now = tx.clock.now()
    const year = now.getUTCFullYear()
    // Receipts of an organisation are numbered one by one, without a hole.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`receipts ${organisation.id}`}, 0))`.execute(
      tx.db,
    )
    const last = await tables(tx)
      .selectFrom('award_batches')
      .select((eb) => eb.fn.max('receipt_number').as('number'))
      .where('organisation_id', '=', organisation.id)
      .where('receipt_year', '=', year)
      .executeTakeFirst()
    await tables(tx)
      .updateTable('award_batches')
      .set({
        state: 'confirmed',
        confirmed_at: now,
        receipt_year: year,
        receipt_number: (last?.number ?? 0) + 1,
      })
      .where('id', '=', batch.id)
      .execute()
    await tx.queue.enqueue(tx, runBatchJob, { batchId: batch.id })
  })
