import { type Context, change, found } from '../../../../infra/context.ts'
import { refuse } from '../../../../infra/refusal.ts'
import { reopenEntry } from '../../actions/reopen-entry.ts'
import { entryById, entryRecord, presentEntry } from '../../reads.ts'
import type { Reach } from '../ask.ts'
import { harvestRefusals } from '../errors.ts'
import {
  closeScopes,
  entriesOfIssuerKey,
  hostsOf,
  insertProof,
  markProof,
  openScopes,
  type Proof,
  proofById,
  proofPath,
  takeCheck,
  wakeSourcesOf,
} from '../proofs.ts'
import { textOf } from '../read/content.ts'
import { sayReason } from '../say.ts'
import { takeOut } from '../take-out.ts'

/** Begins a proof: whoever places its word on the host decides on what the host publishes. */
export const beginProof = (
  ctx: Context,
  entryId: string,
  input: { host: string; whole: boolean },
): Promise<string> =>
  change(ctx, async (tx) => {
    const entry = await presentEntry(tx, entryId)
    const { issuer } = found(await entryRecord(tx, entryId))
    if (entry.origin === 'here') throw refuse(harvestRefusals.ownEntry)
    if (!hostsOf(entry, issuer).includes(input.host)) throw refuse(harvestRefusals.hostNotNamed)
    return insertProof(tx, {
      host: input.host,
      entry_id: entry.id,
      entry_name: entry.name,
      issuer_key: entry.issuer.key,
      issuer_name: entry.issuer.name,
      whole: input.whole,
    })
  })

export type ProofAct = 'remove' | 'correct' | 'reopen'

/** Looks for the word on the host and does what was asked, once it is there. */
export async function useProof(ctx: Context, reach: Reach, id: string, act: ProofAct): Promise<void> {
  const proof = found(await proofById(ctx, id))
  if (!(await change(ctx, (tx) => takeCheck(tx, id)))) throw refuse(harvestRefusals.proofTooSoon)
  await requireWord(ctx, reach, proof)
  // Whoever holds the host has the say here, whatever account they have or have not.
  await change({ ...ctx, viewer: { kind: 'system' } }, async (tx) => {
    if (act === 'correct') return void (await wakeSourcesOf(tx, proof))
    if (act === 'remove') return remove(tx, proof)
    await openScopes(tx, proof)
    for (const entryId of await idsOf(tx, proof)) await reopenEntry(tx, entryId)
    await wakeSourcesOf(tx, proof)
    await markProof(tx, proof.id, 'reopened')
  })
}

async function remove(tx: Context, proof: Proof): Promise<void> {
  await closeScopes(tx, proof)
  for (const id of await idsOf(tx, proof)) {
    const entry = await entryById(tx, id)
    if (entry !== undefined && entry.origin === 'elsewhere') await takeOut(tx, id, 'issuer')
  }
  await markProof(tx, proof.id, 'removed')
}

async function idsOf(tx: Context, proof: Proof): Promise<Set<string>> {
  const more = proof.whole ? await entriesOfIssuerKey(tx, proof.issuer_key) : []
  return new Set([proof.entry_id, ...more])
}

async function requireWord(ctx: Context, reach: Reach, proof: Proof): Promise<void> {
  const plain = URL.parse(`http://${proof.host}`)
  const scheme = plain !== null && reach.isOwn(plain) ? 'http' : 'https'
  const address = `${scheme}://${proof.host}${proofPath}`
  const outcome = await reach.client.get(address, { accept: 'text/plain', maxBytes: 4_096 })
  if (!outcome.ok) {
    throw refuse(harvestRefusals.proofUnreachable, {
      address,
      why: sayReason(ctx.locale, outcome.code, null),
    })
  }
  const text = outcome.status === 200 ? (textOf(outcome.bytes, outcome.contentType) ?? '') : ''
  // A redirect to another host would let that host speak.
  const stays = URL.parse(outcome.url)?.host === proof.host
  const holds = stays && text.split(/\s+/).includes(proof.token)
  if (!holds) throw refuse(harvestRefusals.proofMissing, { address })
}
