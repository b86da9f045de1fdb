import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../infra/context.ts'
import { isId } from '../../infra/ids.ts'
import { fileFaultCodes } from './files/read-file.ts'
import { wishedFormats } from './files/recognise.ts'
import { problemCodes } from './item.ts'
import type { ImportState } from './rules.ts'
import { type FrameworksTables, tables } from './tables.ts'

/** What the person says of the file; all of it may be left to the file itself. */
export const Wish = z.object({
  name: z.string().optional(),
  sourceUrl: z.string().optional(),
  licenceName: z.string().optional(),
  licenceUrl: z.string().optional(),
  version: z.string().optional(),
  language: z.string().optional(),
  format: z.enum(wishedFormats).optional(),
  /** The framework to bring up to date. */
  frameworkId: z.string().optional(),
})
export type Wish = z.infer<typeof Wish>

const Problems = z.array(
  z.object({ line: z.number(), field: z.string(), code: z.enum(problemCodes), value: z.string() }),
)
const Changes = z.array(z.object({ key: z.string(), label: z.string(), fields: z.array(z.string()) }))
const Fault = z
  .object({ code: z.enum(fileFaultCodes), line: z.number().optional(), found: z.string().optional() })
  .nullable()

export interface FrameworkImport {
  id: string
  frameworkId: string | null
  ownerId: string | null
  state: ImportState
  wish: Wish
  format: string | null
  fileName: string
  fileBytes: number
  fileDigest: string
  /** Items and lines of the file, refused ones included. */
  read: number
  /** Items that can be kept, and how many of them are written. */
  total: number
  done: number
  added: number
  changed: number
  unchanged: number
  withdrawn: number
  refused: number
  problems: z.infer<typeof Problems>
  changes: z.infer<typeof Changes>
  refusal: z.infer<typeof Fault>
  createdBy: string | null
  createdByName: string
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

const importOf = (row: Selectable<FrameworksTables['framework_imports']>): FrameworkImport => ({
  id: row.id,
  frameworkId: row.framework_id,
  ownerId: row.owner_id,
  state: row.state,
  wish: Wish.parse(row.wish),
  format: row.format,
  fileName: row.file_name,
  fileBytes: row.file_bytes,
  fileDigest: row.file_digest,
  read: row.read,
  total: row.total,
  done: row.done,
  added: row.added,
  changed: row.changed,
  unchanged: row.unchanged,
  withdrawn: row.withdrawn,
  refused: row.refused,
  problems: Problems.parse(row.problems),
  changes: Changes.parse(row.changes),
  refusal: Fault.parse(row.refusal),
  createdBy: row.created_by,
  createdByName: row.created_by_name,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
})

export async function importById(
  ctx: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<FrameworkImport | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx)
    .selectFrom('framework_imports')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock === true, (query) => query.forUpdate())
    .executeTakeFirst()
  return row === undefined ? undefined : importOf(row)
}

/** The imports of an organisation, or those of the whole installation; newest first. */
export async function importsOf(
  ctx: Context,
  ownerId: string | null,
  limit = 20,
): Promise<FrameworkImport[]> {
  const rows = await tables(ctx)
    .selectFrom('framework_imports')
    .selectAll()
    .where('owner_id', ownerId === null ? 'is' : '=', ownerId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(importOf)
}

/** The imports that made a framework what it is, newest first. */
export async function importsOfFramework(
  ctx: Context,
  frameworkId: string,
  limit = 10,
): Promise<FrameworkImport[]> {
  const rows = await tables(ctx)
    .selectFrom('framework_imports')
    .selectAll()
    .where('framework_id', '=', frameworkId)
    .where('state', '=', 'done')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(importOf)
}

const partBytes = 1024 * 1024

export interface NewImport {
  id: string
  ownerId: string | null
  wish: Wish
  fileName: string
  bytes: Uint8Array
  digest: string
  createdBy: string | null
  createdByName: string
}

/** False when this import was asked already: a form sent twice is one import. */
export async function insertImport(ctx: Context, one: NewImport): Promise<boolean> {
  const now = ctx.clock.now()
  const result = await tables(ctx)
    .insertInto('framework_imports')
    .values({
      id: one.id,
      framework_id: null,
      owner_id: one.ownerId,
      state: 'waiting',
      wish: JSON.stringify(one.wish),
      format: null,
      file_name: one.fileName,
      file_bytes: one.bytes.length,
      file_digest: one.digest,
      read: 0,
      total: 0,
      done: 0,
      added: 0,
      changed: 0,
      unchanged: 0,
      withdrawn: 0,
      refused: 0,
      problems: '[]',
      changes: '[]',
      refusal: 'null',
      created_by: one.createdBy,
      created_by_name: one.createdByName,
      created_at: now,
      started_at: null,
      touched_at: now,
      finished_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  for (let part = 0; part * partBytes < one.bytes.length; part += 1)
    await tables(ctx)
      .insertInto('framework_files')
      .values({
        import_id: one.id,
        part,
        bytes: Buffer.from(one.bytes.subarray(part * partBytes, (part + 1) * partBytes)),
      })
      .execute()
  return true
}

/** The bytes that were sent; they are kept until the import is over. */
export async function fileOf(ctx: Context, importId: string): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for (let part = 0; ; part += 1) {
    const row = await tables(ctx)
      .selectFrom('framework_files')
      .select('bytes')
      .where('import_id', '=', importId)
      .where('part', '=', part)
      .executeTakeFirst()
    if (row === undefined) return Buffer.concat(parts)
    parts.push(row.bytes)
  }
}

export const deleteFile = async (ctx: Context, importId: string): Promise<void> =>
  void (await tables(ctx).deleteFrom('framework_files').where('import_id', '=', importId).execute())

/** Imports that wait or run and have not moved for a while. */
export async function stillImports(ctx: Context, before: Date): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('framework_imports')
    .select('id')
    .where(sql<boolean>`state in ('waiting', 'running')`)
    .where('touched_at', '<', before)
    .orderBy('created_at')
    .limit(20)
    .execute()
  return rows.map((row) => row.id)
}
