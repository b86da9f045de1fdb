import { type Context, change } from '../../../infra/context.ts'
import { seeSighting } from '../store.ts'
import { requireSystem } from './enter-entry.ts'

/** An address answered that nothing changed: what was read there is still there. May run twice. */
export async function seeAgain(ctx: Context, address: string): Promise<void> {
  requireSystem(ctx)
  await change(ctx, (tx) => seeSighting(tx, address))
}
