import { type Context, change } from '../../../infra/context.ts'
import { digest, newToken } from '../../../infra/ids.ts'
import { refuse } from '../../../infra/refusal.ts'
import { accountRefusals } from '../errors.ts'
import { openSession } from '../sessions.ts'
import { hasOperator, makeOperator } from '../store.ts'
import { tables } from '../tables.ts'
import { ensureAccount } from './consume-sign-in.ts'

/** A fresh one-time token while nobody runs this instance; undefined once somebody does. */
export const issueClaimToken = (ctx: Context): Promise<string | undefined> =>
  change(ctx, async (tx) => {
    if (await hasOperator(tx)) return undefined
    const token = newToken()
    await tables(tx).deleteFrom('instance_claims').execute()
    await tables(tx)
      .insertInto('instance_claims')
      .values({ token_digest: digest(token), created_at: tx.clock.now(), used_at: null })
      .execute()
    return token
  })

/** Makes the bearer of the log's token the operator, once. Nothing is written before the token holds. */
export const claimInstance = (
  ctx: Context,
  input: { token: string; address: string; name: string; userAgent?: string | undefined },
): Promise<{ sessionToken: string }> =>
  change(ctx, async (tx) => {
    const used = await tables(tx)
      .updateTable('instance_claims')
      .set({ used_at: tx.clock.now() })
      .where('token_digest', '=', digest(input.token))
      .where('used_at', 'is', null)
      .returning('token_digest')
      .executeTakeFirst()
    if (used === undefined || (await hasOperator(tx))) throw refuse(accountRefusals.claimRefused)
    const accountId = await ensureAccount(tx, { address: input.address, name: input.name, demo: false })
    await makeOperator(tx, accountId)
    return { sessionToken: await openSession(tx, accountId, input.userAgent) }
  })
