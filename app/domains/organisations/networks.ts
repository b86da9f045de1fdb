import type { Context } from '../../infra/context.ts'
import { type Organisation, organisationsById } from './store.ts'
import { tables } from './tables.ts'

/** An organisation's place in a network, seen from either side. */
export interface NetworkLink {
  organisation: Organisation
  /** Null while the invitation waits. */
  joinedAt: Date | null
}

/** The organisations of a network, invited ones included, by name. */
export async function networkMembersOf(ctx: Context, networkId: string): Promise<NetworkLink[]> {
  const rows = await tables(ctx)
    .selectFrom('network_members')
    .select(['organisation_id as id', 'joined_at as joinedAt'])
    .where('network_id', '=', networkId)
    .execute()
  return linked(ctx, rows)
}

/** The networks of an organisation, those that invite it included, by name. */
export async function networksOf(ctx: Context, organisationId: string): Promise<NetworkLink[]> {
  const rows = await tables(ctx)
    .selectFrom('network_members')
    .select(['network_id as id', 'joined_at as joinedAt'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return linked(ctx, rows)
}

async function linked(
  ctx: Context,
  rows: readonly { id: string; joinedAt: Date | null }[],
): Promise<NetworkLink[]> {
  const found = new Map(
    (
      await organisationsById(
        ctx,
        rows.map((row) => row.id),
      )
    ).map((one) => [one.id, one]),
  )
  return rows
    .flatMap(({ id, joinedAt }) => {
      const organisation = found.get(id)
      return organisation === undefined ? [] : [{ organisation, joinedAt }]
    })
    .sort((a, b) => a.organisation.displayName.localeCompare(b.organisation.displayName, 'fr'))
}

/** Whether the organisation joined the network and is still there. */
export async function isNetworkMember(
  ctx: Context,
  networkId: string,
  organisationId: string,
): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('network_members')
    .select('joined_at')
    .where('network_id', '=', networkId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row !== undefined && row.joined_at !== null
}

/** False when the organisation is invited or there already. */
export async function insertInvitation(
  ctx: Context,
  networkId: string,
  organisationId: string,
): Promise<boolean> {
  const inserted = await tables(ctx)
    .insertInto('network_members')
    .values({
      network_id: networkId,
      organisation_id: organisationId,
      invited_at: ctx.clock.now(),
      joined_at: null,
    })
    .onConflict((conflict) => conflict.columns(['network_id', 'organisation_id']).doNothing())
    .returning('network_id')
    .execute()
  return inserted.length > 0
}

/** False where nothing invites it. */
export async function writeJoined(ctx: Context, networkId: string, organisationId: string): Promise<boolean> {
  const rows = await tables(ctx)
    .updateTable('network_members')
    .set((eb) => ({ joined_at: eb.fn.coalesce('joined_at', eb.val(ctx.clock.now())) }))
    .where('network_id', '=', networkId)
    .where('organisation_id', '=', organisationId)
    .returning('network_id')
    .execute()
  return rows.length > 0
}

export async function deleteLink(ctx: Context, networkId: string, organisationId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('network_members')
    .where('network_id', '=', networkId)
    .where('organisation_id', '=', organisationId)
    .execute()
}
