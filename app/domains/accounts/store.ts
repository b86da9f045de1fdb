import type { Context } from '../../infra/context.ts'
import { tables } from './tables.ts'

export interface Account {
  id: string
  name: string
  operator: boolean
  demo: boolean
  addresses: string[]
}

export async function accountById(ctx: Context, id: string): Promise<Account | undefined> {
  const row = await tables(ctx).selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const addresses = await tables(ctx)
    .selectFrom('account_addresses')
    .select('address')
    .where('account_id', '=', id)
    .orderBy('verified_at')
    .execute()
  return {
    id: row.id,
    name: row.name,
    operator: row.operator,
    demo: row.demo,
    addresses: addresses.map((one) => one.address),
  }
}

export async function accountIdOfAddress(ctx: Context, address: string): Promise<string | undefined> {
  const row = await tables(ctx)
    .selectFrom('account_addresses')
    .select('account_id')
    .where('address', '=', address)
    .executeTakeFirst()
  return row?.account_id
}

export async function insertAccount(
  ctx: Context,
  account: { id: string; name: string; operator: boolean; demo: boolean },
) {
  await tables(ctx)
    .insertInto('accounts')
    .values({ ...account, locale: ctx.locale, created_at: ctx.clock.now() })
    .execute()
}

/** The invented people of the demo: none where there is no demo. */
export async function demoAccountIds(ctx: Context): Promise<string[]> {
  const rows = await tables(ctx).selectFrom('accounts').select('id').where('demo', '=', true).execute()
  return rows.map((one) => one.id)
}

/** False when the address belongs to somebody already. */
export async function insertAddress(ctx: Context, accountId: string, address: string): Promise<boolean> {
  const result = await tables(ctx)
    .insertInto('account_addresses')
    .values({ address, account_id: accountId, verified_at: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export const deleteAddress = (ctx: Context, accountId: string, address: string) =>
  tables(ctx)
    .deleteFrom('account_addresses')
    .where('account_id', '=', accountId)
    .where('address', '=', address)
    .execute()

export const renameAccount = (ctx: Context, id: string, name: string) =>
  tables(ctx).updateTable('accounts').set({ name }).where('id', '=', id).execute()

export const makeOperator = (ctx: Context, id: string) =>
  tables(ctx).updateTable('accounts').set({ operator: true }).where('id', '=', id).execute()

export async function hasOperator(ctx: Context): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('accounts')
    .select('id')
    .where('operator', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function accountsById(
  ctx: Context,
  ids: string[],
): Promise<{ id: string; name: string; address: string }[]> {
  if (ids.length === 0) return []
  const rows = await tables(ctx)
    .selectFrom('accounts')
    .innerJoin('account_addresses', 'account_addresses.account_id', 'accounts.id')
    .select(['accounts.id', 'accounts.name', 'account_addresses.address'])
    .where('accounts.id', 'in', ids)
    .orderBy('account_addresses.verified_at')
    .execute()
  const seen = new Map<string, { id: string; name: string; address: string }>()
  for (const row of rows) if (!seen.has(row.id)) seen.set(row.id, row)
  return [...seen.values()]
}

/** Removes the accounts of the demo and returns their addresses. */
export async function deleteDemoAccounts(ctx: Context): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('account_addresses')
    .innerJoin('accounts', 'accounts.id', 'account_addresses.account_id')
    .select('address')
    .where('accounts.demo', '=', true)
    .execute()
  const addresses = rows.map((row) => row.address)
  if (addresses.length > 0)
    await tables(ctx).deleteFrom('sign_in_links').where('address', 'in', addresses).execute()
  await tables(ctx).deleteFrom('accounts').where('demo', '=', true).execute()
  return addresses
}

/** Whether anybody has an account here. */
export async function hasAccounts(ctx: Context): Promise<boolean> {
  const row = await tables(ctx).selectFrom('accounts').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}
