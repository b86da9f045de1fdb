import { type Context, change } from '../../../../infra/context.ts'
import { refuse } from '../../../../infra/refusal.ts'
import { harvestRefusals } from '../errors.ts'
import { requireOperator } from '../permit.ts'
import { wakeHeld } from '../sources.ts'
import { decideLikeness } from '../standing.ts'

/** The operator's word on a name that may pass for another's: let in, its badges are read again. */
export const decideHeld = (ctx: Context, id: string, allow: boolean): Promise<void> =>
  change(ctx, async (tx) => {
    requireOperator(tx)
    const key = await decideLikeness(tx, id, allow ? 'allowed' : 'refused')
    if (key === undefined) throw refuse(harvestRefusals.decided)
    if (allow) await wakeHeld(tx)
  })
