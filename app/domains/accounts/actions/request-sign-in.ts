import { sql } from 'kysely'
import { type Context, change } from '../../../infra/context.ts'
import { safePath } from '../../../infra/http/index.ts'
import { digest, newToken } from '../../../infra/ids.ts'
import { sendMail } from '../../../infra/mail/index.ts'
import { signInLetter } from '../emails/sign-in.ts'
import { addMinutes, linkMinutes, linksPerAddress } from '../rules.ts'
import { tables } from '../tables.ts'

export interface RequestSignIn {
  address: string
  next?: string | undefined
}

/**
 * Sends a link to the address, known or not: the answer is the same, so it tells nobody who has an account.
 * Beyond five links in ten minutes nothing is sent.
 */
export const requestSignIn = (ctx: Context, input: RequestSignIn): Promise<void> =>
  change(ctx, (tx) => sendLink(tx, input, null))

/** Sends a link that adds the address to the account of the signed-in person. */
export const requestAddress = (ctx: Context, accountId: string, address: string): Promise<void> =>
  change(ctx, (tx) => sendLink(tx, { address, next: '/account' }, accountId))

async function sendLink(ctx: Context, input: RequestSignIn, accountId: string | null): Promise<void> {
  const now = ctx.clock.now()
  // Requests for one address wait for each other: counted side by side, they would all be the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${input.address}`}, 0))`.execute(ctx.db)
  const recent = await tables(ctx)
    .selectFrom('sign_in_links')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('address', '=', input.address)
    .where('created_at', '>', addMinutes(now, -linkMinutes))
    .executeTakeFirstOrThrow()
  if (recent.count >= linksPerAddress) return
  const token = newToken()
  await tables(ctx)
    .insertInto('sign_in_links')
    .values({
      token_digest: digest(token),
      address: input.address,
      account_id: accountId,
      next_path: safePath(input.next ?? '/space'),
      created_at: now,
      expires_at: addMinutes(now, linkMinutes),
      used_at: null,
    })
    .execute()
  const url = `${ctx.origin}/sign-in/check?token=${token}`
  await sendMail(ctx, [
    {
      to: input.address,
      letter: signInLetter(ctx.locale, url, accountId !== null),
      once: `sign-in:${digest(token)}`,
    },
  ])
}
