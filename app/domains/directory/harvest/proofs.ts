import type { Profile } from '@insigne/open-badges'
import type { Context } from '../../../infra/context.ts'
import { isId, newId, newSlug } from '../../../infra/ids.ts'
import { hostOfAddress, hostOfDid } from './rules.ts'
import { hostScope, issuerScope } from './standing.ts'
import { type HarvestTables, tables } from './tables.ts'

export type Proof = HarvestTables['harvest_proofs']

/** Where the word is looked for. */
export const proofPath = '/.well-known/insigne-directory.txt'

/** The hosts whose owner may speak for a badge: its address's, its issuer's, and the site that its issuer names. */
export function hostsOf(entry: { address: string }, issuer: Profile): string[] {
  const hosts = [
    hostOfAddress(entry.address),
    hostOfDid(issuer.id) ?? hostOfAddress(issuer.id),
    hostOfAddress(issuer.url ?? ''),
  ]
  return [...new Set(hosts.filter((one) => one !== ''))]
}

export async function insertProof(
  ctx: Context,
  proof: Pick<Proof, 'host' | 'entry_id' | 'entry_name' | 'issuer_key' | 'issuer_name' | 'whole'>,
): Promise<string> {
  const id = newId()
  await tables(ctx)
    .insertInto('harvest_proofs')
    .values({
      id,
      ...proof,
      token: newSlug(),
      state: 'open',
      created_at: ctx.clock.now(),
      checked_at: null,
    })
    .execute()
  return id
}

export async function proofById(ctx: Context, id: string): Promise<Proof | undefined> {
  if (!isId(id)) return undefined
  return tables(ctx).selectFrom('harvest_proofs').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Takes the right to check, at most every ten seconds: the host of somebody else is asked each time. */
export async function takeCheck(ctx: Context, id: string): Promise<boolean> {
  const now = ctx.clock.now()
  const row = await tables(ctx)
    .updateTable('harvest_proofs')
    .set({ checked_at: now })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([eb('checked_at', 'is', null), eb('checked_at', '<=', new Date(now.getTime() - 10_000))]),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const markProof = (ctx: Context, id: string, state: Proof['state']) =>
  tables(ctx).updateTable('harvest_proofs').set({ state }).where('id', '=', id).execute()

/** What a proof closes: everything of its issuer, or everything of its host when the host is the issuer's own. */
export const scopesOf = (proof: Proof): string[] =>
  proof.whole
    ? [
        issuerScope(proof.issuer_key),
        ...(proof.issuer_key.startsWith(proof.host) ? [hostScope(proof.host)] : []),
      ]
    : []

export async function closeScopes(ctx: Context, proof: Proof): Promise<void> {
  for (const scope of scopesOf(proof))
    await tables(ctx)
      .insertInto('harvest_closures')
      .values({ scope, proof_id: proof.id, closed_at: ctx.clock.now() })
      .onConflict((conflict) => conflict.column('scope').doNothing())
      .execute()
}

export const openScopes = async (ctx: Context, proof: Proof): Promise<void> => {
  const scopes = scopesOf(proof)
  if (scopes.length > 0)
    await tables(ctx).deleteFrom('harvest_closures').where('scope', 'in', scopes).execute()
}

/** The entries that came from elsewhere under one issuer. */
export async function entriesOfIssuerKey(ctx: Context, issuerKey: string): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('harvest_origins')
    .select('entry_id')
    .distinct()
    .where('issuer_key', '=', issuerKey)
    .execute()
  return rows.map((row) => row.entry_id)
}

/** What this issuer or this entry came from is read again, whether or not it says that it changed. */
export async function wakeSourcesOf(ctx: Context, proof: Proof): Promise<void> {
  const rows = await tables(ctx)
    .updateTable('harvest_documents')
    .set({ etag: null, last_modified: null })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('harvest_origins')
        .select('document_id')
        .where((one) =>
          one.or([one('entry_id', '=', proof.entry_id), one('issuer_key', '=', proof.issuer_key)]),
        ),
    )
    .returning('source_id')
    .execute()
  const ids = [...new Set(rows.map((row) => row.source_id))]
  if (ids.length === 0) return
  await tables(ctx)
    .updateTable('directory_sources')
    .set({ next_at: ctx.clock.now() })
    .where('state', '=', 'active')
    .where('id', 'in', ids)
    .execute()
}
