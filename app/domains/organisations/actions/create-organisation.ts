import { sql } from 'kysely'
import { type Context, change, requirePerson } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import { refuse } from '../../../infra/refusal.ts'
import { organisationRefusals } from '../errors.ts'
import { organisationCreated } from '../events.ts'
import { didOf, freeSlug, isReservedSlug, type OrganisationKind, slugOf } from '../rules.ts'
import { insertOrganisation, type Organisation, putMember, slugsLike } from '../store.ts'

export interface OrganisationInput {
  name: string
  /** The name that the public reads; the same as `name` when left out. */
  displayName?: string | undefined
  kind: OrganisationKind
  description?: string | undefined
  url?: string | undefined
  email?: string | undefined
  city?: string | undefined
  territoryId?: string | undefined
  qualityAssurance?: string | undefined
}

/**
 * Opens an organisation; the person who asks becomes its owner. The product itself (demo content) names
 * the owner, or nobody. The address and the identifier come from the public name and never change.
 */
export const createOrganisation = (
  ctx: Context,
  input: OrganisationInput & { demo?: boolean | undefined; ownerId?: string | undefined },
): Promise<Organisation> =>
  change(ctx, async (tx) => {
    const ownerId = tx.viewer.kind === 'system' ? input.ownerId : requirePerson(tx).accountId
    const profile = profileFields(input)
    const slug = await claimSlug(tx, profile.displayName)
    const organisation: Organisation = {
      ...profile,
      id: newId(),
      slug,
      did: didOf(tx.origin, slug),
      demo: tx.viewer.kind === 'system' && input.demo === true,
      createdAt: tx.clock.now(),
    }
    await insertOrganisation(tx, organisation)
    if (ownerId !== undefined) await putMember(tx, organisation.id, ownerId, 'owner')
    await tx.queue.emit(tx, organisationCreated, { organisationId: organisation.id })
    return organisation
  })

/** What may be left out gets its neutral value. */
export const profileFields = (input: OrganisationInput) => ({
  name: input.name,
  displayName: input.displayName ?? input.name,
  kind: input.kind,
  description: input.description ?? '',
  url: input.url ?? null,
  email: input.email ?? null,
  city: input.city ?? '',
  territoryId: input.territoryId ?? null,
  qualityAssurance: input.qualityAssurance ?? null,
})

async function claimSlug(ctx: Context, name: string): Promise<string> {
  const wanted = slugOf(name)
  if (wanted.length < 2 || isReservedSlug(wanted)) throw refuse(organisationRefusals.slugRefused)
  // Two people may open « Atelier » at the same moment: they pass here one after the other.
  await sql`select pg_advisory_xact_lock(hashtext('organisations.slug'))`.execute(ctx.db)
  return freeSlug(wanted, await slugsLike(ctx, wanted))
}
