import { type Context, found, requirePerson } from '../../infra/context.ts'
import { refusals, refuse } from '../../infra/refusal.ts'
import { type Organisation, organisationById, permit } from '../organisations/index.ts'

/** The operator, for the whole installation; in an organisation, who may import there. */
export async function permitImport(ctx: Context, ownerId: string | null): Promise<Organisation | undefined> {
  if (ownerId !== null) {
    const organisation = found(await organisationById(ctx, ownerId))
    await permit(ctx, organisation, 'framework.import')
    return organisation
  }
  if (ctx.viewer.kind === 'system') return undefined
  if (!requirePerson(ctx).operator) throw refuse(refusals.notAllowed)
  return undefined
}
