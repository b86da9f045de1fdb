import { type Context, change, found } from '../../../infra/context.ts'
import { organisationEdited } from '../events.ts'
import { permit } from '../permit.ts'
import { type Organisation, organisationById, updateOrganisation } from '../store.ts'
import { type OrganisationInput, profileFields } from './create-organisation.ts'

/** Changes what the public reads. Badges already signed keep the profile they were signed with. */
export const editProfile = (
  ctx: Context,
  organisationId: string,
  input: OrganisationInput,
): Promise<Organisation> =>
  change(ctx, async (tx) => {
    const organisation = found(await organisationById(tx, organisationId))
    await permit(tx, organisation, 'organisation.edit')
    const edited = { ...organisation, ...profileFields(input) }
    await updateOrganisation(tx, edited)
    await tx.queue.emit(tx, organisationEdited, { organisationId })
    return edited
  })
