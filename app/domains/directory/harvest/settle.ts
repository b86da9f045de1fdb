import { type Context, change } from '../../../infra/context.ts'
import { loseSighting } from '../actions/lose-sighting.ts'
import { seeAgain } from '../actions/see-again.ts'
import { type Document, lockWaiting, updateDocument } from './frontier.ts'
import { isDead, isPassing, type Reason } from './reasons.ts'
import { originsOf, recordSeen } from './records.ts'
import { isGone, later, maxTries } from './rules.ts'
import { addCounts, noCounts } from './run-store.ts'
import { makePartReady, type Office, partsOf, type Read, settleParts } from './settle-parts.ts'
import type { Source } from './sources.ts'

/** What became of one document that was asked for. */
export type Outcome =
  | Read
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: Reason; retryMs?: number | undefined; patient?: boolean }

export interface Settled {
  source: Source
  document: Document
  outcome: Outcome
}

// A list that holds its badges is written down in pieces, so that nobody waits long for the directory.
const piece = 50

/** A list of many badges, which has transactions of its own. */
export const isLong = ({ outcome }: Settled): boolean =>
  outcome.kind === 'read' && outcome.prepared.beliefs.length > piece

/** Writes down what came of a document. May run twice: what was settled in its run is left alone. */
export async function settle(ctx: Context, office: Office, one: Settled): Promise<void> {
  const { source, document, outcome } = one
  if (outcome.kind !== 'read') return await settleTogether(ctx, office, [one])
  for (const part of partsOf({ source, document, outcome }, piece)) {
    await makePartReady(ctx, office, part)
    await change(ctx, async (tx) => {
      const waiting = await lockWaiting(tx, [document])
      if (waiting.has(document.id)) await settleParts(tx, office, [part])
    })
  }
}

/** What was asked side by side, in one transaction: none of it may be long. */
export async function settleTogether(ctx: Context, office: Office, all: readonly Settled[]): Promise<void> {
  const parts = all.flatMap(({ source, document, outcome }) =>
    outcome.kind === 'read' ? partsOf({ source, document, outcome }, piece) : [],
  )
  await Promise.all(parts.map((part) => makePartReady(ctx, office, part)))
  await change(ctx, async (tx) => {
    const waiting = await lockWaiting(
      tx,
      all.map(({ document }) => document),
    )
    for (const { document, outcome } of all)
      if (outcome.kind !== 'read' && waiting.has(document.id)) await settleOther(tx, document, outcome)
    await settleParts(
      tx,
      office,
      parts.filter(({ reading }) => waiting.has(reading.document.id)),
    )
  })
}

const settleOther = (
  tx: Context,
  document: Document,
  outcome: Exclude<Outcome, { kind: 'read' }>,
): Promise<void> =>
  outcome.kind === 'unchanged' ? settleUnchanged(tx, document) : settleRefused(tx, document, outcome)

async function settleUnchanged(tx: Context, document: Document): Promise<void> {
  const now = tx.clock.now()
  const origins = await originsOf(tx, document.id)
  for (const { address } of origins) await seeAgain(tx, address)
  await recordSeen(tx, document.id)
  await updateDocument(tx, document.id, {
    state: 'read',
    read_at: now,
    dead_since: null,
    dead_times: 0,
    ...(document.state === 'waiting' && document.reason !== null && isPassing(document.reason)
      ? { reason: null, detail: null }
      : {}),
  })
  if (document.run_id !== null)
    await addCounts(tx, document.run_id, { ...noCounts, documents: 1, found: origins.length })
}

async function settleRefused(
  tx: Context,
  document: Document,
  { reason: why, retryMs, patient }: Extract<Outcome, { kind: 'refused' }>,
): Promise<void> {
  const now = tx.clock.now()
  const most = patient ? 60 : maxTries
  if (retryMs !== undefined && isPassing(why.code) && document.tries + 1 < most) {
    await updateDocument(tx, document.id, {
      tries: document.tries + 1,
      due_at: later(now, retryMs),
      reason: why.code,
      detail: why.detail ?? null,
    })
    return
  }
  const dead = isDead(why.code) && document.read_at !== null
  const deadSince = dead ? (document.dead_since ?? now) : null
  const deadTimes = dead ? document.dead_times + 1 : 0
  let gone = 0
  if (isGone({ dead_since: deadSince, dead_times: deadTimes }, now))
    for (const { address } of await originsOf(tx, document.id)) {
      await loseSighting(tx, address)
      gone += 1
    }
  await updateDocument(tx, document.id, {
    // What was read once stays readable in its last copy, whatever its address answers today.
    state: document.read_at !== null ? 'read' : 'refused',
    reason: why.code,
    detail: why.detail ?? null,
    dead_since: deadSince,
    dead_times: deadTimes,
  })
  if (document.run_id !== null)
    await addCounts(tx, document.run_id, {
      ...noCounts,
      documents: 1,
      refused: document.guessed ? 0 : 1,
      gone: deadTimes === 3 ? gone : 0,
    })
}
