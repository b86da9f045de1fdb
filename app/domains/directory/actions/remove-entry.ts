import { type Context, change, found } from '../../../infra/context.ts'
import { entryById } from '../reads.ts'
import { deleteEntry, oneWriter } from '../store.ts'
import type { RemovalReason } from '../tables.ts'
import { requireSystem } from './enter-entry.ts'

/** Takes an entry out for good: no source brings it back, and other instances are told. */
export async function removeEntry(
  ctx: Context,
  id: string,
  reason: Exclude<RemovalReason, 'merged'>,
): Promise<void> {
  requireSystem(ctx)
  await change(ctx, async (tx) => {
    await oneWriter(tx)
    found(await entryById(tx, id))
    await deleteEntry(tx, id, reason)
  })
}
