import { type Context, change } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import type { Reach } from './ask.ts'
import { addDocuments, releaseRun, reviveDocuments } from './frontier.ts'
import { prepare } from './prepare.ts'
import { feedSince } from './read/feed.ts'
import type { ReasonCode } from './reasons.ts'
import { type HarvestSettings, keyOf, later, nextPart, nextReading } from './rules.ts'
import { broughtSomething, closeRun, insertRun, openRuns, type Run } from './run-store.ts'
import { settle } from './settle.ts'
import type { Office } from './settle-parts.ts'
import {
  dueSources,
  fileOf,
  forgetFile,
  type Source,
  sourceById,
  sourcesWithFile,
  updateSource,
} from './sources.ts'
import { tables } from './tables.ts'

const atOnce = 50

/** Begins the reading of every source whose time has come. */
export async function startRuns(ctx: Context, reach: Reach, office: Office): Promise<void> {
  for (const source of await dueSources(ctx, atOnce))
    await change(ctx, (tx) => begin(tx, source, reach.settings))
  for (const source of await sourcesWithFile(ctx))
    if (source.runId !== null) await readFile(ctx, reach, office, source, source.runId)
}

async function begin(tx: Context, source: Source, settings: HarvestSettings): Promise<void> {
  const runId = await insertRun(tx, source.id)
  const taken = await tables(tx)
    .updateTable('directory_sources')
    .set({ run_id: runId })
    .where('id', '=', source.id)
    .where('run_id', 'is', null)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst()
  // Another worker was first: its run is the one.
  if (taken === undefined) {
    await tables(tx).deleteFrom('harvest_runs').where('id', '=', runId).execute()
    return
  }
  const run = { sourceId: source.id, runId }
  // A feed tells what changed: nothing that it led to is asked again.
  await reviveDocuments(tx, run, settings.maxDocumentsPerRun, source.cursor !== null)
  if (source.address !== null) {
    const address = source.cursor === null ? source.address : feedSince(source.address, source.cursor)
    await addDocuments(tx, run, [{ address }], 0)
  }
}

/** A file that was given has no host to ask: it is read at once, then forgotten. Two workers settle it once. */
async function readFile(
  ctx: Context,
  reach: Reach,
  office: Office,
  source: Source,
  runId: string,
): Promise<void> {
  const file = await fileOf(ctx, source.id)
  if (file === undefined) return
  const address = `urn:insigne:file:${source.id}`
  const now = ctx.clock.now()
  await tables(ctx)
    .insertInto('harvest_documents')
    .values({
      id: newId(),
      source_id: source.id,
      key: keyOf(address),
      address,
      host: '',
      depth: 0,
      guessed: false,
      run_id: runId,
      state: 'waiting',
      due_at: now,
      tries: 0,
      reason: null,
      detail: null,
      personal: true,
      once: true,
      etag: null,
      last_modified: null,
      read_at: null,
      dead_since: null,
      dead_times: 0,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['source_id', 'key'])
        .doUpdateSet({ run_id: runId, state: 'waiting' })
        .where('harvest_documents.run_id', 'is distinct from', runId),
    )
    .execute()
  const document = await tables(ctx)
    .selectFrom('harvest_documents')
    .selectAll()
    .where('source_id', '=', source.id)
    .where('key', '=', keyOf(address))
    .executeTakeFirstOrThrow()
  const prepared = await prepare(
    ctx,
    reach,
    { bytes: file.bytes, contentType: file.contentType, at: undefined },
    undefined,
  )
  await settle(ctx, office, {
    source,
    document,
    outcome: {
      kind: 'read',
      prepared: { ...prepared, personal: true, name: prepared.name ?? file.name },
      bytes: file.bytes,
      contentType: file.contentType,
      at: address,
      freshness: undefined,
    },
  })
  await forgetFile(ctx, source.id)
}

/** Ends what is read, and what took its share: the rest waits for the next part. */
export async function finishRuns(ctx: Context, settings: HarvestSettings): Promise<void> {
  for (const run of await openRuns(ctx)) {
    const why = limitOf(run, settings, ctx.clock.now())
    if (why !== undefined && run.waiting) await end(ctx, run, settings, why)
    else if (!run.waiting) await end(ctx, run, settings, null)
  }
}

function limitOf(run: Run, settings: HarvestSettings, now: Date): ReasonCode | undefined {
  if (run.documents >= settings.maxDocumentsPerRun) return 'run-limit'
  return now.getTime() - run.startedAt.getTime() >= settings.runHours * 3_600_000 ? 'run-too-long' : undefined
}

const end = (ctx: Context, run: Run, settings: HarvestSettings, why: ReasonCode | null): Promise<void> =>
  change(ctx, async (tx) => {
    if ((await closeRun(tx, run.id, why)) === undefined) return
    await releaseRun(tx, run.id)
    const source = await sourceById(tx, run.sourceId)
    if (source === undefined) return
    const now = tx.clock.now()
    const failures = (await broughtSomething(tx, run.id)) ? 0 : source.failures + 1
    await updateSource(tx, source.id, {
      run_id: null,
      failures,
      next_at:
        why !== null
          ? nextPart(now)
          : source.demo && failures > 0
            ? later(now, 60_000)
            : nextReading(now, settings, failures, Math.random()),
    })
  })
