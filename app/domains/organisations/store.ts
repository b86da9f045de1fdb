import type { Selectable } from 'kysely'
import type { Context } from '../../infra/context.ts'
import type { Role } from './policy.ts'
import type { OrganisationKind } from './rules.ts'
import { type OrganisationsTables, tables } from './tables.ts'

export interface Organisation {
  id: string
  slug: string
  /** The name that members use. */
  name: string
  /** The name that the public reads, on badges too; it may be neutral. The same as `name` by default. */
  displayName: string
  kind: OrganisationKind
  description: string
  url: string | null
  email: string | null
  city: string
  territoryId: string | null
  /** What vouches for its quality (Qualiopi, a label…); null when it did not say. */
  qualityAssurance: string | null
  did: string
  demo: boolean
  createdAt: Date
}

export interface Member {
  accountId: string
  role: Role
  addedAt: Date
}

const read = (row: Selectable<OrganisationsTables['organisations']>): Organisation => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  displayName: row.display_name,
  kind: row.kind,
  description: row.description,
  url: row.url,
  email: row.email,
  city: row.city,
  territoryId: row.territory_id,
  qualityAssurance: row.quality_assurance,
  did: row.did,
  demo: row.demo,
  createdAt: row.created_at,
})

const write = (one: Omit<Organisation, 'id' | 'slug' | 'did' | 'demo' | 'createdAt'>) => ({
  name: one.name,
  display_name: one.displayName,
  kind: one.kind,
  description: one.description,
  url: one.url,
  email: one.email,
  city: one.city,
  territory_id: one.territoryId,
  quality_assurance: one.qualityAssurance,
})

export async function insertOrganisation(ctx: Context, one: Organisation): Promise<void> {
  await tables(ctx)
    .insertInto('organisations')
    .values({
      ...write(one),
      id: one.id,
      slug: one.slug,
      did: one.did,
      demo: one.demo,
      created_at: one.createdAt,
    })
    .execute()
}

/** Everything but its slug and its identifier, which never change. */
export async function updateOrganisation(ctx: Context, one: Organisation): Promise<void> {
  await tables(ctx).updateTable('organisations').set(write(one)).where('id', '=', one.id).execute()
}

export async function organisationById(ctx: Context, id: string): Promise<Organisation | undefined> {
  const row = await tables(ctx)
    .selectFrom('organisations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : read(row)
}

export async function organisationBySlug(ctx: Context, slug: string): Promise<Organisation | undefined> {
  const row = await tables(ctx)
    .selectFrom('organisations')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row === undefined ? undefined : read(row)
}

export async function organisationsById(ctx: Context, ids: readonly string[]): Promise<Organisation[]> {
  if (ids.length === 0) return []
  const rows = await tables(ctx).selectFrom('organisations').selectAll().where('id', 'in', ids).execute()
  return rows.map(read)
}

/** Every organisation, or those of some territories, by the name that the public reads. */
export async function listOrganisations(
  ctx: Context,
  filter: { territoryIds?: readonly string[] } = {},
): Promise<Organisation[]> {
  let query = tables(ctx).selectFrom('organisations').selectAll().orderBy('display_name').orderBy('id')
  if (filter.territoryIds !== undefined) {
    if (filter.territoryIds.length === 0) return []
    query = query.where('territory_id', 'in', filter.territoryIds)
  }
  return (await query.execute()).map(read)
}

export async function organisationsOf(
  ctx: Context,
  accountId: string,
): Promise<{ organisation: Organisation; role: Role }[]> {
  const rows = await tables(ctx)
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .selectAll('organisations')
    .select('memberships.role')
    .where('memberships.account_id', '=', accountId)
    .orderBy('organisations.name')
    .orderBy('organisations.id')
    .execute()
  return rows.map(({ role, ...row }) => ({ organisation: read(row), role }))
}

/** The slugs that begin like this one. */
export async function slugsLike(ctx: Context, slug: string): Promise<Set<string>> {
  const rows = await tables(ctx)
    .selectFrom('organisations')
    .select('slug')
    .where((eb) => eb.or([eb('slug', '=', slug), eb('slug', 'like', `${slug}-%`)]))
    .execute()
  return new Set(rows.map((row) => row.slug))
}

export async function roleIn(
  ctx: Context,
  organisationId: string,
  accountId: string,
): Promise<Role | undefined> {
  const row = await tables(ctx)
    .selectFrom('memberships')
    .select('role')
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.role
}

export async function membersOf(ctx: Context, organisationId: string): Promise<Member[]> {
  const rows = await tables(ctx)
    .selectFrom('memberships')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('added_at')
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, role: row.role, addedAt: row.added_at }))
}

/** Holds the organisation's row until the end of the transaction: changes of members happen one by one. */
export async function lockOrganisation(ctx: Context, organisationId: string): Promise<void> {
  await tables(ctx)
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisationId)
    .forUpdate()
    .execute()
}

/** True when the person was not a member before. */
export async function putMember(
  ctx: Context,
  organisationId: string,
  accountId: string,
  role: Role,
): Promise<boolean> {
  const known = await roleIn(ctx, organisationId, accountId)
  await tables(ctx)
    .insertInto('memberships')
    .values({ organisation_id: organisationId, account_id: accountId, role, added_at: ctx.clock.now() })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'account_id']).doUpdateSet({ role }))
    .execute()
  return known === undefined
}

export async function deleteMember(ctx: Context, organisationId: string, accountId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('memberships')
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .execute()
}

export async function deleteDemoOrganisations(ctx: Context): Promise<void> {
  await tables(ctx).deleteFrom('organisations').where('demo', '=', true).execute()
}
