import { sql } from 'kysely'
import { type Context, change } from '../../../infra/context.ts'
import { PackedReader } from '../search/packed.ts'
import { oneWriter } from '../store.ts'
import { tables } from '../tables.ts'
import { requireSystem } from './enter-entry.ts'

const page = 10_000

/** Forgets the words and the values that no entry has any more. Reads the whole narrow table: not for every removal. */
export async function forgetTerms(ctx: Context): Promise<void> {
  requireSystem(ctx)
  await change(ctx, async (tx) => {
    await oneWriter(tx)
    const used = await usedTerms(tx)
    await tables(tx)
      .deleteFrom('directory_terms')
      .where('id', '!=', sql<number>`all(${[...used]}::int[])`)
      .execute()
  })
}

async function usedTerms(tx: Context): Promise<Set<number>> {
  const used = new Set<number>()
  const reader = new PackedReader()
  for (let last = -1; ; ) {
    const rows = await tables(tx)
      .selectFrom('directory_search')
      .select(['number', 'packed'])
      .where('number', '>', last)
      .orderBy('number')
      .limit(page)
      .execute()
    for (const { packed } of rows) {
      reader.open(packed)
      for (const id of reader.terms()) used.add(id)
    }
    last = rows.at(-1)?.number ?? last
    if (rows.length < page) return used
  }
}
