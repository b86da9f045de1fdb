import type { Context } from '../../../infra/context.ts'
import { isDatabaseAway as isAway, isDeadlock } from '../../../infra/database.ts'
import { describeError } from '../../../infra/log.ts'
import { Lane, type Reach } from './ask.ts'
import { type Document, dueDocuments, dueHosts, giveUpHost, leaseHost, renewLease } from './frontier.ts'
import { prepare } from './prepare.ts'
import { reason } from './reasons.ts'
import { addCounts, noCounts } from './run-store.ts'
import { finishRuns, startRuns } from './runs.ts'
import { isLong, type Outcome, type Settled, settle, settleTogether } from './settle.ts'
import type { Office } from './settle-parts.ts'
import { sourcesById } from './sources.ts'
import { Standing } from './standing.ts'

/** A host that failed this often in a row gives its reason to all that waits for it. */
const patience = 4
/** With slow hosts still open, others are asked for so many slices. */
const longestSlices = 9

/**
 * Works for one slice: begins what is due, asks many hosts side by side, each at its own pace, writes down what they
 * answer, ends what is read. Everything stands in the database between two steps, so that it may be killed anywhere.
 */
export async function harvest(ctx: Context, reach: Reach): Promise<void> {
  const office: Office = { settings: reach.settings, standing: new Standing(ctx), badges: new Map() }
  const begun = performance.now()
  const elapsed = () => performance.now() - begun
  const lanes = new Map<string, Promise<void>>()
  const unproven = new Set<string>()
  const mayGoOn = () =>
    elapsed() < reach.settings.sliceMs ||
    (lanes.size > 0 && elapsed() < longestSlices * reach.settings.sliceMs)
  const failures: unknown[] = []

  await startRuns(ctx, reach, office)
  for (;;) {
    const free = reach.settings.lanes - lanes.size
    let opened = 0
    if (free > 0 && mayGoOn())
      for (const { host, proven } of await dueHosts(ctx, reach.settings.lanes * 2)) {
        if (lanes.size >= reach.settings.lanes) break
        // Hosts that nobody knows, or that fail, never take all the lanes.
        if (lanes.has(host) || (!proven && unproven.size >= reach.settings.lanes / 2)) continue
        if (!proven) unproven.add(host)
        opened += 1
        lanes.set(
          host,
          readHost(ctx, reach, office, host, mayGoOn)
            .catch((error: unknown) => void failures.push(error))
            .finally(() => {
              lanes.delete(host)
              unproven.delete(host)
            }),
        )
      }
    await finishRuns(ctx, reach.settings)
    if (failures.length > 0) break
    if (lanes.size === 0 && opened === 0) break
    // One lane that ends makes room; a pause that ends makes another host due.
    await Promise.race([...lanes.values(), reach.sleep(200)])
  }
  await Promise.all(lanes.values())
  await finishRuns(ctx, reach.settings)
  if (failures.length > 0) throw failures[0]
}

/** Asks one host as long as it has something to say and the slice lasts. */
async function readHost(
  ctx: Context,
  reach: Reach,
  office: Office,
  name: string,
  mayGoOn: () => boolean,
): Promise<void> {
  const host = await leaseHost(ctx, name)
  if (host === undefined) return
  const lane = new Lane(ctx, reach, host)
  try {
    while (mayGoOn() && lane.restMs === undefined) {
      const documents = await dueDocuments(ctx, name, reach.settings.perHost)
      if (documents.length === 0) return
      await renewLease(ctx, name)
      const sources = await sourcesById(
        ctx,
        documents.map((one) => one.source_id),
      )
      const asked = await Promise.all(
        documents.map(async (document) => ({ document, outcome: await ask(ctx, reach, lane, document) })),
      )
      if (asked.every(({ outcome }) => outcome === 'later')) return
      await settleAll(
        ctx,
        office,
        asked.flatMap(({ document, outcome }) => {
          const source = sources.get(document.source_id)
          return source === undefined || outcome === 'later' ? [] : [{ source, document, outcome }]
        }),
      )
      if (lane.restMs !== undefined && lane.failures >= patience) await giveUp(ctx, name, asked)
    }
  } finally {
    await lane.release()
  }
}

async function ask(ctx: Context, reach: Reach, lane: Lane, document: Document): Promise<Outcome | 'later'> {
  const { maxDocumentBytes, maxListBytes } = reach.settings
  const fresh =
    document.read_at !== null &&
    document.dead_times === 0 &&
    document.state !== 'held' &&
    (document.etag ?? document.last_modified) !== null
  const answer = await lane.get(document.address, {
    maxBytes: document.depth <= 1 ? maxListBytes : maxDocumentBytes,
    ...(fresh ? { known: { etag: document.etag, lastModified: document.last_modified } } : {}),
  })
  if (!answer.ok) {
    if ('later' in answer) return 'later'
    const url = URL.parse(document.address)
    return {
      kind: 'refused',
      reason: answer.reason,
      retryMs: answer.retryMs,
      patient: url !== null && reach.isOwn(url),
    }
  }
  // Unchanged since when? Only an answer that we hold can be: the host is not believed otherwise.
  if (answer.status === 304)
    return fresh ? { kind: 'unchanged' } : { kind: 'refused', reason: reason('http.closed', '304') }
  const { bytes, contentType, freshness } = answer
  try {
    const prepared = await prepare(ctx, reach, { bytes, contentType, at: answer.url }, lane)
    return { kind: 'read', prepared, bytes, contentType, at: answer.url, freshness }
  } catch (error) {
    if (isAway(error)) throw error
    // A fault of ours that one document brings to light stops neither its source nor the others.
    ctx.log.error({ ...describeError(error) }, 'a harvested document could not be read')
    return { kind: 'refused', reason: reason('unexpected') }
  }
}

/** What was asked side by side is written down in one transaction; if one of them trips, each in its own. */
async function settleAll(ctx: Context, office: Office, all: readonly Settled[]): Promise<void> {
  const together = all.filter((one) => !isLong(one))
  for (const one of all) if (isLong(one)) await settleOrRefuse(ctx, office, one)
  if (together.length > 1)
    try {
      return await settleTogether(ctx, office, together)
    } catch (error) {
      if (isAway(error)) throw error
      ctx.log.warn({ ...describeError(error) }, 'harvested documents are written down one by one')
    }
  for (const one of together) await settleOrRefuse(ctx, office, one)
}

/** A document that trips over a fault of ours is refused and logged; the others go on. */
async function settleOrRefuse(ctx: Context, office: Office, one: Settled): Promise<void> {
  try {
    await settle(ctx, office, one)
  } catch (error) {
    if (isAway(error)) throw error
    // Two lanes that lead to each other's addresses: one of them only has to do it again.
    if (isDeadlock(error)) return await settle(ctx, office, one)
    ctx.log.error({ ...describeError(error) }, 'a harvested document could not be written down')
    await settle(ctx, office, { ...one, outcome: { kind: 'refused', reason: reason('unexpected') } })
  }
}

async function giveUp(
  ctx: Context,
  host: string,
  asked: readonly { outcome: Outcome | 'later' }[],
): Promise<void> {
  const last = asked
    .flatMap(({ outcome }) => (outcome !== 'later' && outcome.kind === 'refused' ? [outcome] : []))
    .at(-1)
  if (last === undefined || last.patient === true) return
  const counts = await giveUpHost(ctx, host, last.reason.code, last.reason.detail ?? null)
  for (const [runId, refused] of counts) await addCounts(ctx, runId, { ...noCounts, refused })
}
