import { requirePerson } from '../../infra/context.ts'
import {
  formToken,
  type Handling,
  json,
  page,
  type Router,
  readBody,
  seeOther,
  setFlash,
  wantsJson,
} from '../../infra/http/index.ts'
import { Refusal } from '../../infra/refusal.ts'
import { may } from '../organisations/index.ts'
import { currentFacts, dropDraft } from './actions/design.ts'
import { publishAchievement } from './actions/publish.ts'
import { setRetired } from './actions/retire.ts'
import { askRegister } from './ask-register.ts'
import { achievementRefusals } from './errors.ts'
import { type Facts, natures } from './facts.ts'
import { versionPath } from './json.ts'
import { assessVersion } from './judgement.ts'
import { DropPage } from './pages/drop.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { publishedVersion } from './reads.ts'
import { heldBy, withAnswer } from './registered.ts'
import { changedFacts } from './rules.ts'
import { designed, frameOf } from './staff-routes.tsx'
import { type Achievement, asVersion } from './store.ts'
import { achievementWords } from './words.ts'

/** The last screen, and what ends a draft or an achievement. */
export function publishRoutes(router: Router): void {
  router.post('/achievements/:id/publish', async (c) => {
    requirePerson(c.var.ctx)
    const { values } = await readBody(c)
    const as = natures.find((nature) => nature === values['as'])
    const id = c.req.param('id')
    // A program is told by problem+json, like every refusal.
    if (wantsJson(c)) {
      const { version } = await publishAchievement(c.var.ctx, id, { as })
      const path = versionPath({ achievementId: id, version })
      return json({ achievementId: id, version, url: `${c.var.ctx.origin}${path}` }, 201, { location: path })
    }
    try {
      await publishAchievement(c.var.ctx, id, { as })
    } catch (error) {
      const expected: string[] = [
        achievementRefusals.factsMissing.code,
        achievementRefusals.nothingToPublish.code,
        achievementRefusals.registrationNotFound.code,
        achievementRefusals.registrationInactive.code,
      ]
      if (!(error instanceof Refusal) || !expected.includes(error.kind.code)) throw error
      return showPreview(c, 422)
    }
    setFlash(c, 'achievements.published')
    return seeOther(c, `/achievements/${id}`)
  })

  router.get('/achievements/:id/drop', async (c) => {
    const { ctx } = c.var
    const { achievement, organisation } = await designed(c)
    const { name } = await currentFacts(ctx, achievement)
    const body = (
      <DropPage locale={ctx.locale} token={formToken(c)} achievementId={achievement.id} name={name} />
    )
    const title = achievementWords(ctx.locale).designer.dropTitle
    return page(c, { ...frameOf(organisation), title, body })
  })
  router.post('/achievements/:id/drop', async (c) => {
    const { achievement, organisation } = await designed(c)
    await dropDraft(c.var.ctx, achievement.id)
    setFlash(c, 'achievements.dropped')
    return seeOther(c, `/organisations/${organisation.slug}/achievements`)
  })

  router.post('/achievements/:id/retired', async (c) => {
    requirePerson(c.var.ctx)
    const { values } = await readBody(c)
    const retired = values['retired'] !== 'no'
    const id = c.req.param('id')
    await setRetired(c.var.ctx, id, retired)
    setFlash(c, retired ? 'achievements.retired' : 'achievements.reopened')
    return seeOther(c, `/achievements/${id}`)
  })
}

export async function showPreview(c: Handling, status: 200 | 422 = 200): Promise<Response> {
  const { ctx } = c.var
  const { achievement, organisation } = await designed(c)
  const current = await currentFacts(ctx, achievement)
  const answer = await askRegister(ctx, current)
  const facts = withAnswer(current, answer)
  const version = draftVersion(achievement, facts)
  const last = await publishedVersion(ctx, achievement.id)
  const changed = last === undefined ? undefined : changedFacts(last, version)
  const body = (
    <PreviewPage
      locale={ctx.locale}
      token={formToken(c)}
      organisation={organisation}
      facts={facts}
      version={version}
      nextVersion={(achievement.latestVersion ?? 0) + 1}
      changed={changed}
      assessment={assessVersion(ctx.origin, organisation, version, heldBy(answer))}
      answer={answer}
      canPublish={await may(ctx, organisation, 'achievement.publish')}
    />
  )
  const title = achievementWords(ctx.locale).steps.preview
  return page(c, { ...frameOf(organisation), title, body }, status)
}

const draftVersion = (achievement: Achievement, facts: Facts) =>
  asVersion(facts, {
    achievementId: achievement.id,
    version: (achievement.latestVersion ?? 0) + 1,
    organisationId: achievement.organisationId,
    publishedAt: null,
  })
