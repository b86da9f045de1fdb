import { found, requirePerson } from '../../infra/context.ts'
import { type Handling, page, type Router } from '../../infra/http/index.ts'
import {
  may,
  membersOf,
  networksOf,
  type Organisation,
  organisationBySlug,
  permit,
  roleName,
  roleOf,
  type Verb,
} from '../organisations/index.ts'
import { territoryById } from '../territories/index.ts'
import { designable } from './actions/design.ts'
import { ListPage } from './pages/list.tsx'
import { ManagePage } from './pages/manage.tsx'
import { achievementsOf } from './reads.ts'
import { achievementWords } from './words.ts'

/** The staff's home and their list of models. */
export function staffRoutes(router: Router): void {
  router.get('/organisations/:slug/manage', async (c) => {
    const organisation = await staffPlace(c, 'organisation.read')
    const { ctx } = c.var
    const { territoryId } = organisation
    const role = await roleOf(ctx, organisation)
    const body = (
      <ManagePage
        {...(await listProps(c, organisation))}
        territory={territoryId === null ? undefined : await territoryById(ctx, territoryId)}
        invitations={
          (await networksOf(ctx, organisation.id)).filter(({ joinedAt }) => joinedAt === null).length
        }
        memberCount={(await membersOf(ctx, organisation.id)).length}
        role={role === undefined ? '' : roleName(ctx.locale, role)}
        canEdit={await may(ctx, organisation, 'organisation.edit')}
      />
    )
    return page(c, { title: organisation.name, area: 'staff', place: placeOf(organisation), body })
  })
  router.get('/organisations/:slug/achievements', async (c) => {
    const organisation = await staffPlace(c, 'organisation.read')
    const body = <ListPage {...(await listProps(c, organisation))} />
    const title = achievementWords(c.var.ctx.locale).list.title
    return page(c, { title, area: 'staff', place: placeOf(organisation), body })
  })
}

async function listProps(c: Handling, organisation: Organisation) {
  const { ctx } = c.var
  return {
    locale: ctx.locale,
    organisation,
    lines: await achievementsOf(ctx, organisation.id),
    canDesign: await may(ctx, organisation, 'achievement.design'),
    canAward: await may(ctx, organisation, 'credential.award'),
  }
}

/** The organisation of the path, for somebody who may do this there. */
export async function staffPlace(c: Handling, verb: Verb): Promise<Organisation> {
  requirePerson(c.var.ctx)
  const organisation = found(await organisationBySlug(c.var.ctx, c.req.param('slug') ?? ''))
  await permit(c.var.ctx, organisation, verb)
  return organisation
}

/** The achievement of the path and its organisation, for somebody who may design there. */
export function designed(c: Handling) {
  requirePerson(c.var.ctx)
  return designable(c.var.ctx, c.req.param('id') ?? '')
}

export const frameOf = (organisation: Organisation) => ({
  area: 'staff' as const,
  place: placeOf(organisation),
  current: `/organisations/${organisation.slug}/achievements`,
})

export const placeOf = ({ name, slug }: Organisation) => ({ name, path: `/organisations/${slug}` })
