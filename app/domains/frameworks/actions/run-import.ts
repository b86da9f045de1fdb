import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Context, change } from '../../../infra/context.ts'
import { isDatabaseAway, sqlState } from '../../../infra/database.ts'
import { describeError } from '../../../infra/log.ts'
import type { FileFault, ReadFile } from '../files/read-file.ts'
import { readFrameworkFile } from '../files/recognise.ts'
import { deleteFile, type FrameworkImport, fileOf, importById, stillImports } from '../imports.ts'
import { importChunk, keptChanges } from '../rules.ts'
import { frameworkById } from '../store.ts'
import { tables } from '../tables.ts'
import { settleItems, type Written, writeItems } from '../write-items.ts'
import { ensureFramework } from './ensure-framework.ts'

/** The data is at fault, or a rule of ours: the same bytes would fail again for ever. */
function isOfTheFile(error: unknown): boolean {
  if (error instanceof RangeError || error instanceof TypeError) return true
  return /^(?:22|54|23502|23514)/.test(sqlState(error) ?? '')
}

/** Imports a file, or refuses it: whatever happens, it does not stay « running » and in the way of others. */
export async function runImport(ctx: Context, importId: string): Promise<void> {
  try {
    await bringIn(ctx, importId)
  } catch (error) {
    if (!isOfTheFile(error)) throw error
    ctx.log.error({ ...describeError(error) }, 'a framework could not be imported')
    await refuseFile(ctx, importId, { code: 'unexpected' })
  }
}

/**
 * Brings what a file says into its framework, a thousand items in a transaction. Killed and run again, it reads
 * the same bytes and goes on after the last thousand; run by two at once, each thousand is written once.
 */
async function bringIn(ctx: Context, importId: string): Promise<void> {
  const one = await importById(ctx, importId)
  if (one === undefined || one.state === 'done' || one.state === 'refused') return
  const read = readFrameworkFile(await fileOf(ctx, importId), {
    fileName: one.fileName,
    language: one.wish.language,
    wished: one.wish.format,
  })
  if (!read.ok) return refuseFile(ctx, importId, read.fault)
  for (let wait = 0; ; wait += 1) {
    const begun = await change(ctx, (tx) => begin(tx, importId, read.file))
    if (begun === 'running') break
    if (begun === 'over') return
    if (begun !== 'busy') return refuseFile(ctx, importId, begun)
    // Another file of the same framework is being written: this one waits for its turn, here, then in the queue.
    if (wait >= 100) throw new Error('another import of this framework is still running')
    await sleep(200)
  }
  while (await change(ctx, (tx) => writeSome(tx, importId, read.file)));
  await change(ctx, (tx) => finish(tx, importId, read.file))
}

const refuseFile = (ctx: Context, importId: string, fault: FileFault): Promise<void> =>
  change(ctx, async (tx) => {
    await tables(tx)
      .updateTable('framework_imports')
      .set({ state: 'refused', refusal: JSON.stringify(fault), finished_at: tx.clock.now() })
      .where('id', '=', importId)
      .where('state', 'in', ['waiting', 'running'])
      .execute()
    await deleteFile(tx, importId)
  })

/** Ties the import to its framework, made where there is none; one import of a framework runs at a time. */
async function begin(
  ctx: Context,
  importId: string,
  file: ReadFile,
): Promise<'running' | 'busy' | 'over' | FileFault> {
  const one = await importById(ctx, importId, { lock: true })
  if (one === undefined || one.state === 'done' || one.state === 'refused') return 'over'
  if (one.state === 'running') return 'running'
  const frameworkId = await ensureFramework(ctx, one, file)
  await sql`select id from frameworks where id = ${frameworkId} for update`.execute(ctx.db)
  const framework = await frameworkById(ctx, frameworkId)
  if (framework !== undefined && framework.kind !== file.kind)
    return { code: 'other-format', found: file.kind }
  const other = await tables(ctx)
    .selectFrom('framework_imports')
    .select('id')
    .where('framework_id', '=', frameworkId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (other !== undefined) return 'busy'
  await tables(ctx)
    .updateTable('framework_imports')
    .set({
      framework_id: frameworkId,
      state: 'running',
      format: file.format,
      read: file.items.length + file.refused,
      total: file.items.length,
      refused: file.refused,
      problems: JSON.stringify(file.problems),
      started_at: ctx.clock.now(),
      touched_at: ctx.clock.now(),
    })
    .where('id', '=', importId)
    .execute()
  return 'running'
}

async function writeSome(ctx: Context, importId: string, file: ReadFile): Promise<boolean> {
  const one = await importById(ctx, importId, { lock: true })
  if (one === undefined || one.state !== 'running' || one.frameworkId === null) return false
  const items = file.items.slice(one.done, one.done + importChunk)
  if (items.length === 0) return false
  const place = {
    frameworkId: one.frameworkId,
    importId,
    part: file.part,
    completeOnly: file.completeOnly,
    keepParents: file.keepParents,
  }
  await note(ctx, one, items.length, await writeItems(ctx, place, items))
  // The planner learns early what a framework that was empty a moment ago holds now.
  if (one.done === 0) await sql`analyze skills, skill_terms, skill_words`.execute(ctx.db)
  return true
}

/** The counts move in the transaction that wrote the items: they always add up. */
async function note(ctx: Context, one: FrameworkImport, done: number, written: Written): Promise<void> {
  const problems = [
    ...one.problems,
    ...written.unknown.map((key) => ({ line: 0, field: '', code: 'unknown-item' as const, value: key })),
  ].slice(0, 200)
  await tables(ctx)
    .updateTable('framework_imports')
    .set({
      done: one.done + done,
      added: one.added + written.added,
      changed: one.changed + written.changed,
      unchanged: one.unchanged + written.unchanged,
      refused: one.refused + written.unknown.length,
      problems: JSON.stringify(problems),
      changes: JSON.stringify([...one.changes, ...written.changes].slice(0, keptChanges)),
      touched_at: ctx.clock.now(),
    })
    .where('id', '=', one.id)
    .execute()
}

async function finish(ctx: Context, importId: string, file: ReadFile): Promise<void> {
  const one = await importById(ctx, importId, { lock: true })
  if (one === undefined || one.state !== 'running' || one.frameworkId === null) return
  if (one.done < file.items.length) return
  const { withdrawn } = await settleItems(ctx, {
    frameworkId: one.frameworkId,
    importId,
    part: file.part,
    completeOnly: file.completeOnly,
  })
  const now = ctx.clock.now()
  await sql`
    update frameworks set
      languages = (select array_agg(distinct l order by l)
                   from unnest(languages || ${file.languages}::text[]) l),
      version_label = coalesce(${one.wish.version ?? file.described.version ?? null}, version_label),
      file_digest = ${one.fileDigest}, imported_at = ${now}, imported_by = ${one.createdBy}::uuid
    where id = ${one.frameworkId}`.execute(ctx.db)
  await tables(ctx)
    .updateTable('framework_imports')
    .set({ state: 'done', withdrawn: withdrawn.length, finished_at: now, touched_at: now })
    .where('id', '=', importId)
    .execute()
  await deleteFile(ctx, importId)
}

const stillSeconds = 30

/** Imports that should be going on: taken up again when their worker died and the queue lost them. */
export async function sweepImports(ctx: Context): Promise<void> {
  for (const id of await stillImports(ctx, new Date(ctx.clock.now().getTime() - stillSeconds * 1000)))
    try {
      await runImport(ctx, id)
    } catch (error) {
      // The next ones are not held up by this one, which comes round again.
      if (isDatabaseAway(error)) throw error
      ctx.log.warn({ ...describeError(error) }, 'an import waits')
    }
}
