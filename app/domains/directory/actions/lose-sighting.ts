import { type Context, change } from '../../../infra/context.ts'
import { markGone, markSightingGone, oneWriter } from '../store.ts'
import { requireSystem } from './enter-entry.ts'

/**
 * An address answers no more. The entry whose shown copy was read there, and nowhere else since, is shown as the
 * last copy of what is gone. May run twice.
 */
export async function loseSighting(ctx: Context, address: string): Promise<void> {
  requireSystem(ctx)
  await change(ctx, async (tx) => {
    await oneWriter(tx)
    for (const id of await markSightingGone(tx, address)) await markGone(tx, id)
  })
}
