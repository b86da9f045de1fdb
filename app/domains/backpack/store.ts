import type { Context } from '../../infra/context.ts'
import { digest, isId, newId, newSlug, newToken } from '../../infra/ids.ts'
import type { EntryState } from './rules.ts'
import { tables } from './tables.ts'

/** A credential in somebody's backpack, or on its way to it. */
export interface Entry {
  id: string
  credentialId: string
  accountId: string | null
  address: string | null
  state: EntryState
  declineReason: string | null
  receivedAt: Date
  decidedAt: Date | null
}

const columns = [
  'backpack_entries.id as id',
  'backpack_entries.credential_id as credentialId',
  'backpack_entries.account_id as accountId',
  'backpack_entries.address as address',
  'backpack_entries.state as state',
  'backpack_entries.decline_reason as declineReason',
  'backpack_entries.received_at as receivedAt',
  'backpack_entries.decided_at as decidedAt',
] as const

const entries = (ctx: Context) => tables(ctx).selectFrom('backpack_entries').select(columns)

export async function entryById(ctx: Context, id: string): Promise<Entry | undefined> {
  if (!isId(id)) return undefined
  return entries(ctx).where('id', '=', id).executeTakeFirst()
}

export const entryOfCredential = (ctx: Context, credentialId: string): Promise<Entry | undefined> =>
  entries(ctx).where('credential_id', '=', credentialId).executeTakeFirst()

/** The entry that a link of a message leads to. */
export const entryOfToken = (ctx: Context, token: string): Promise<Entry | undefined> =>
  entries(ctx)
    .innerJoin('backpack_bearers', 'backpack_bearers.entry_id', 'backpack_entries.id')
    .where('backpack_bearers.token_digest', '=', digest(token))
    .executeTakeFirst()

/** The same entry, held until the end of the transaction: two decisions cannot cross. */
export const lockEntry = (ctx: Context, id: string): Promise<Entry | undefined> =>
  entries(ctx).where('id', '=', id).forUpdate().executeTakeFirst()

/** What is somebody's: kept under their account, or sent to an address of theirs. Newest first. */
export const entriesOf = (ctx: Context, accountId: string, addresses: readonly string[]): Promise<Entry[]> =>
  entries(ctx)
    .where((eb) =>
      eb.or([
        eb('account_id', '=', accountId),
        ...(addresses.length === 0
          ? []
          : [eb.and([eb('account_id', 'is', null), eb('address', 'in', addresses)])]),
      ]),
    )
    .where('state', '!=', 'deleted')
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .execute()

/** Opens an entry for each credential that has none yet, and says which are new. */
export async function insertEntries(
  ctx: Context,
  wanted: { credentialId: string; address: string | null }[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const now = ctx.clock.now()
  const rows = await tables(ctx)
    .insertInto('backpack_entries')
    .values(
      wanted.map(({ credentialId, address }) => ({
        id: newId(),
        credential_id: credentialId,
        account_id: null,
        address,
        state: 'offered' as const,
        decline_reason: null,
        received_at: now,
        decided_at: null,
      })),
    )
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning(['id', 'credential_id'])
    .execute()
  return new Map(rows.map((row) => [row.credential_id, row.id]))
}

/** A new link for each entry; only the digests stay here. */
export async function insertBearers(ctx: Context, entryIds: string[]): Promise<Map<string, string>> {
  const tokens = new Map(entryIds.map((id) => [id, newToken()]))
  if (tokens.size > 0)
    await tables(ctx)
      .insertInto('backpack_bearers')
      .values(
        [...tokens].map(([entryId, token]) => ({
          token_digest: digest(token),
          entry_id: entryId,
          created_at: ctx.clock.now(),
        })),
      )
      .execute()
  return tokens
}

export const updateEntry = (
  ctx: Context,
  id: string,
  change: {
    state?: EntryState
    account_id?: string | null
    address?: string | null
    decline_reason?: string | null
    decided_at?: Date
  },
) => tables(ctx).updateTable('backpack_entries').set(change).where('id', '=', id).execute()

/** A public address of an entry. */
export interface PublicPage {
  slug: string
  entryId: string
  indexed: boolean
  createdAt: Date
  withdrawnAt: Date | null
}

const pageColumns = [
  'slug',
  'entry_id as entryId',
  'indexed',
  'created_at as createdAt',
  'withdrawn_at as withdrawnAt',
] as const

export const pageBySlug = (ctx: Context, slug: string): Promise<PublicPage | undefined> =>
  tables(ctx).selectFrom('backpack_pages').select(pageColumns).where('slug', '=', slug).executeTakeFirst()

/** The open public pages of these entries. */
export async function openPages(ctx: Context, entryIds: string[]): Promise<PublicPage[]> {
  if (entryIds.length === 0) return []
  return tables(ctx)
    .selectFrom('backpack_pages')
    .select(pageColumns)
    .where('entry_id', 'in', entryIds)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** The open public pages of what these accounts kept, oldest first. */
export async function openPagesOf(
  ctx: Context,
  accountIds: string[],
): Promise<{ slug: string; credentialId: string }[]> {
  if (accountIds.length === 0) return []
  return tables(ctx)
    .selectFrom('backpack_pages')
    .innerJoin('backpack_entries', 'backpack_entries.id', 'backpack_pages.entry_id')
    .select(['backpack_pages.slug as slug', 'backpack_entries.credential_id as credentialId'])
    .where('backpack_entries.account_id', 'in', accountIds)
    .where('backpack_entries.state', '=', 'kept')
    .where('backpack_pages.withdrawn_at', 'is', null)
    .orderBy('backpack_pages.created_at')
    .execute()
}

export async function insertPage(ctx: Context, entryId: string): Promise<string> {
  const slug = newSlug()
  await tables(ctx)
    .insertInto('backpack_pages')
    .values({ slug, entry_id: entryId, indexed: false, created_at: ctx.clock.now(), withdrawn_at: null })
    .execute()
  return slug
}

export const withdrawPages = (ctx: Context, entryId: string) =>
  tables(ctx)
    .updateTable('backpack_pages')
    .set({ withdrawn_at: ctx.clock.now(), indexed: false })
    .where('entry_id', '=', entryId)
    .where('withdrawn_at', 'is', null)
    .execute()

export const setIndexed = (ctx: Context, entryId: string, indexed: boolean) =>
  tables(ctx)
    .updateTable('backpack_pages')
    .set({ indexed })
    .where('entry_id', '=', entryId)
    .where('withdrawn_at', 'is', null)
    .execute()
