import { type Context, change, found } from '../../../infra/context.ts'
import { credentialById } from '../../issuing/index.ts'
import { organisationById, permit } from '../../organisations/index.ts'
import { entryOfCredential, insertBearers } from '../store.ts'

/**
 * A link for somebody who has no address: the issuer prints it or shows its code.
 * Undefined while the credential is being signed, or once its holder has decided.
 */
export const handLink = (ctx: Context, credentialId: string): Promise<string | undefined> =>
  change(ctx, async (tx) => {
    const credential = found(await credentialById(tx, credentialId))
    const organisation = found(await organisationById(tx, credential.organisationId))
    await permit(tx, organisation, 'credential.award')
    const entry = await entryOfCredential(tx, credentialId)
    if (entry === undefined || entry.state !== 'offered' || entry.accountId !== null) return undefined
    const token = (await insertBearers(tx, [entry.id])).get(entry.id)
    return token === undefined ? undefined : `${tx.origin}/r/${token}`
  })
