import { sql } from 'kysely'
import type { Context } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import type { ReasonCode } from './reasons.ts'
import { hostOfAddress, keyOf, later, leaseMs } from './rules.ts'
import { type HarvestTables, tables } from './tables.ts'

export type Document = HarvestTables['harvest_documents']
export type Host = HarvestTables['harvest_hosts']

/** Documents to read of one host, in the order in which they are due. Only of runs that go on. */
export const dueDocuments = (ctx: Context, host: string, limit: number): Promise<Document[]> =>
  tables(ctx)
    .selectFrom('harvest_documents')
    .innerJoin('directory_sources', (join) =>
      join
        .onRef('directory_sources.id', '=', 'harvest_documents.source_id')
        .onRef('directory_sources.run_id', '=', 'harvest_documents.run_id'),
    )
    .selectAll('harvest_documents')
    .where('directory_sources.state', '=', 'active')
    .where('harvest_documents.host', '=', host)
    .where('harvest_documents.state', '=', 'waiting')
    .where('harvest_documents.due_at', '<=', ctx.clock.now())
    .orderBy('harvest_documents.due_at')
    .limit(limit)
    .execute()

/** Puts addresses into a run: each once, however often and by whomever it is named. Returns how many are new to it. */
export async function addDocuments(
  ctx: Context,
  run: { sourceId: string; runId: string },
  addresses: readonly { address: string; guessed?: boolean | undefined }[],
  depth: number,
): Promise<number> {
  let added = 0
  // In one order, so that two documents that name the same addresses never wait for each other.
  const all = [...new Map(addresses.map((one) => [keyOf(one.address), one]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  for (let at = 0; at < all.length; at += 1_000) {
    const part = new Map(all.slice(at, at + 1_000))
    const hosts = [...new Set([...part.values()].map(({ address }) => hostOfAddress(address)))].sort()
    await addHosts(ctx, hosts)
    const now = ctx.clock.now()
    const result = await tables(ctx)
      .insertInto('harvest_documents')
      .values(
        [...part].map(([key, { address, guessed }]) => ({
          id: newId(),
          source_id: run.sourceId,
          key,
          address,
          host: hostOfAddress(address),
          depth,
          guessed: guessed ?? false,
          run_id: run.runId,
          state: 'waiting' as const,
          due_at: now,
          tries: 0,
          reason: null,
          detail: null,
          personal: false,
          once: false,
          etag: null,
          last_modified: null,
          read_at: null,
          dead_since: null,
          dead_times: 0,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['source_id', 'key'])
          .doUpdateSet({ run_id: run.runId, state: 'waiting', due_at: now, tries: 0, guessed: false })
          // Done in this run already, or somebody's badge, which is read once.
          .where('harvest_documents.run_id', 'is distinct from', run.runId)
          .where('harvest_documents.personal', '=', false),
      )
      .executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0n)
  }
  return added
}

export async function addHosts(ctx: Context, hosts: readonly string[]): Promise<void> {
  if (hosts.length === 0) return
  await tables(ctx)
    .insertInto('harvest_hosts')
    .values(
      hosts.map((host) => ({
        host,
        robots: null,
        robots_at: null,
        next_at: ctx.clock.now(),
        failures: 0,
        leased_until: null,
      })),
    )
    .onConflict((conflict) => conflict.column('host').doNothing())
    .execute()
}

/** Everything that a source knows and that may have changed waits again, what was left over from before first. */
export async function reviveDocuments(
  ctx: Context,
  run: { sourceId: string; runId: string },
  limit: number,
  leftOverOnly = false,
): Promise<number> {
  const now = ctx.clock.now()
  const result = await sql`
    update harvest_documents d set run_id = ${run.runId}, state = 'waiting', due_at = ${now}, tries = 0
    from (
      select id from harvest_documents
      where source_id = ${run.sourceId} and not personal and not once and not (guessed and state = 'refused')
        and (state = 'waiting' or not ${leftOverOnly})
      order by (state = 'waiting') desc, (depth = 0) desc, read_at nulls first, id
      limit ${limit}
    ) chosen
    where d.id = chosen.id`.execute(ctx.db)
  await sql`
    insert into harvest_hosts (host, next_at)
    select distinct host, ${now}::timestamptz from harvest_documents where run_id = ${run.runId}
    on conflict do nothing`.execute(ctx.db)
  return Number(result.numAffectedRows ?? 0n)
}

export const updateDocument = (ctx: Context, id: string, set: Partial<Omit<Document, 'id' | 'source_id'>>) =>
  tables(ctx).updateTable('harvest_documents').set(set).where('id', '=', id).execute()

/**
 * Locks what is about to be settled, in one order, so that two who settle never wait for each other; tells which are
 * still waiting, in the run in which they were read.
 */
export async function lockWaiting(ctx: Context, documents: readonly Document[]): Promise<Set<string>> {
  const runs = new Map(documents.map((one) => [one.id, one.run_id]))
  const rows = await tables(ctx)
    .selectFrom('harvest_documents')
    .select(['id', 'run_id'])
    .where('id', 'in', [...runs.keys()])
    .where('state', '=', 'waiting')
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Set(rows.flatMap((row) => (runs.get(row.id) === row.run_id ? [row.id] : [])))
}

/** What waits at a host that is given up: the documents of its runs get its reason. */
export async function giveUpHost(
  ctx: Context,
  host: string,
  reason: ReasonCode,
  detail: string | null,
): Promise<Map<string, number>> {
  const rows = await tables(ctx)
    .updateTable('harvest_documents')
    .set({
      // What was read once stays readable in its last copy.
      state: sql`case when read_at is null then 'refused' else 'read' end`,
      reason,
      detail,
    })
    .where('host', '=', host)
    .where('state', '=', 'waiting')
    .where('run_id', 'is not', null)
    .returning(['run_id'])
    .execute()
  const counts = new Map<string, number>()
  for (const { run_id } of rows) if (run_id !== null) counts.set(run_id, (counts.get(run_id) ?? 0) + 1)
  return counts
}

/**
 * Leaves what a stopped run did not reach for the next one. What is being written down at this moment is passed over:
 * whoever writes it holds it and waits for the run, which we hold. The next run takes up whatever is left waiting.
 */
export const releaseRun = (ctx: Context, runId: string) =>
  tables(ctx)
    .updateTable('harvest_documents')
    .set({ run_id: null })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('harvest_documents')
        .select('id')
        .where('run_id', '=', runId)
        .where('state', '=', 'waiting')
        .forUpdate()
        .skipLocked(),
    )
    .execute()

export async function countDocuments(ctx: Context, sourceId: string): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('harvest_documents')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function runningDocuments(ctx: Context, runId: string): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('harvest_documents')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('run_id', '=', runId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return row.n
}

/**
 * Hosts that may be asked now and hold something to read. `proven` have answered before and did so the last time:
 * a crowd of hosts that nobody knows, or that do not answer, never takes their place.
 */
export async function dueHosts(ctx: Context, limit: number): Promise<{ host: string; proven: boolean }[]> {
  const now = ctx.clock.now()
  const found = await sql<{ host: string; proven: boolean }>`
    select h.host, h.failures = 0 and h.robots_at is not null as proven from harvest_hosts h
    where h.next_at <= ${now} and (h.leased_until is null or h.leased_until <= ${now})
      and exists (
        select from harvest_documents d join directory_sources s on s.id = d.source_id and s.run_id = d.run_id
        where d.host = h.host and d.state = 'waiting' and d.due_at <= ${now} and s.state = 'active')
    order by (h.failures = 0 and h.robots_at is not null) desc, h.failures, h.next_at
    limit ${limit}`.execute(ctx.db)
  return found.rows
}

/** One worker at a time asks a host; one that died lets go after a minute. */
export async function leaseHost(ctx: Context, host: string): Promise<Host | undefined> {
  const now = ctx.clock.now()
  return tables(ctx)
    .updateTable('harvest_hosts')
    .set({ leased_until: later(now, leaseMs) })
    .where('host', '=', host)
    .where('next_at', '<=', now)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst()
}

/** Whoever still works at a host keeps it: another worker would ask it as well, at twice its pace. */
export const renewLease = (ctx: Context, host: string) =>
  updateHost(ctx, host, { leased_until: later(ctx.clock.now(), leaseMs) })

export const updateHost = (ctx: Context, host: string, set: Partial<Omit<Host, 'host'>>) =>
  tables(ctx).updateTable('harvest_hosts').set(set).where('host', '=', host).execute()

/** Whether there is anything to do now: the same conditions as those of the work itself. */
export async function hasDue(ctx: Context): Promise<boolean> {
  const now = ctx.clock.now()
  const found = await sql<{ due: boolean }>`
    select exists (select from directory_sources where state = 'active' and run_id is null and next_at <= ${now})
      or exists (
        select from directory_sources s join harvest_runs r on r.id = s.run_id and r.finished_at is null
        where not exists (select from harvest_documents d where d.run_id = r.id and d.state = 'waiting')
          or exists (select from harvest_files f where f.source_id = s.id)) as due`.execute(ctx.db)
  return found.rows[0]?.due === true || (await dueHosts(ctx, 1)).length > 0
}
