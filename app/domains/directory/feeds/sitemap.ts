import { sql } from 'kysely'
import type { Context } from '../../../infra/context.ts'
import { tables } from '../tables.ts'

/** A sitemap holds at most so many addresses (sitemaps.org). */
export const sitemapSize = 50_000

/** How many sitemaps the entries need: one for each range of numbers. */
export async function sitemapCount(ctx: Context): Promise<number> {
  const { rows } = await sql<{
    last: number | null
  }>`select max(number) as last from directory_entries`.execute(ctx.db)
  return Math.ceil((rows[0]?.last ?? 0) / sitemapSize)
}

/** One of them: an entry stays in the sitemap in which it once stood. Undefined: there is no such sitemap. */
export async function sitemapAddresses(
  ctx: Context,
  order: number,
): Promise<{ address: string; changedAt: Date }[] | undefined> {
  if (order < 1 || order > (await sitemapCount(ctx))) return undefined
  const rows = await tables(ctx)
    .selectFrom('directory_entries')
    .select(['id', 'origin', 'address', 'changed_at'])
    .where('number', '>', (order - 1) * sitemapSize)
    .where('number', '<=', order * sitemapSize)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ address: pageOf(ctx, row), changedAt: row.changed_at }))
}

/** What is made here is read on its own page; a copy of somebody else's has one in the directory. */
const pageOf = (ctx: Context, one: { id: string; origin: string; address: string }): string =>
  one.origin === 'here' ? one.address : `${ctx.origin}/directory/entries/${one.id}`

/** The newest entries, for readers of news. */
export async function newestEntries(ctx: Context, limit: number) {
  const rows = await tables(ctx)
    .selectFrom('directory_entries')
    .select(['id', 'origin', 'address', 'name', 'issuer_name', 'description', 'first_seen_at'])
    .where('state', '=', 'live')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    issuer: row.issuer_name,
    description: row.description,
    page: pageOf(ctx, row),
    firstSeenAt: row.first_seen_at,
  }))
}
