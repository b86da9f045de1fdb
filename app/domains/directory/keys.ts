import { sql } from 'kysely'
import type { Context } from '../../infra/context.ts'
import { tables } from './tables.ts'

export interface KnownEntry {
  id: string
  number: number
  digest: string
  authority: number
  address: string
  state: 'live' | 'gone'
  version: string | null
}

/** The entries that these keys know, the surest key first. */
export async function entriesByKeys(tx: Context, keys: readonly string[]): Promise<KnownEntry[]> {
  const rows = await tables(tx)
    .selectFrom('directory_keys as k')
    .innerJoin('directory_entries as e', 'e.id', 'k.entry_id')
    .select(['k.key', 'e.id', 'e.number', 'e.digest', 'e.authority', 'e.address', 'e.state', 'e.version'])
    .where('k.key', 'in', keys)
    .execute()
  rows.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
  return [...new Map(rows.map(({ key: _, ...row }) => [row.id, row])).values()]
}

/** The entry that was taken out under one of these keys. */
export async function removedByKeys(tx: Context, keys: readonly string[]): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('directory_removed_keys')
    .select('entry_id')
    .where('key', 'in', keys)
    .executeTakeFirst()
  return row?.entry_id
}

/** Those of these keys that lead to an entry, or to one that was taken out. */
export async function takenKeys(tx: Context, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select key from directory_keys where key = any(${[...keys]}::text[])
    union all select key from directory_removed_keys where key = any(${[...keys]}::text[])`.execute(tx.db)
  return new Set(rows.map((row) => row.key))
}

/** A key stays with the entry that had it first. */
export async function keepKeys(
  tx: Context,
  many: readonly { id: string; keys: readonly string[] }[],
): Promise<void> {
  await tables(tx)
    .insertInto('directory_keys')
    .values(many.flatMap(({ id, keys }) => keys.map((key) => ({ key, entry_id: id }))))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
