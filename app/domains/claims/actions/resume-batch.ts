import { type Context, change, found } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import { refuse } from '../../../infra/refusal.ts'
import { accountById } from '../../accounts/index.ts'
import { organisationById, permit } from '../../organisations/index.ts'
import { claimsRefusals } from '../errors.ts'
import { batchById, insertBatch, insertRows, rowsOf } from '../store.ts'

/** Takes up the rows of a finished batch that were not awarded, in a new batch with its own preview. */
export const resumeBatch = (ctx: Context, batchId: string): Promise<string> =>
  change(ctx, async (tx) => {
    const batch = found(await batchById(tx, batchId, { lock: true }))
    const organisation = found(await organisationById(tx, batch.organisationId))
    await permit(tx, organisation, 'credential.award')
    const rows = await rowsOf(tx, batch.id, { states: ['faulty'] })
    if (batch.state !== 'done' || rows.length === 0) throw refuse(claimsRefusals.nothingReady)
    const account = tx.viewer.kind === 'person' ? await accountById(tx, tx.viewer.accountId) : undefined
    const id = newId()
    await insertBatch(
      tx,
      {
        ...batch,
        id,
        state: 'preview',
        createdByName: account?.name ?? '',
        createdAt: tx.clock.now(),
        confirmedAt: null,
        finishedAt: null,
        receipt: null,
      },
      account?.id ?? null,
    )
    await insertRows(
      tx,
      id,
      rows.map((row) => ({ ...row, id: newId() })),
    )
    return id
  })
