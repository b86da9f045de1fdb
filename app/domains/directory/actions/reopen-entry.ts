import { type Context, change } from '../../../infra/context.ts'
import { forgetRemoval, oneWriter } from '../store.ts'
import { requireSystem } from './enter-entry.ts'

/** What was taken out may be read again: its keys are refused no more. May run twice. */
export async function reopenEntry(ctx: Context, id: string): Promise<void> {
  requireSystem(ctx)
  await change(ctx, async (tx) => {
    await oneWriter(tx)
    await forgetRemoval(tx, id)
  })
}
