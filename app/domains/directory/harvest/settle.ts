import { type Context, change } from '../../../infra/context.ts'
import type { Freshness } from '../../../infra/fetch/index.ts'
import { enterEntry } from '../actions/enter-entry.ts'
import { loseSighting } from '../actions/lose-sighting.ts'
import { seeAgain } from '../actions/see-again.ts'
import { claimedIssuerKey } from '../issuer-key.ts'
import type { Belief, Believed } from './believe.ts'
import { type Document, stillWaiting, updateDocument } from './frontier.ts'
import { areasOfIssuer } from './places.ts'
import type { Prepared } from './prepare.ts'
import { isDead, isPassing, type Reason, reason } from './reasons.ts'
import { countOfIssuer, keepOrigin, keepRecord, originsOf, recordSeen, withdrawRecords } from './records.ts'
import { type HarvestSettings, isGone, later, maxTries, siteOf } from './rules.ts'
import { addCounts, type Counts, noCounts } from './run-store.ts'
import { settleRead } from './settle-read.ts'
import type { Source } from './sources.ts'
import type { Standing } from './standing.ts'

/** What became of one document that was asked for. */
export type Outcome =
  | {
      kind: 'read'
      prepared: Prepared
      bytes: Uint8Array
      contentType: string | null
      /** The address that answered. */
      at: string
      freshness: Freshness | undefined
    }
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: Reason; retryMs?: number | undefined; patient?: boolean }

/** What a slice of work knows beside the document: its settings, and who may enter. */
export interface Office {
  settings: HarvestSettings
  standing: Standing
  /** How many badges an issuer has, as far as counted. */
  badges: Map<string, number>
}

// A list that holds its badges is written down in pieces, so that nobody waits long for the directory.
const piece = 50

/** Writes down what came of a document. May run twice: what was settled in its run is left alone. */
export async function settle(
  ctx: Context,
  office: Office,
  source: Source,
  document: Document,
  outcome: Outcome,
): Promise<void> {
  if (outcome.kind === 'unchanged') return await change(ctx, (tx) => settleUnchanged(tx, document))
  if (outcome.kind === 'refused') return await change(ctx, (tx) => settleRefused(tx, document, outcome))
  const { beliefs } = outcome.prepared
  const counts: Counts = { ...noCounts, documents: 1 }
  const refusals: Reason[] = []
  let recordId: string | undefined
  for (let at = 0; at < beliefs.length || at === 0; at += piece) {
    const part = beliefs.slice(at, at + piece)
    const last = at + piece >= beliefs.length
    await change(ctx, async (tx) => {
      if (!(await stillWaiting(tx, document))) return
      if (at === 0) recordId = await keepWhatMayBe(tx, document, outcome)
      for (const one of part)
        await settleBelief(tx, office, source, document, one, recordId, counts, refusals)
      if (!last) return
      await settleRead(tx, office, source, document, outcome, counts, refusals)
      if (refusals.some(({ code }) => code === 'removed-by-issuer'))
        await withdrawRecords(tx, { documentId: document.id })
    })
  }
}

async function settleUnchanged(tx: Context, document: Document): Promise<void> {
  if (!(await stillWaiting(tx, document))) return
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
  if (!(await stillWaiting(tx, document))) return
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

async function keepWhatMayBe(
  tx: Context,
  document: Document,
  { prepared, bytes, contentType, at }: Extract<Outcome, { kind: 'read' }>,
): Promise<string | undefined> {
  const believed = prepared.beliefs.flatMap((one) => ('believed' in one ? [one.believed] : []))
  if (prepared.personal) {
    const [first] = believed
    if (first === undefined) return undefined
    // The document holds a person: its definition alone is kept.
    const { achievement, issuer } = first
    return keepRecord(tx, document.id, {
      address: first.address,
      finalAddress: first.address,
      contentType: 'application/json',
      bytes: new TextEncoder().encode(JSON.stringify({ achievement, issuer })),
      reduced: true,
    })
  }
  if (believed.length === 0 && prepared.kind !== 'issuer') return undefined
  return keepRecord(tx, document.id, {
    address: document.address,
    finalAddress: at,
    contentType,
    bytes,
    reduced: false,
  })
}

async function settleBelief(
  tx: Context,
  office: Office,
  source: Source,
  document: Document,
  belief: Belief,
  recordId: string | undefined,
  counts: Counts,
  refusals: Reason[],
): Promise<void> {
  if ('needs' in belief) return
  counts.found += 1
  const why = 'refusal' in belief ? belief.refusal : await admit(tx, office, source, belief.believed)
  if (why !== undefined) {
    counts.refused += 1
    refusals.push(why)
    return
  }
  if (!('believed' in belief)) return
  const { believed } = belief
  const key = keyOfIssuer(believed)
  const entered = await enterEntry(tx, {
    origin: 'elsewhere',
    achievement: believed.achievement,
    issuer: believed.issuer,
    address: believed.address,
    ...(believed.lost === undefined ? {} : { lost: believed.lost }),
    areas: await areasOfIssuer(tx, believed.issuer, believed.said?.areas ?? source.areas),
    awarded: believed.said?.awarded ?? null,
    illustrative: source.demo || believed.said?.illustrative === true,
    sourceId: source.id,
    ...(recordId === undefined ? {} : { recordId }),
  })
  if (entered.outcome === 'removed') {
    counts.refused += 1
    refusals.push(reason('removed-by-issuer'))
    return
  }
  if (entered.outcome === 'entered') {
    counts.added += 1
    office.badges.set(key, (office.badges.get(key) ?? 0) + 1)
  } else if (entered.outcome === 'changed') counts.changed += 1
  await keepOrigin(tx, {
    documentId: document.id,
    entryId: entered.id,
    issuerKey: key,
    address: believed.address,
  })
}

const keyOfIssuer = ({ issuer, achievement, address }: Believed) =>
  claimedIssuerKey(issuer, achievement.id, address)

/** Who may enter, and how much of one issuer. Ours are here already. */
async function admit(
  tx: Context,
  office: Office,
  source: Source,
  believed: Believed,
): Promise<Reason | undefined> {
  const { issuer, address } = believed
  const key = keyOfIssuer(believed)
  // The neighbour of the demo lives on our own origin, and is somebody else all the same.
  if (siteOf(address) === siteOf(tx.origin) && !source.demo) return reason('from-here')
  const most = office.settings.maxBadgesPerIssuer
  let count = office.badges.get(key)
  if (count === undefined) {
    count = await countOfIssuer(tx, key, most + 1)
    office.badges.set(key, count)
  }
  if (count >= most) return reason('too-many-badges', String(most))
  return office.standing.refusal(issuer, key, address)
}
