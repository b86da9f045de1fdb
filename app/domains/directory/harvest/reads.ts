import { sql } from 'kysely'
import type { Context } from '../../../infra/context.ts'
import type { ReasonCode } from './reasons.ts'
import { tables } from './tables.ts'

/** Something that a reading did not take. */
export interface RefusedDocument {
  id: string
  address: string
  personal: boolean
  reason: ReasonCode
  detail: string | null
  /** The last copy, where there is one. */
  recordId: string | null
  readAt: Date | null
}

export const refusalsShown = 60

/** What was not taken, a few of each reason first, and how many there are. */
export async function refusedDocuments(
  ctx: Context,
  sourceId: string,
): Promise<{ documents: RefusedDocument[]; total: number }> {
  const { rows } = await sql<{
    id: string
    address: string
    personal: boolean
    reason: ReasonCode
    detail: string | null
    record_id: string | null
    read_at: Date | null
    total: number
  }>`
    select d.id, d.address, d.personal, d.reason, d.detail, r.id as record_id, d.read_at,
      count(*) over () as total
    from harvest_documents d left join harvest_records r on r.document_id = d.id
    where d.source_id = ${sourceId} and d.reason is not null and not (d.guessed and d.state = 'refused')
    order by row_number() over (partition by d.reason order by d.depth, d.address), d.reason, d.address
    limit ${refusalsShown}`.execute(ctx.db)
  return {
    documents: rows.map((row) => ({
      id: row.id,
      address: row.address,
      personal: row.personal,
      reason: row.reason,
      detail: row.detail,
      recordId: row.record_id,
      readAt: row.read_at,
    })),
    total: rows[0]?.total ?? 0,
  }
}

/** The issuers that a source brought, the largest first. */
export async function issuersOf(ctx: Context, sourceId: string): Promise<{ key: string; count: number }[]> {
  const rows = await tables(ctx)
    .selectFrom('harvest_origins')
    .innerJoin('harvest_documents', 'harvest_documents.id', 'harvest_origins.document_id')
    .select(['issuer_key', (eb) => eb.fn.count<number>('entry_id').distinct().as('n')])
    .where('source_id', '=', sourceId)
    .groupBy('issuer_key')
    .orderBy('n', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({ key: row.issuer_key, count: row.n }))
}
