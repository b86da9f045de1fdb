import { type Context, change } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { permitDecision, type Way } from '../access.ts'
import { backpackRefusals } from '../errors.ts'
import { keeperOf, mayDecide } from '../rules.ts'
import { type Entry, updateEntry, withdrawPages } from '../store.ts'

/** Keeps a badge. Through a link, a signed-in person whom it was meant for keeps it under their account. */
export const keepCredential = (ctx: Context, way: Way): Promise<Entry> =>
  change(ctx, async (tx) => {
    const { entry, asker } = await permitDecision(tx, way)
    const keeper = keeperOf(entry, asker)
    if (entry.state === 'kept' && keeper === entry.accountId) return entry
    if (entry.state !== 'kept' && !mayDecide(entry.state, 'keep')) throw refuse(backpackRefusals.notNow)
    await updateEntry(tx, entry.id, {
      state: 'kept',
      account_id: keeper,
      decline_reason: null,
      decided_at: tx.clock.now(),
    })
    return { ...entry, state: 'kept', accountId: keeper }
  })

/** Says no. Whatever was public is withdrawn; the reason, if any, is for the issuer. */
export const declineCredential = (ctx: Context, way: Way, reason: string | undefined): Promise<Entry> =>
  change(ctx, async (tx) => {
    const { entry } = await permitDecision(tx, way)
    if (entry.state === 'declined') return entry
    if (!mayDecide(entry.state, 'decline')) throw refuse(backpackRefusals.notNow)
    await withdrawPages(tx, entry.id)
    await updateEntry(tx, entry.id, {
      state: 'declined',
      decline_reason: reason ?? null,
      decided_at: tx.clock.now(),
    })
    return { ...entry, state: 'declined' }
  })

/**
 * Deletes a badge from one's backpack: what the entry knew of the person is removed, its public address
 * answers « gone ». The issuer's own record stays the issuer's.
 */
export const deleteCredential = (ctx: Context, entryId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const { entry } = await permitDecision(tx, { entryId })
    await withdrawPages(tx, entry.id)
    await updateEntry(tx, entry.id, {
      state: 'deleted',
      account_id: null,
      address: null,
      decline_reason: null,
      decided_at: tx.clock.now(),
    })
  })
