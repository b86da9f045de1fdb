import { type Context, change } from '../../../infra/context.ts'
import { removeEntry } from '../actions/remove-entry.ts'
import { withdrawRecords } from './records.ts'

/** Takes an entry out for good, and with it what was kept of the answers that it was read from. */
export const takeOut = (ctx: Context, entryId: string, reason: 'issuer' | 'report'): Promise<void> =>
  change(ctx, async (tx) => {
    await removeEntry(tx, entryId, reason)
    await withdrawRecords(tx, { entryId })
  })
