import { createHash } from 'node:crypto'
import type { Context } from '../../../infra/context.ts'
import { isId, newId } from '../../../infra/ids.ts'
import { tables as directory } from '../tables.ts'
import type { Document } from './frontier.ts'
import { tables } from './tables.ts'

/** What an address answered, kept byte for byte. */
export interface RawRecord {
  id: string
  address: string
  finalAddress: string
  contentType: string | null
  bytes: Uint8Array
  reduced: boolean
  fetchedAt: Date
}

/** Keeps the last answer of a document. The same bytes again only move the date. */
export async function keepRecord(
  ctx: Context,
  { id: documentId, read_at: readAt }: Pick<Document, 'id' | 'read_at'>,
  record: Pick<RawRecord, 'address' | 'finalAddress' | 'contentType' | 'bytes' | 'reduced'>,
): Promise<string> {
  const digest = createHash('sha256').update(record.bytes).digest('base64url')
  const values = {
    address: record.address,
    final_address: record.finalAddress,
    content_type: record.contentType?.slice(0, 200) ?? null,
    digest,
    bytes: Buffer.from(record.bytes),
    reduced: record.reduced,
    fetched_at: ctx.clock.now(),
  }
  const known =
    readAt === null
      ? undefined
      : await tables(ctx)
          .updateTable('harvest_records')
          .set({ fetched_at: values.fetched_at })
          .where('document_id', '=', documentId)
          .where('digest', '=', digest)
          .returning('id')
          .executeTakeFirst()
  if (known !== undefined) return known.id
  const row = await tables(ctx)
    .insertInto('harvest_records')
    .values({ id: newId(), document_id: documentId, ...values })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A document that did not change was seen again. */
export const recordSeen = (ctx: Context, documentId: string) =>
  tables(ctx)
    .updateTable('harvest_records')
    .set({ fetched_at: ctx.clock.now() })
    .where('document_id', '=', documentId)
    .execute()

export async function recordById(ctx: Context, id: string): Promise<RawRecord | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx)
    .selectFrom('harvest_records')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : {
        id: row.id,
        address: row.address,
        finalAddress: row.final_address,
        contentType: row.content_type,
        bytes: new Uint8Array(row.bytes),
        reduced: row.reduced,
        fetchedAt: row.fetched_at,
      }
}

/** What it held was taken out: its bytes are kept no longer. An answer without bytes is never a record. */
export const isWithdrawn = ({ bytes }: RawRecord): boolean => bytes.length === 0

/**
 * Forgets the bytes that a definition was read from, once it was taken out. Those of a list go whole: the others that it
 * names keep what the directory shows of them, and no longer the answer that they came in.
 */
export async function withdrawRecords(
  ctx: Context,
  which: { entryId: string } | { documentId: string },
): Promise<void> {
  const rows = await tables(ctx)
    .updateTable('harvest_records')
    .set({ bytes: Buffer.alloc(0), digest: '' })
    .where('document_id', 'in', (eb) =>
      'documentId' in which
        ? eb.selectFrom('harvest_documents').select('id').where('id', '=', which.documentId)
        : eb.selectFrom('harvest_origins').select('document_id').where('entry_id', '=', which.entryId),
    )
    .returning('id')
    .execute()
  if (rows.length === 0) return
  const ids = rows.map((row) => row.id)
  await directory(ctx)
    .updateTable('directory_sightings')
    .set({ record_id: null })
    .where('record_id', 'in', ids)
    .execute()
}

/** The entries that came of a document, and where each is read. */
export const originsOf = (
  ctx: Context,
  documentId: string,
): Promise<{ entry_id: string; address: string }[]> =>
  tables(ctx)
    .selectFrom('harvest_origins')
    .select(['entry_id', 'address'])
    .where('document_id', '=', documentId)
    .execute()

/** What each entry came from; a document may lead to one entry twice. */
export async function keepOrigins(
  ctx: Context,
  origins: readonly { documentId: string; entryId: string; issuerKey: string; address: string }[],
): Promise<void> {
  const rows = origins.map((origin) => ({
    document_id: origin.documentId,
    entry_id: origin.entryId,
    issuer_key: origin.issuerKey,
    address: origin.address,
  }))
  const once = new Map(rows.map((row) => [`${row.document_id} ${row.entry_id}`, row]))
  if (once.size === 0) return
  await tables(ctx)
    .insertInto('harvest_origins')
    .values([...once.values()])
    .onConflict((conflict) =>
      conflict.columns(['document_id', 'entry_id']).doUpdateSet((eb) => ({
        issuer_key: eb.ref('excluded.issuer_key'),
        address: eb.ref('excluded.address'),
      })),
    )
    .execute()
}

/** The entries that a source read at an address. */
export async function entriesReadAt(ctx: Context, sourceId: string, address: string): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('harvest_origins')
    .innerJoin('harvest_documents', 'harvest_documents.id', 'harvest_origins.document_id')
    .select('entry_id')
    .distinct()
    .where('source_id', '=', sourceId)
    .where('harvest_origins.address', '=', address)
    .execute()
  return rows.map((row) => row.entry_id)
}

/** How many entries an issuer has from elsewhere, counted no further than asked. */
export async function countOfIssuer(ctx: Context, issuerKey: string, upTo: number): Promise<number> {
  const row = await tables(ctx)
    .selectFrom((eb) =>
      eb
        .selectFrom('harvest_origins')
        .select('entry_id')
        .where('issuer_key', '=', issuerKey)
        .limit(upTo)
        .as('some'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

const issuerHours = 24

/** An issuer's document that was read within a day. */
export async function readIssuerDocument(ctx: Context, key: string): Promise<string | null | undefined> {
  const row = await tables(ctx)
    .selectFrom('harvest_issuers')
    .select(['document', 'read_at'])
    .where('key', '=', key)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const age = ctx.clock.now().getTime() - row.read_at.getTime()
  return age > issuerHours * 3_600_000 ? undefined : row.document
}

/** Null remembers that the address held no issuer. */
export const keepIssuerDocument = (
  ctx: Context,
  issuer: { key: string; address: string; document: string | null },
) =>
  tables(ctx)
    .insertInto('harvest_issuers')
    .values({ ...issuer, read_at: ctx.clock.now() })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ document: issuer.document, read_at: ctx.clock.now() }),
    )
    .execute()
