import type { Context } from '../../../infra/context.ts'
import type { Freshness } from '../../../infra/fetch/index.ts'
import { enterReady, makeReady } from '../actions/enter-entry.ts'
import { claimedIssuerKey } from '../issuer-key.ts'
import type { EntryInput } from '../model.ts'
import type { Ready } from '../write-parts.ts'
import type { Belief, Believed } from './believe.ts'
import type { Document } from './frontier.ts'
import { areasOfIssuer } from './places.ts'
import type { Prepared } from './prepare.ts'
import { type Reason, reason } from './reasons.ts'
import { countOfIssuer, keepOrigins, keepRecord, withdrawRecords } from './records.ts'
import { type HarvestSettings, siteOf } from './rules.ts'
import { addCounts, type Counts, noCounts } from './run-store.ts'
import { settleRead } from './settle-read.ts'
import type { Source } from './sources.ts'
import type { Standing } from './standing.ts'

/** A document that answered. */
export interface Read {
  kind: 'read'
  prepared: Prepared
  bytes: Uint8Array
  contentType: string | null
  /** The address that answered. */
  at: string
  freshness: Freshness | undefined
}

/** What a slice of work knows beside the document: its settings, and who may enter. */
export interface Office {
  settings: HarvestSettings
  standing: Standing
  /** How many badges an issuer has, as far as counted. */
  badges: Map<string, number>
}

/** A document that was read, as far as it is written down. */
interface Reading {
  source: Source
  document: Document
  outcome: Read
  counts: Counts
  refusals: Reason[]
  recordId: string | undefined
}

/** So much of it as is written down at once. */
export interface Part {
  reading: Reading
  beliefs: readonly Belief[]
  first: boolean
  last: boolean
  /** Its definitions, judged before the transaction. */
  ready: Map<Belief, Ready>
}

export function partsOf(one: Pick<Reading, 'source' | 'document' | 'outcome'>, size: number): Part[] {
  const { beliefs } = one.outcome.prepared
  const reading: Reading = {
    ...one,
    counts: { ...noCounts, documents: 1 },
    refusals: [],
    recordId: undefined,
  }
  const parts: Part[] = []
  for (let at = 0; at < beliefs.length || at === 0; at += size)
    parts.push({
      reading,
      beliefs: beliefs.slice(at, at + size),
      first: at === 0,
      last: at + size >= beliefs.length,
      ready: new Map(),
    })
  return parts
}

/** Judges what a part holds, outside of any transaction; what will not be let in is left. */
export async function makePartReady(ctx: Context, office: Office, part: Part): Promise<void> {
  const most = office.settings.maxBadgesPerIssuer
  await Promise.all(
    part.beliefs.map(async (belief) => {
      if (!('believed' in belief)) return
      if ((office.badges.get(keyOfIssuer(belief.believed)) ?? 0) >= most) return
      part.ready.set(belief, await makeReady(ctx, await inputOf(ctx, part.reading.source, belief.believed)))
    }),
  )
}

const inputOf = async (ctx: Context, source: Source, believed: Believed): Promise<EntryInput> => ({
  origin: 'elsewhere',
  achievement: believed.achievement,
  issuer: believed.issuer,
  address: believed.address,
  ...(believed.lost === undefined ? {} : { lost: believed.lost }),
  areas: await areasOfIssuer(ctx, believed.issuer, believed.said?.areas ?? source.areas),
  awarded: believed.said?.awarded ?? null,
  illustrative: source.demo || believed.said?.illustrative === true,
  sourceId: source.id,
})

/** Enters what these parts hold and ends the documents of which they are the last. Their documents are locked. */
export async function settleParts(tx: Context, office: Office, parts: readonly Part[]): Promise<void> {
  const admitted: { part: Part; believed: Believed; ready: Ready }[] = []
  for (const part of parts) {
    const { reading } = part
    if (part.first) reading.recordId = await keepWhatMayBe(tx, reading.document, reading.outcome)
    for (const belief of part.beliefs) {
      if ('needs' in belief) continue
      reading.counts.found += 1
      const why =
        'refusal' in belief ? belief.refusal : await admit(tx, office, reading.source, belief.believed)
      if (why !== undefined) refuseIn(reading, why)
      else if ('believed' in belief) {
        const { believed } = belief
        count(office, believed, 1)
        const ready =
          part.ready.get(belief) ?? (await makeReady(tx, await inputOf(tx, reading.source, believed)))
        admitted.push({ part, believed, ready: withRecord(ready, reading.recordId) })
      }
    }
  }
  const entered = await enterReady(
    tx,
    admitted.map(({ ready }) => ready),
  )
  const origins = admitted.flatMap(({ part: { reading }, believed }, at) => {
    const { id, outcome } = entered[at] ?? { id: '', outcome: 'removed' }
    if (outcome === 'entered') reading.counts.added += 1
    else count(office, believed, -1)
    if (outcome === 'changed') reading.counts.changed += 1
    if (outcome === 'removed') {
      refuseIn(reading, reason('removed-by-issuer'))
      return []
    }
    const { address } = believed
    return { documentId: reading.document.id, entryId: id, issuerKey: keyOfIssuer(believed), address }
  })
  await keepOrigins(tx, origins)
  const ended: Reading[] = []
  for (const { reading, last } of parts) if (last && (await end(tx, office, reading))) ended.push(reading)
  await countEnded(tx, ended)
}

async function end(tx: Context, office: Office, reading: Reading): Promise<boolean> {
  const { source, document, outcome, counts, refusals } = reading
  const ended = await settleRead(tx, office, source, document, outcome, counts, refusals)
  if (refusals.some(({ code }) => code === 'removed-by-issuer'))
    await withdrawRecords(tx, { documentId: document.id })
  return ended
}

/** Once for each run, last of all: others wait for its row. */
async function countEnded(tx: Context, ended: readonly Reading[]): Promise<void> {
  const runs = new Map<string, Counts>()
  for (const { document, counts } of ended)
    if (document.run_id !== null)
      runs.set(document.run_id, sumOf(runs.get(document.run_id) ?? noCounts, counts))
  for (const [runId, counts] of [...runs].sort(([a], [b]) => (a < b ? -1 : 1)))
    await addCounts(tx, runId, counts)
}

const sumOf = (one: Counts, other: Counts): Counts => ({
  documents: one.documents + other.documents,
  found: one.found + other.found,
  added: one.added + other.added,
  changed: one.changed + other.changed,
  refused: one.refused + other.refused,
  gone: one.gone + other.gone,
})

function refuseIn({ counts, refusals }: Reading, why: Reason): void {
  counts.refused += 1
  refusals.push(why)
}

function count(office: Office, believed: Believed, more: number): void {
  const key = keyOfIssuer(believed)
  office.badges.set(key, (office.badges.get(key) ?? 0) + more)
}

const withRecord = ({ one, matched }: Ready, recordId: string | undefined): Ready => ({
  one: { ...one, input: { ...one.input, ...(recordId === undefined ? {} : { recordId }) } },
  matched,
})

async function keepWhatMayBe(
  tx: Context,
  document: Document,
  { prepared, bytes, contentType, at }: Read,
): Promise<string | undefined> {
  const believed = prepared.beliefs.flatMap((one) => ('believed' in one ? [one.believed] : []))
  if (prepared.personal) {
    const [first] = believed
    if (first === undefined) return undefined
    // The document holds a person: its definition alone is kept.
    const { achievement, issuer } = first
    return keepRecord(tx, document, {
      address: first.address,
      finalAddress: first.address,
      contentType: 'application/json',
      bytes: new TextEncoder().encode(JSON.stringify({ achievement, issuer })),
      reduced: true,
    })
  }
  if (believed.length === 0 && prepared.kind !== 'issuer') return undefined
  return keepRecord(tx, document, {
    address: document.address,
    finalAddress: at,
    contentType,
    bytes,
    reduced: false,
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
