import { type Context, change } from '../../../infra/context.ts'
import { digest, newId } from '../../../infra/ids.ts'
import { refuse } from '../../../infra/refusal.ts'
import { accountRefusals } from '../errors.ts'
import { linkFault } from '../rules.ts'
import { openSession } from '../sessions.ts'
import { accountIdOfAddress, insertAccount, insertAddress } from '../store.ts'
import { tables } from '../tables.ts'

export interface SignedIn {
  accountId: string
  sessionToken: string
  nextPath: string
}

/**
 * Uses a link once: of two simultaneous tries, one is refused. The address becomes verified;
 * an unknown address opens an account.
 */
export const consumeSignIn = (
  ctx: Context,
  input: { token: string; userAgent?: string | undefined },
): Promise<SignedIn> =>
  change(ctx, async (tx) => {
    const link = await tables(tx)
      .selectFrom('sign_in_links')
      .selectAll()
      .where('token_digest', '=', digest(input.token))
      .forUpdate()
      .executeTakeFirst()
    if (link === undefined) throw refuse(accountRefusals.linkUnknown)
    const fault = linkFault({ usedAt: link.used_at, expiresAt: link.expires_at }, tx.clock.now())
    if (fault === 'used') throw refuse(accountRefusals.linkUsed)
    if (fault === 'expired') throw refuse(accountRefusals.linkExpired)
    await tables(tx)
      .updateTable('sign_in_links')
      .set({ used_at: tx.clock.now() })
      .where('token_digest', '=', link.token_digest)
      .execute()

    const owner = await accountIdOfAddress(tx, link.address)
    const accountId = link.account_id ?? owner ?? (await openAccount(tx, link.address))
    if (link.account_id !== null) {
      if (owner !== undefined && owner !== accountId) throw refuse(accountRefusals.addressTaken)
      if (owner === undefined) await insertAddress(tx, accountId, link.address)
    }
    const sessionToken = await openSession(tx, accountId, input.userAgent)
    return { accountId, sessionToken, nextPath: link.next_path }
  })

/** Says what the link would do, changing nothing: a mail scanner may open it. */
export async function inspectSignIn(
  ctx: Context,
  token: string,
): Promise<{ address: string; adding: boolean }> {
  const link = await tables(ctx)
    .selectFrom('sign_in_links')
    .selectAll()
    .where('token_digest', '=', digest(token))
    .executeTakeFirst()
  if (link === undefined) throw refuse(accountRefusals.linkUnknown)
  const fault = linkFault({ usedAt: link.used_at, expiresAt: link.expires_at }, ctx.clock.now())
  if (fault === 'used') throw refuse(accountRefusals.linkUsed)
  if (fault === 'expired') throw refuse(accountRefusals.linkExpired)
  return { address: link.address, adding: link.account_id !== null }
}

/** Opens an account for a verified address and returns its id. */
async function openAccount(ctx: Context, address: string): Promise<string> {
  const id = newId()
  await insertAccount(ctx, { id, name: '', operator: false, demo: false })
  await insertAddress(ctx, id, address)
  return id
}

/** The account of an address, opened when there is none: for demo content and for invited people. */
export const ensureAccount = (
  ctx: Context,
  input: { address: string; name: string; demo: boolean },
): Promise<string> =>
  change(ctx, async (tx) => {
    const known = await accountIdOfAddress(tx, input.address)
    if (known !== undefined) return known
    const id = newId()
    await insertAccount(tx, { id, name: input.name, operator: false, demo: input.demo })
    await insertAddress(tx, id, input.address)
    return id
  })
