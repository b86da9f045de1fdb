import { type Context, change } from '../../../infra/context.ts'
import { deleteWithoutTrace, oneWriter } from '../store.ts'
import { requireSystem } from './enter-entry.ts'

/** Takes out what the demo brought, as if it had never been there: nothing is said of it, nothing is refused later. */
export async function forgetEntries(ctx: Context, ids: readonly string[]): Promise<void> {
  requireSystem(ctx)
  if (ids.length === 0) return
  await change(ctx, async (tx) => {
    await oneWriter(tx)
    await deleteWithoutTrace(tx, ids)
  })
}
