import { type Context, change, requirePerson } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { accountRefusals } from '../errors.ts'
import { deleteSession } from '../sessions.ts'
import { accountById, accountIdOfAddress, deleteAddress, renameAccount } from '../store.ts'
import { requestAddress } from './request-sign-in.ts'

/** Asks to add an address to one's own account: it counts once its link has been used. */
export const addAddress = (ctx: Context, address: string): Promise<void> =>
  change(ctx, async (tx) => {
    const { accountId } = requirePerson(tx)
    const owner = await accountIdOfAddress(tx, address)
    // Somebody else's address gets the same answer: the link it receives will be refused.
    if (owner === accountId) return
    await requestAddress(tx, accountId, address)
  })

export const removeAddress = (ctx: Context, address: string): Promise<void> =>
  change(ctx, async (tx) => {
    const { accountId } = requirePerson(tx)
    const account = await accountById(tx, accountId)
    if (account === undefined || !account.addresses.includes(address)) return
    if (account.addresses.length === 1) throw refuse(accountRefusals.lastAddress)
    await deleteAddress(tx, accountId, address)
  })

export const rename = (ctx: Context, name: string): Promise<void> =>
  change(ctx, async (tx) => void (await renameAccount(tx, requirePerson(tx).accountId, name)))

/** Ends one session of one's own; the current one too. */
export const endSession = (ctx: Context, sessionId: string): Promise<void> =>
  change(ctx, async (tx) => void (await deleteSession(tx, requirePerson(tx).accountId, sessionId)))
