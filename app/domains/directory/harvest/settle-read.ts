import type { Context } from '../../../infra/context.ts'
import { reopenEntry } from '../actions/reopen-entry.ts'
import { entryById } from '../reads.ts'
import { addDocuments, countDocuments, type Document, updateDocument } from './frontier.ts'
import type { Prepared } from './prepare.ts'
import type { FeedReading } from './read/feed.ts'
import { type Reason, reason } from './reasons.ts'
import { entriesReadAt } from './records.ts'
import { later, siteOf } from './rules.ts'
import type { Counts } from './run-store.ts'
import type { Office, Read } from './settle-parts.ts'
import { type Source, sourceOfAddress, updateSource } from './sources.ts'
import { takeOut } from './take-out.ts'

/**
 * Ends a document that was read: what it leads to, what it says of its source, what was wrong with it. False when it
 * waits for its issuer and comes again.
 */
export async function settleRead(
  tx: Context,
  office: Office,
  source: Source,
  document: Document,
  outcome: Read,
  counts: Counts,
  refusals: Reason[],
): Promise<boolean> {
  const { prepared, freshness } = outcome
  const now = tx.clock.now()
  const run = { sourceId: source.id, runId: document.run_id ?? '' }
  const pages = prepared.links.filter((one) => one.page === true)
  const deeper = prepared.links.filter((one) => one.page !== true)
  const tooDeep = document.depth >= office.settings.maxDepth && deeper.length > 0
  const full =
    prepared.links.length > 0 &&
    (await countDocuments(tx, source.id)) > office.settings.maxAddresses + prepared.links.length
  if (!full) {
    await addDocuments(tx, run, pages, document.depth)
    if (!tooDeep) await addDocuments(tx, run, deeper, document.depth + 1)
  }
  if (prepared.feed !== undefined) await settleFeed(tx, source, prepared.feed, counts)
  if (prepared.awaits.length > 0 && document.tries < 4) {
    await addDocuments(
      tx,
      run,
      prepared.awaits.map((address) => ({ address })),
      document.depth + 1,
    )
    await updateDocument(tx, document.id, {
      tries: document.tries + 1,
      due_at: later(now, issuerRest(document.tries)),
    })
    return false
  }
  if (prepared.awaits.length > 0) refusals.push(reason('issuer-unread'))
  const first = tooDeep
    ? reason('too-deep')
    : full
      ? reason('too-many-addresses', String(office.settings.maxAddresses))
      : (prepared.refusal ?? refusals[0])
  const broughtNothing =
    prepared.links.length === 0 &&
    counts.found === refusals.length &&
    prepared.kind !== 'issuer' &&
    prepared.feed === undefined
  const failed = first !== undefined && (broughtNothing || tooDeep)
  if (failed && refusals.length === 0 && !document.guessed) counts.refused += 1
  await updateDocument(tx, document.id, {
    state: failed ? (first.code === 'look-alike' ? 'held' : 'refused') : 'read',
    reason: first?.code ?? null,
    detail: first?.detail?.slice(0, 500) ?? null,
    read_at: now,
    dead_since: null,
    dead_times: 0,
    etag: prepared.personal || failed ? null : (freshness?.etag ?? null),
    last_modified: prepared.personal || failed ? null : (freshness?.lastModified ?? null),
    ...(prepared.feed === undefined ? {} : { once: true }),
    ...(prepared.personal
      ? { personal: true, address: siteOf(document.address) ?? '', guessed: document.guessed }
      : {}),
  })
  if (document.depth === 0) await settleRoot(tx, source, document, prepared)
  return true
}

/** What was taken out there goes here as well, and may come back; the next reading begins where this one ends. */
async function settleFeed(tx: Context, source: Source, feed: FeedReading, counts: Counts): Promise<void> {
  for (const address of feed.removals)
    for (const entryId of await entriesReadAt(tx, source.id, address)) {
      if ((await entryById(tx, entryId)) === undefined) continue
      await takeOut(tx, entryId, 'issuer')
      await reopenEntry(tx, entryId)
      counts.gone += 1
    }
  const other = source.address === feed.base ? undefined : await sourceOfAddress(tx, feed.base)
  if (other === undefined || other.id === source.id)
    await updateSource(tx, source.id, { kind: 'feed', address: feed.base, cursor: feed.cursor })
}

// Another host answers at its own pace: seconds, then minutes.
const issuerRest = (tries: number): number => 3_000 * 10 ** tries

/** The first document says what the source is. Somebody's badge only led to its definition, which takes its place. */
async function settleRoot(
  tx: Context,
  source: Source,
  document: Document,
  prepared: Prepared,
): Promise<void> {
  const name = prepared.name
  if (prepared.feed !== undefined) return
  const set = {
    kind: source.kind === 'feed' ? source.kind : (prepared.kind ?? source.kind),
    ...(name === undefined ? {} : { name }),
  }
  if (!prepared.personal || source.address === null) return void (await updateSource(tx, source.id, set))
  const [only, ...others] = prepared.links
  const free =
    only !== undefined && others.length === 0 && (await sourceOfAddress(tx, only.address)) === undefined
  await updateSource(tx, source.id, {
    ...set,
    name: name ?? URL.parse(document.address)?.host ?? '',
    address: free ? only.address : null,
  })
}
