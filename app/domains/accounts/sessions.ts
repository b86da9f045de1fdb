import type { Context, Viewer } from '../../infra/context.ts'
import { digest, newId, newToken } from '../../infra/ids.ts'
import { addDays, addMinutes, nameDevice, sessionDays } from './rules.ts'
import { tables } from './tables.ts'

export interface Session {
  id: string
  device: string
  createdAt: Date
  seenAt: Date
}

/** Opens a session; the token goes into the cookie and is stored only as a digest. */
export async function openSession(
  ctx: Context,
  accountId: string,
  userAgent: string | undefined,
): Promise<string> {
  const token = newToken()
  const now = ctx.clock.now()
  await tables(ctx)
    .insertInto('sessions')
    .values({
      id: newId(),
      token_digest: digest(token),
      account_id: accountId,
      device: nameDevice(userAgent),
      created_at: now,
      seen_at: now,
      expires_at: addDays(now, sessionDays),
    })
    .execute()
  return token
}

/** Who holds this cookie; nobody when the session is unknown or over. */
export async function identify(ctx: Context, token: string): Promise<Viewer> {
  const now = ctx.clock.now()
  const row = await tables(ctx)
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .select(['sessions.id', 'sessions.account_id', 'sessions.seen_at', 'accounts.operator'])
    .where('sessions.token_digest', '=', digest(token))
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst()
  if (row === undefined) return { kind: 'anonymous' }
  // The date moves every few minutes at most: reading a page is no write.
  if (row.seen_at < addMinutes(now, -5))
    await tables(ctx)
      .updateTable('sessions')
      .set({ seen_at: now, expires_at: addDays(now, sessionDays) })
      .where('id', '=', row.id)
      .execute()
  return { kind: 'person', accountId: row.account_id, sessionId: row.id, operator: row.operator }
}

export async function listSessions(ctx: Context, accountId: string): Promise<Session[]> {
  const rows = await tables(ctx)
    .selectFrom('sessions')
    .select(['id', 'device', 'created_at', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', ctx.clock.now())
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  }))
}

export const deleteSession = (ctx: Context, accountId: string, sessionId: string) =>
  tables(ctx).deleteFrom('sessions').where('id', '=', sessionId).where('account_id', '=', accountId).execute()
