import type { Achievement, Profile } from '@insigne/open-badges'
import { sql } from 'kysely'
import type { Context } from '../../../infra/context.ts'
import { StoredAchievement, StoredProfile } from '../reads.ts'
import { tables } from '../tables.ts'

/** Said in every page of the feed, so that a reader knows what it reads. */
export const feedFormat = 'insigne-directory-feed/1'
const defaultItems = 100
export const mostItems = 500

/** A definition made here, as it stands now. */
export interface FeedItem {
  id: string
  /** Place in the stream of changes: items come in its order. */
  change: number
  changedAt: string
  address: string
  awarded: boolean | null
  illustrative: boolean
  areas: string[]
  achievement: Achievement
  issuer: Profile
}

/** A definition that was taken out: whoever copied it forgets it. */
export interface FeedRemoval {
  id: string
  change: number
  changedAt: string
  address: string
  removed: true
}

export interface FeedPage {
  format: typeof feedFormat
  origin: string
  items: (FeedItem | FeedRemoval)[]
  /** Where the next page is; null when this is the last for now. */
  next: string | null
  /** What to ask `since` next time. */
  cursor: string
}

export interface FeedWish {
  /** A cursor, or a date: whatever changed on it or after. Everything when left out. */
  since: { cursor: number } | { date: Date } | undefined
  limit: number | undefined
}

/** A cursor or a date as somebody wrote it; undefined when it is neither. */
export function readSince(text: string): FeedWish['since'] {
  if (/^\d{1,15}$/.test(text)) return { cursor: Number(text) }
  if (!/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(text)) return undefined
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : { date }
}

/**
 * What was made here and changed since. An entry that changes again while somebody pages moves to the end of the
 * stream: it may come twice, it is never missed. What was harvested is left out, so that nothing goes round.
 */
export async function feedPage(ctx: Context, wish: FeedWish): Promise<FeedPage> {
  const limit = Math.max(1, Math.min(mostItems, wish.limit ?? defaultItems))
  const from = await startOf(ctx, wish.since)
  const entries = await tables(ctx)
    .selectFrom('directory_entries')
    .select([
      'id',
      'change',
      'changed_at',
      'address',
      'awarded',
      'illustrative',
      'areas',
      'achievement',
      'issuer',
    ])
    .where('origin', '=', 'here')
    .where('change', '>', from)
    .orderBy('change')
    .limit(limit)
    .execute()
  const removals = await tables(ctx)
    .selectFrom('directory_removals')
    .select(['entry_id', 'change', 'removed_at', 'address'])
    .where('origin', '=', 'here')
    .where('change', '>', from)
    .orderBy('change')
    .limit(limit)
    .execute()
  const all: (FeedItem | FeedRemoval)[] = [
    ...entries.map((row) => ({
      id: row.id,
      change: row.change,
      changedAt: row.changed_at.toISOString(),
      address: row.address,
      awarded: row.awarded,
      illustrative: row.illustrative,
      areas: row.areas,
      achievement: StoredAchievement.parse(row.achievement),
      issuer: StoredProfile.parse(row.issuer),
    })),
    ...removals.map((row) => ({
      id: row.entry_id,
      change: row.change,
      changedAt: row.removed_at.toISOString(),
      address: row.address,
      removed: true as const,
    })),
  ].sort((a, b) => a.change - b.change)
  const items = all.slice(0, limit)
  const cursor = String(items.at(-1)?.change ?? from)
  const more = all.length > limit || items.length === limit
  return {
    format: feedFormat,
    origin: ctx.origin,
    items,
    next: more ? `${ctx.origin}/directory/feed?since=${cursor}&limit=${limit}` : null,
    cursor,
  }
}

async function startOf(ctx: Context, since: FeedWish['since']): Promise<number> {
  if (since === undefined) return 0
  if ('cursor' in since) return since.cursor
  // Changes are numbered in the order of time: what comes before the date ends where it begins.
  const { rows } = await sql<{ change: number }>`
    select coalesce(min(change) filter (where at >= ${since.date}) - 1, max(change), 0) as change
    from (
      select change, changed_at as at from directory_entries where origin = 'here'
      union all select change, removed_at from directory_removals where origin = 'here'
    ) as all_changes`.execute(ctx.db)
  return rows[0]?.change ?? 0
}
