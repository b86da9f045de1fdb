import { type Context, found, requirePerson } from '../../infra/context.ts'
import { refuse } from '../../infra/refusal.ts'
import { accountById } from '../accounts/index.ts'
import { backpackRefusals } from './errors.ts'
import { type Asker, bearerMayDecide, belongsTo } from './rules.ts'
import { type Entry, entryById, entryOfToken, lockEntry } from './store.ts'

/** How somebody reaches an entry: signed in, by its page; or by the link of the message. */
export type Way = { entryId: string } | { token: string }

/** The signed-in person with their addresses; undefined for anybody else. */
export async function askerOf(ctx: Context): Promise<Asker | undefined> {
  if (ctx.viewer.kind !== 'person') return undefined
  const account = await accountById(ctx, ctx.viewer.accountId)
  return account === undefined ? undefined : { accountId: account.id, addresses: account.addresses }
}

/** The entry, if the viewer may read it. What is not theirs does not exist. */
export async function readEntry(ctx: Context, way: Way): Promise<Entry> {
  if ('token' in way) return standing(found(await entryOfToken(ctx, way.token)))
  requirePerson(ctx)
  const entry = found(await entryById(ctx, way.entryId))
  const asker = await askerOf(ctx)
  return found(asker !== undefined && belongsTo(entry, asker) ? standing(entry) : undefined)
}

function standing(entry: Entry): Entry {
  if (entry.state === 'deleted') throw refuse(backpackRefusals.deleted)
  return entry
}

/** The entry, locked, if the viewer may decide about it. */
export async function permitDecision(
  ctx: Context,
  way: Way,
): Promise<{ entry: Entry; asker: Asker | undefined }> {
  const seen = await readEntry(ctx, way)
  // Somebody may have decided while we waited for the lock.
  const entry = standing(found(await lockEntry(ctx, seen.id)))
  const asker = await askerOf(ctx)
  const allowed =
    'token' in way ? bearerMayDecide(entry, asker) : asker !== undefined && belongsTo(entry, asker)
  if (!allowed) throw refuse(backpackRefusals.keptByAnother)
  return { entry, asker }
}
