import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../infra/context.ts'
import { isId } from '../../infra/ids.ts'
import { type Cells, cellNames, faultCodes, type RowFault } from './list/check-row.ts'
import { type ClaimsTables, type RowState, tables } from './tables.ts'

/** Where the rows of a batch come from. */
export const BatchSource = z.object({
  kind: z.enum(['one', 'paste', 'file']),
  fileName: z.string().optional(),
  separator: z.enum([',', ';', '\t', '']),
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252', 'macintosh']).optional(),
  header: z.boolean(),
})
export type BatchSource = z.infer<typeof BatchSource>

export interface Batch {
  id: string
  organisationId: string
  achievementId: string
  version: number
  source: BatchSource
  state: 'preview' | 'confirmed' | 'done'
  createdByName: string
  createdAt: Date
  confirmedAt: Date | null
  finishedAt: Date | null
  receipt: { year: number; number: number } | null
}

export interface BatchRow {
  id: string
  line: number
  cells: Cells
  state: RowState
  faults: RowFault[]
  twinLine: number | null
  credentialId: string | null
}

export type Counts = Record<RowState, number> & { read: number }

const Fault = z.object({
  cell: z.enum(cellNames),
  code: z.enum(faultCodes),
  line: z.number().optional(),
  name: z.string().optional(),
})
const Faults = z.array(Fault)

type BatchFields = Omit<ClaimsTables['award_batches'], 'source'> & { source: unknown }

const batchOf = (row: BatchFields): Batch => ({
  id: row.id,
  organisationId: row.organisation_id,
  achievementId: row.achievement_id,
  version: row.version,
  source: BatchSource.parse(row.source),
  state: row.state,
  createdByName: row.created_by_name,
  createdAt: row.created_at,
  confirmedAt: row.confirmed_at,
  finishedAt: row.finished_at,
  receipt:
    row.receipt_year === null || row.receipt_number === null
      ? null
      : { year: row.receipt_year, number: row.receipt_number },
})

export async function batchById(
  ctx: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Batch | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx)
    .selectFrom('award_batches')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock === true, (query) => query.forUpdate())
    .executeTakeFirst()
  return row === undefined ? undefined : batchOf(row)
}

export async function batchesOf(
  ctx: Context,
  organisationId: string,
  page: { limit: number; offset: number },
): Promise<{ batch: Batch; counts: Counts }[]> {
  const rows = await tables(ctx)
    .selectFrom('award_batches')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const counts = await countsOf(
    ctx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ batch: batchOf(row), counts: counts.get(row.id) ?? noRows() }))
}

const noRows = (): Counts => ({ ready: 0, faulty: 0, already: 0, recorded: 0, awarded: 0, read: 0 })

async function countsOf(ctx: Context, batchIds: string[]): Promise<Map<string, Counts>> {
  const all = new Map<string, Counts>()
  if (batchIds.length === 0) return all
  const rows = await tables(ctx)
    .selectFrom('award_rows')
    .select(['batch_id', 'state', (eb) => eb.fn.countAll<number>().as('count')])
    .where(sql<boolean>`batch_id = any(${batchIds}::uuid[])`)
    .groupBy(['batch_id', 'state'])
    .execute()
  for (const row of rows) {
    const counts = all.get(row.batch_id) ?? noRows()
    counts[row.state] += row.count
    counts.read += row.count
    all.set(row.batch_id, counts)
  }
  return all
}

/** How many rows are in each state. They are read at one instant, so they always add up. */
export async function countRows(ctx: Context, batchId: string): Promise<Counts> {
  return (await countsOf(ctx, [batchId])).get(batchId) ?? noRows()
}

/** Of the badges awarded or on their way, those whose holder has no address. */
export async function countCards(ctx: Context, batchId: string): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('claim_cards')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('batch_id', '=', batchId)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function rowsOf(
  ctx: Context,
  batchId: string,
  page: { states?: RowState[]; limit?: number; offset?: number } = {},
): Promise<BatchRow[]> {
  const rows = await tables(ctx)
    .selectFrom('award_rows')
    .selectAll()
    .where('batch_id', '=', batchId)
    .$if(page.states !== undefined, (query) => query.where('state', 'in', page.states ?? []))
    .orderBy('line')
    .$if(page.limit !== undefined, (query) => query.limit(page.limit ?? 0).offset(page.offset ?? 0))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    line: row.line,
    cells: { name: row.name, address: row.address, evidence: row.evidence, narrative: row.narrative },
    state: row.state,
    faults: Faults.parse(row.faults),
    twinLine: row.twin_line,
    credentialId: row.credential_id,
  }))
}

export interface NewRow extends Omit<BatchRow, 'credentialId'> {}

/** False when a batch of this id exists: the same form sent twice is one batch. */
export async function insertBatch(ctx: Context, batch: Batch, createdBy: string | null): Promise<boolean> {
  const inserted = await tables(ctx)
    .insertInto('award_batches')
    .values({
      id: batch.id,
      organisation_id: batch.organisationId,
      achievement_id: batch.achievementId,
      version: batch.version,
      source: JSON.stringify(batch.source),
      state: batch.state,
      created_by: createdBy,
      created_by_name: batch.createdByName,
      created_at: batch.createdAt,
      confirmed_at: null,
      finished_at: null,
      receipt_year: null,
      receipt_number: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

const record = (batchId: string, row: NewRow) => ({
  id: row.id,
  batch_id: batchId,
  line: row.line,
  ...row.cells,
  state: row.state,
  faults: row.faults,
  twin_line: row.twinLine,
})

const recordset = sql`(id uuid, batch_id uuid, line int, name text, address text, evidence text,
  narrative text, state text, faults jsonb, twin_line int)`

export async function insertRows(ctx: Context, batchId: string, rows: NewRow[]): Promise<void> {
  const json = JSON.stringify(rows.map((row) => record(batchId, row)))
  await sql`
    insert into award_rows (id, batch_id, line, name, address, evidence, narrative, state, faults, twin_line)
    select * from json_to_recordset(${json}::json) as row ${recordset}`.execute(ctx.db)
}

export async function updateRows(ctx: Context, batchId: string, rows: NewRow[]): Promise<void> {
  if (rows.length === 0) return
  const json = JSON.stringify(rows.map((row) => record(batchId, row)))
  await sql`
    update award_rows
    set name = row.name, address = row.address, evidence = row.evidence, narrative = row.narrative,
        state = row.state, faults = row.faults, twin_line = row.twin_line
    from json_to_recordset(${json}::json) as row ${recordset}
    where award_rows.id = row.id and award_rows.batch_id = row.batch_id`.execute(ctx.db)
}

export async function countBatches(ctx: Context, organisationId: string): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('award_batches')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Ready rows whose person will get a card. */
export async function countWithoutAddress(ctx: Context, batchId: string): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('award_rows')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('batch_id', '=', batchId)
    .where('state', '=', 'ready')
    .where('address', '=', '')
    .executeTakeFirstOrThrow()
  return row.count
}
