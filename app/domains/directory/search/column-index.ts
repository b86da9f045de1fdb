import { sql } from 'kysely'
import type { Context } from '../../../infra/context.ts'
import type { Database } from '../../../infra/database.ts'
import { tables } from '../tables.ts'
import { buildSegment } from './build-segment.ts'
import { Dictionary } from './dictionary.ts'
import { askSegment, emptyTally, type Plan, type Tally } from './plan.ts'
import { type Segment, segmentSize } from './segment.ts'

/** How long a search may hold the process before others get their turn. */
const turnMs = 12

/** What the directory looked like at a moment: a search keeps to it, whatever comes in meanwhile. */
export interface Snapshot {
  segments: readonly Segment[]
  dictionary: Dictionary
  /** The last change that it holds, and the last sweep: it is the same snapshot as long as they are the same. */
  stamp: string
}

const indexes = new WeakMap<Database, ColumnIndex>()

/** The index of this process on this database: filled at its first use, then following the changes. */
export function columnIndex(ctx: Context): ColumnIndex {
  if (ctx.db.isTransaction) throw new Error('the directory is searched outside of transactions')
  const known = indexes.get(ctx.db) ?? new ColumnIndex()
  indexes.set(ctx.db, known)
  return known
}

/** The narrow table in memory, as segments of columns and posting lists. */
export class ColumnIndex {
  #segments: readonly Segment[] = []
  readonly #dictionary = new Dictionary()
  #stamp = ''
  #change = 0
  #swept = 0
  #lastTerm = 0
  #following: Promise<void> | undefined

  /** What the directory holds now, in this process's memory. */
  async current(ctx: Context): Promise<Snapshot> {
    // Somebody who is already looking may have begun before the change that this caller knows of.
    const before = this.#following
    if (before !== undefined) await before.catch(() => undefined)
    this.#following ??= this.#follow(ctx).finally(() => {
      this.#following = undefined
    })
    await this.#following
    return { segments: this.#segments, dictionary: this.#dictionary, stamp: this.#stamp }
  }

  async #follow(ctx: Context): Promise<void> {
    const { change, swept } = await position(ctx)
    if (this.#stamp === stampOf(change, swept)) return
    const first = this.#stamp === ''
    if (first) {
      await this.#readTerms(ctx)
      await this.#readAll(ctx)
    } else {
      const changed = await changedSince(ctx, this.#change)
      await this.#readTerms(ctx)
      await this.#replace(ctx, changed)
    }
    if (swept !== this.#swept && !first) await this.#dropUnknown(ctx)
    this.#change = change
    this.#swept = swept
    this.#stamp = stampOf(change, swept)
  }

  async #readTerms(ctx: Context): Promise<void> {
    for (;;) {
      const rows = await tables(ctx)
        .selectFrom('directory_terms')
        .select(['id', 'kind', 'value', 'fr', 'en'])
        .where('id', '>', this.#lastTerm)
        .orderBy('id')
        .limit(20_000)
        .execute()
      for (const row of rows) this.#dictionary.add(row)
      this.#lastTerm = rows.at(-1)?.id ?? this.#lastTerm
      if (rows.length < 20_000) return
    }
  }

  async #readAll(ctx: Context): Promise<void> {
    const segments: Segment[] = []
    for (let last = -1; ; ) {
      const rows = await packedRows(ctx).where('number', '>', last).limit(segmentSize).execute()
      if (rows.length > 0) segments.push(buildSegment(rows))
      last = rows.at(-1)?.number ?? last
      if (rows.length < segmentSize) break
    }
    this.#segments = segments
  }

  async #replace(ctx: Context, changed: readonly number[]): Promise<void> {
    if (changed.length === 0) return
    let segments = this.#segments.map((one) => one.without(changed))
    for (let from = 0; from < changed.length; from += segmentSize)
      segments.push(...(await read(ctx, changed.slice(from, from + segmentSize))))
    segments = segments.filter((one) => one.live > 0)
    this.#segments = await merged(ctx, segments)
  }

  /** After a sweep nothing says what went: what the table no longer holds is gone. */
  async #dropUnknown(ctx: Context): Promise<void> {
    const rows = await tables(ctx).selectFrom('directory_search').select('number').execute()
    const known = new Set(rows.map((row) => row.number))
    this.#segments = this.#segments
      .map((one) => one.without(one.liveNumbers().filter((number) => !known.has(number))))
      .filter((one) => one.live > 0)
  }
}

/** Goes through the segments, letting others have their turn in between. */
export async function ask({ segments, dictionary }: Snapshot, plan: Plan): Promise<Tally> {
  const tally = emptyTally(dictionary.size)
  let begun = performance.now()
  for (const segment of segments) {
    askSegment(segment, plan, dictionary.kindOf, tally)
    if (performance.now() - begun > turnMs) {
      await new Promise((resolve) => setImmediate(resolve))
      begun = performance.now()
    }
  }
  return tally
}

const packedRows = (ctx: Context) =>
  tables(ctx).selectFrom('directory_search').select(['number', 'packed']).orderBy('number')

async function read(ctx: Context, numbers: readonly number[]): Promise<Segment[]> {
  const rows = await packedRows(ctx)
    .where('number', '=', sql<number>`any(${[...numbers]}::int[])`)
    .execute()
  return rows.length === 0 ? [] : [buildSegment(rows)]
}

/** Small segments are put together, so that their number stays small: each is at least four times the next. */
async function merged(ctx: Context, segments: readonly Segment[]): Promise<Segment[]> {
  const kept = [...segments].sort((a, b) => b.live - a.live)
  for (;;) {
    const last = kept.at(-1)
    const before = kept.at(-2)
    if (last === undefined || before === undefined) return kept
    if (before.live >= 4 * last.live || before.live + last.live > segmentSize) return kept
    kept.splice(-2, 2, ...(await read(ctx, [...before.liveNumbers(), ...last.liveNumbers()])))
    kept.sort((a, b) => b.live - a.live)
  }
}

const stampOf = (change: number, swept: number): string => `${change} ${swept}`

// Writers take their number and commit one after the other: what is below the highest is all there.
async function position(ctx: Context): Promise<{ change: number; swept: number }> {
  const { rows } = await sql<{ change: number; swept: number }>`
    select greatest(
      (select coalesce(max(change), 0) from directory_entries),
      (select coalesce(max(change), 0) from directory_removals)
    ) as change, (select swept from directory_state) as swept`.execute(ctx.db)
  return rows[0] ?? { change: 0, swept: 0 }
}

async function changedSince(ctx: Context, change: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from directory_entries where change > ${change}
    union select number from directory_removals where change > ${change}`.execute(ctx.db)
  return rows.map((row) => row.number)
}
