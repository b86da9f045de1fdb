import { type Context, change } from '../../../infra/context.ts'
import { credentialById } from '../../issuing/index.ts'
import { entryOfCredential, lockEntry, updateEntry } from '../store.ts'
import { sendOffers } from './receive-credentials.ts'

/**
 * Somebody who had no address has one now: the badge is theirs under it, and the message is sent.
 * A badge that is still to be signed needs nothing: its entry will open with the address.
 */
export const receiveAddress = (ctx: Context, credentialId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const credential = await credentialById(tx, credentialId)
    if (credential === undefined || credential.state === 'prepared' || credential.recipientAddress === null)
      return
    const known = await entryOfCredential(tx, credentialId)
    // The entry is being opened at this very moment: the job is tried again.
    if (known === undefined) throw new Error('the entry is not open yet')
    const entry = await lockEntry(tx, known.id)
    if (
      entry === undefined ||
      entry.address !== null ||
      entry.accountId !== null ||
      entry.state === 'deleted'
    )
      return
    await updateEntry(tx, entry.id, { address: credential.recipientAddress })
    await sendOffers(tx, [credential], new Map([[credential.id, entry.id]]))
  })
