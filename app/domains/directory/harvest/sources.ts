import type { Context } from '../../../infra/context.ts'
import { isId, newId } from '../../../infra/ids.ts'
import type { SourceKind, SourceState } from './rules.ts'
import { type HarvestTables, tables } from './tables.ts'

export interface Source {
  id: string
  state: SourceState
  kind: SourceKind | null
  address: string | null
  name: string
  areas: string[]
  note: string | null
  reason: string | null
  proposedBy: string | null
  demo: boolean
  createdAt: Date
  decidedAt: Date | null
  nextAt: Date | null
  failures: number
  runId: string | null
  cursor: string | null
}

const sourceOf = (row: HarvestTables['directory_sources']): Source => ({
  id: row.id,
  state: row.state,
  kind: row.kind,
  address: row.address,
  name: row.name,
  areas: row.areas,
  note: row.note,
  reason: row.reason,
  proposedBy: row.proposed_by,
  demo: row.demo,
  createdAt: row.created_at,
  decidedAt: row.decided_at,
  nextAt: row.next_at,
  failures: row.failures,
  runId: row.run_id,
  cursor: row.cursor,
})

export async function sourceById(ctx: Context, id: string): Promise<Source | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx)
    .selectFrom('directory_sources')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : sourceOf(row)
}

export async function sourceOfAddress(ctx: Context, address: string): Promise<Source | undefined> {
  const row = await tables(ctx)
    .selectFrom('directory_sources')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirst()
  return row === undefined ? undefined : sourceOf(row)
}

export async function sourcesById(ctx: Context, ids: readonly string[]): Promise<Map<string, Source>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('directory_sources')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, sourceOf(row)]))
}

export async function listSources(
  ctx: Context,
  which: { states: readonly SourceState[]; limit: number; offset: number },
): Promise<{ sources: Source[]; total: number }> {
  const query = tables(ctx)
    .selectFrom('directory_sources')
    .where('state', 'in', [...which.states])
  const [rows, counted] = await Promise.all([
    query.selectAll().orderBy('name').orderBy('id').limit(which.limit).offset(which.offset).execute(),
    query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ])
  return { sources: rows.map(sourceOf), total: counted.n }
}

export async function proposedBy(ctx: Context, accountId: string): Promise<Source[]> {
  const rows = await tables(ctx)
    .selectFrom('directory_sources')
    .selectAll()
    .where('proposed_by', '=', accountId)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(sourceOf)
}

export async function countProposals(ctx: Context, accountId: string): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('directory_sources')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('proposed_by', '=', accountId)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  return row.n
}

export interface NewSource {
  state: SourceState
  address: string | null
  name: string
  areas: readonly string[]
  note: string | null
  proposedBy: string | null
  demo: boolean
}

/** The new source; undefined when another one reads the same address. */
export async function insertSource(ctx: Context, source: NewSource): Promise<string | undefined> {
  const now = ctx.clock.now()
  const row = await tables(ctx)
    .insertInto('directory_sources')
    .values({
      id: newId(),
      state: source.state,
      kind: null,
      address: source.address,
      name: source.name,
      areas: [...source.areas],
      note: source.note,
      reason: null,
      proposed_by: source.proposedBy,
      demo: source.demo,
      created_at: now,
      decided_at: source.state === 'active' ? now : null,
      next_at: source.state === 'active' ? now : null,
      failures: 0,
      run_id: null,
      cursor: null,
    })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const updateSource = (
  ctx: Context,
  id: string,
  set: Partial<Omit<HarvestTables['directory_sources'], 'id' | 'created_at'>>,
) => tables(ctx).updateTable('directory_sources').set(set).where('id', '=', id).execute()

/** Sources whose time has come, and that no run reads. */
export async function dueSources(ctx: Context, limit: number): Promise<Source[]> {
  const rows = await tables(ctx)
    .selectFrom('directory_sources')
    .selectAll()
    .where('state', '=', 'active')
    .where('run_id', 'is', null)
    .where('next_at', '<=', ctx.clock.now())
    .orderBy('next_at')
    .limit(limit)
    .execute()
  return rows.map(sourceOf)
}

/** Sources whose file waits to be read in the run that goes on: new ones, and those of a worker that died. */
export async function sourcesWithFile(ctx: Context): Promise<Source[]> {
  const rows = await tables(ctx)
    .selectFrom('directory_sources')
    .innerJoin('harvest_files', 'harvest_files.source_id', 'directory_sources.id')
    .selectAll('directory_sources')
    .where('state', '=', 'active')
    .where('run_id', 'is not', null)
    .execute()
  return rows.map(sourceOf)
}

/** Sources with something that was held are read again now. */
export const wakeHeld = (ctx: Context) =>
  tables(ctx)
    .updateTable('directory_sources')
    .set({ next_at: ctx.clock.now() })
    .where('state', '=', 'active')
    .where('id', 'in', (eb) =>
      eb.selectFrom('harvest_documents').select('source_id').where('harvest_documents.state', '=', 'held'),
    )
    .execute()

export interface GivenFile {
  name: string
  contentType: string
  bytes: Uint8Array
}

export const insertFile = (ctx: Context, sourceId: string, file: GivenFile) =>
  tables(ctx)
    .insertInto('harvest_files')
    .values({
      source_id: sourceId,
      name: file.name,
      content_type: file.contentType,
      bytes: Buffer.from(file.bytes),
    })
    .execute()

export async function fileOf(ctx: Context, sourceId: string): Promise<GivenFile | undefined> {
  const row = await tables(ctx)
    .selectFrom('harvest_files')
    .selectAll()
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : { name: row.name, contentType: row.content_type, bytes: new Uint8Array(row.bytes) }
}

/** A file that was read is not kept: it may hold people. */
export const forgetFile = (ctx: Context, sourceId: string) =>
  tables(ctx).deleteFrom('harvest_files').where('source_id', '=', sourceId).execute()
