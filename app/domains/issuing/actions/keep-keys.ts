import { type Context, change, found } from '../../../infra/context.ts'
import { organisationById, permit } from '../../organisations/index.ts'
import { activeKey, addKey, lockKeys } from '../keys.ts'
import { tables } from '../tables.ts'
import type { Vault } from '../vault.ts'
import { publishStatusLists } from './publish-status-lists.ts'

/** The first key of a new organisation. Run twice, it makes one. */
export const createFirstKey = (ctx: Context, vault: Vault, organisationId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const organisation = await organisationById(tx, organisationId)
    if (organisation !== undefined) await activeKey(tx, vault, organisation)
  })

/** A new key takes over; the old one signs no more and verifies for ever. */
export const rotateKey = (ctx: Context, vault: Vault, organisationId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const organisation = found(await organisationById(tx, organisationId))
    await permit(tx, organisation, 'organisation.edit')
    await lockKeys(tx, organisationId)
    const now = tx.clock.now()
    const next = await addKey(tx, vault, organisation)
    await tables(tx)
      .updateTable('issuer_keys')
      .set({ state: 'retired', retired_at: now })
      .where('organisation_id', '=', organisationId)
      .where('state', '=', 'active')
      .execute()
    await tables(tx)
      .updateTable('issuer_keys')
      .set({ state: 'active', activated_at: now })
      .where('id', '=', next)
      .execute()
  })

/**
 * A key that others may hold: it leaves the keys that may attest, and the document says since when. The key that takes
 * over signs the status lists anew: a list that nobody can trust would put every badge in doubt.
 */
export const markKeyCompromised = (
  ctx: Context,
  vault: Vault,
  input: { organisationId: string; keyId: string; since: Date },
): Promise<void> =>
  change(ctx, async (tx) => {
    const organisation = found(await organisationById(tx, input.organisationId))
    await permit(tx, organisation, 'organisation.edit')
    await lockKeys(tx, input.organisationId)
    await tables(tx)
      .updateTable('issuer_keys')
      .set({ state: 'compromised', compromised_at: input.since })
      .where('id', '=', input.keyId)
      .where('organisation_id', '=', input.organisationId)
      .execute()
    await activeKey(tx, vault, organisation)
    await tables(tx)
      .updateTable('status_lists')
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where('organisation_id', '=', input.organisationId)
      .execute()
    await publishStatusLists(tx, vault, { organisationId: input.organisationId })
  })
