import { type Context, change } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { permitDecision } from '../access.ts'
import { backpackRefusals } from '../errors.ts'
import { mayDecide } from '../rules.ts'
import { insertPage, openPages, setIndexed, withdrawPages } from '../store.ts'

/** Opens the public page of a kept badge and returns its address; the one that is open already, if any. */
export const publishPage = (ctx: Context, entryId: string): Promise<string> =>
  change(ctx, async (tx) => {
    const { entry } = await permitDecision(tx, { entryId })
    if (!mayDecide(entry.state, 'publish')) throw refuse(backpackRefusals.notNow)
    const [open] = await openPages(tx, [entry.id])
    return open?.slug ?? (await insertPage(tx, entry.id))
  })

/** Withdraws the public page. Its address never serves again: a later page gets a new one. */
export const withdrawPage = (ctx: Context, entryId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const { entry } = await permitDecision(tx, { entryId })
    await withdrawPages(tx, entry.id)
  })

/** Lets search engines show the page, or not. */
export const letBeIndexed = (ctx: Context, entryId: string, indexed: boolean): Promise<void> =>
  change(ctx, async (tx) => {
    const { entry } = await permitDecision(tx, { entryId })
    await setIndexed(tx, entry.id, indexed)
  })
