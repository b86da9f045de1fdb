import { requirePerson } from '../../infra/context.ts'
import { formToken, page, type Router, readBody, seeOther, setFlash } from '../../infra/http/index.ts'
import { networksOf, organisationsById, permit } from '../organisations/index.ts'
import { currentFacts } from './actions/design.ts'
import {
  adoptTemplate,
  followTemplate,
  newerTemplate,
  offerTemplate,
  withdrawTemplate,
} from './actions/keep-template.ts'
import { FollowPage } from './pages/follow.tsx'
import { OfferPage } from './pages/offer-template.tsx'
import { stepPath } from './pages/step-nav.tsx'
import { TemplatesPage } from './pages/templates.tsx'
import { designed, frameOf, staffPlace } from './staff-routes.tsx'
import { openParts } from './template.ts'
import { adoptersOf, adoptionsOf, templateById, templatesOf } from './templates.ts'
import { listIn, textIn } from './typed.ts'
import { achievementWords } from './words.ts'

/** A network offers a version as a model; its members take it over, and follow it. */
export function templateRoutes(router: Router): void {
  router.get('/organisations/:slug/templates', async (c) => {
    const { ctx } = c.var
    const organisation = await staffPlace(c, 'achievement.design')
    const joined = (await networksOf(ctx, organisation.id)).filter(({ joinedAt }) => joinedAt !== null)
    const offered = await templatesOf(
      ctx,
      joined.map((link) => link.organisation.id),
    )
    const adopted = await adoptionsOf(ctx, organisation.id)
    const newer = new Map<string, number>()
    for (const [templateId, achievementId] of adopted) {
      const one = await newerTemplate(ctx, achievementId)
      if (one !== undefined) newer.set(templateId, one.template.version.version)
    }
    const body = (
      <TemplatesPage
        locale={ctx.locale}
        token={formToken(c)}
        organisation={organisation}
        networks={joined.map((link) => link.organisation)}
        offered={offered}
        adopted={adopted}
        newer={newer}
      />
    )
    const title = achievementWords(ctx.locale).templates.title
    return page(c, { ...frameOf(organisation), title, body })
  })
  router.post('/organisations/:slug/templates', async (c) => {
    const organisation = await staffPlace(c, 'achievement.design')
    const { values } = await readBody(c)
    const { achievementId } = await adoptTemplate(c.var.ctx, organisation.id, textIn(values, 'template'))
    setFlash(c, 'achievements.adopted')
    return seeOther(c, stepPath(achievementId, 'action'))
  })

  router.get('/achievements/:id/template', async (c) => {
    const { ctx } = c.var
    const { achievement, organisation } = await designed(c)
    await permit(ctx, organisation, 'achievement.publish')
    const followers = await organisationsById(ctx, await adoptersOf(ctx, achievement.id))
    const body = (
      <OfferPage
        locale={ctx.locale}
        token={formToken(c)}
        achievement={achievement}
        facts={await currentFacts(ctx, achievement)}
        offered={await templateById(ctx, achievement.id)}
        adopters={followers}
      />
    )
    const title = achievementWords(ctx.locale).templates.offerTitle
    return page(c, { ...frameOf(organisation), title, body })
  })
  router.post('/achievements/:id/template', async (c) => {
    requirePerson(c.var.ctx)
    const { values } = await readBody(c)
    const id = c.req.param('id')
    const offered = textIn(values, 'offered') !== 'no'
    const open = openParts.filter((part) => listIn(values, 'open').includes(part))
    if (offered) await offerTemplate(c.var.ctx, id, open)
    else await withdrawTemplate(c.var.ctx, id)
    setFlash(c, offered ? 'achievements.offered' : 'achievements.withdrawn')
    return seeOther(c, `/achievements/${id}/template`)
  })

  router.get('/achievements/:id/follow', async (c) => {
    const { ctx } = c.var
    const { achievement, organisation } = await designed(c)
    const newer = await newerTemplate(ctx, achievement.id)
    if (newer === undefined) return seeOther(c, stepPath(achievement.id, 'preview'))
    const body = (
      <FollowPage locale={ctx.locale} token={formToken(c)} achievementId={achievement.id} newer={newer} />
    )
    const title = achievementWords(ctx.locale).templates.followTitle
    return page(c, { ...frameOf(organisation), title, body })
  })
  router.post('/achievements/:id/follow', async (c) => {
    const { achievement } = await designed(c)
    const newer = await newerTemplate(c.var.ctx, achievement.id)
    await followTemplate(c.var.ctx, achievement.id)
    if (newer !== undefined) setFlash(c, 'achievements.followed')
    return seeOther(c, stepPath(achievement.id, 'preview'))
  })
}
