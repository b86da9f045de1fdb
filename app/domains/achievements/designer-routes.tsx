import { change, requirePerson } from '../../infra/context.ts'
import {
  type Errors,
  type Form,
  formToken,
  type Handling,
  page,
  parseForm,
  type Router,
  readBody,
  seeOther,
  setFlash,
  type Values,
} from '../../infra/http/index.ts'
import { Refusal } from '../../infra/refusal.ts'
import { may, type Organisation } from '../organisations/index.ts'
import { createAchievement, currentFacts, designable, dropDraft, saveDraft } from './actions/design.ts'
import { publishAchievement } from './actions/publish.ts'
import { achievementRefusals } from './errors.ts'
import { emptyFacts, type Facts, natures, type Step, steps } from './facts.ts'
import { DesignerPage, stepPath } from './pages/designer.tsx'
import { DropPage } from './pages/drop.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { publishedVersion } from './reads.ts'
import { changedFacts } from './rules.ts'
import { stepForm, stepValues } from './schema.ts'
import { placeOf, staffPlace } from './staff-routes.tsx'
import { type Achievement, asVersion, draftOf } from './store.ts'
import { achievementWords } from './words.ts'

/** The six screens, each at its own address; every way out of a screen saves it. */
export function designerRoutes(router: Router): void {
  router.get('/organisations/:slug/achievements/new', async (c) => {
    const organisation = await staffPlace(c, 'achievement.design')
    return showNew(c, organisation, {
      values: stepValues(emptyFacts('participation', c.var.ctx.locale)),
    })
  })
  router.post('/organisations/:slug/achievements/new', async (c) => {
    const organisation = await staffPlace(c, 'achievement.design')
    const { form } = await readStep(c, 'nature')
    if (!form.ok) return showNew(c, organisation, form)
    const achievementId = await change(c.var.ctx, async (tx) => {
      const made = await createAchievement(tx, organisation.id, form.data.nature ?? 'participation')
      await saveDraft(tx, made.achievementId, 'nature', form.data)
      return made.achievementId
    })
    return seeOther(c, stepPath(achievementId, 'action'))
  })

  router.get('/achievements/:id/edit', async (c) => seeOther(c, stepPath(c.req.param('id'), 'nature')))
  router.get('/achievements/:id/edit/:step', async (c) => showStep(c, stepOf(c)))
  router.post('/achievements/:id/edit/:step', async (c) => {
    requirePerson(c.var.ctx)
    const { achievement } = await designable(c.var.ctx, c.req.param('id'))
    const step = stepOf(c)
    const { form, go } = await readStep(c, step)
    if (!form.ok) return showStep(c, step, form)
    await saveDraft(c.var.ctx, achievement.id, step, form.data)
    return seeOther(c, stepPath(achievement.id, target(step, go)))
  })

  router.post('/achievements/:id/publish', async (c) => {
    requirePerson(c.var.ctx)
    const { values } = await readBody(c)
    const as = natures.find((nature) => nature === values['as'])
    const id = c.req.param('id')
    try {
      await publishAchievement(c.var.ctx, id, { as })
    } catch (error) {
      const expected: string[] = [
        achievementRefusals.factsMissing.code,
        achievementRefusals.nothingToPublish.code,
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
}

interface Typed {
  values: Values
  errors?: Errors
}

function designed(c: Handling) {
  requirePerson(c.var.ctx)
  return designable(c.var.ctx, c.req.param('id') ?? '')
}

/** A word that is no step leads to the first one. */
const stepOf = (c: Handling): Step => steps.find((step) => step === c.req.param('step')) ?? 'nature'

/** Where a button leads: on, back, or to the step that it names. */
function target(step: Step, go: string): Step {
  const place = steps.indexOf(step)
  const named = steps.find((one) => one === go)
  return named ?? steps[go === 'back' ? place - 1 : place + 1] ?? step
}

async function readStep(c: Handling, step: Step): Promise<{ form: Form<Partial<Facts>>; go: string }> {
  const { values } = await readBody(c)
  const go = typeof values['go'] === 'string' ? values['go'] : 'next'
  const form = parseForm(c.var.ctx.locale, stepForm(step, c.var.ctx.locale, go === 'next'), values)
  return { form, go }
}

const frameOf = (organisation: Organisation) => ({
  area: 'staff' as const,
  place: placeOf(organisation),
  current: `/organisations/${organisation.slug}/achievements`,
})

function showNew(c: Handling, organisation: Organisation, typed: Typed): Response {
  const { ctx } = c.var
  const body = (
    <DesignerPage
      locale={ctx.locale}
      token={formToken(c)}
      step="nature"
      organisation={organisation}
      achievementId={null}
      savedAt={null}
      facts={emptyFacts('participation', ctx.locale)}
      {...typed}
    />
  )
  const title = achievementWords(ctx.locale).designer.newTitle
  return page(c, { ...frameOf(organisation), title, body }, typed.errors === undefined ? 200 : 422)
}

async function showStep(c: Handling, step: Step, typed?: Typed): Promise<Response> {
  if (step === 'preview') return showPreview(c)
  const { ctx } = c.var
  const { achievement, organisation } = await designed(c)
  const facts = await currentFacts(ctx, achievement)
  const body = (
    <DesignerPage
      locale={ctx.locale}
      token={formToken(c)}
      step={step}
      organisation={organisation}
      achievementId={achievement.id}
      savedAt={(await draftOf(ctx, achievement.id))?.savedAt ?? null}
      facts={facts}
      values={typed?.values ?? stepValues(facts)}
      errors={typed?.errors}
    />
  )
  const title = achievementWords(ctx.locale).steps[step]
  return page(c, { ...frameOf(organisation), title, body }, typed?.errors === undefined ? 200 : 422)
}

async function showPreview(c: Handling, status: 200 | 422 = 200): Promise<Response> {
  const { ctx } = c.var
  const { achievement, organisation } = await designed(c)
  const facts = await currentFacts(ctx, achievement)
  const body = (
    <PreviewPage
      locale={ctx.locale}
      token={formToken(c)}
      organisation={organisation}
      facts={facts}
      version={draftVersion(achievement, facts)}
      nextVersion={(achievement.latestVersion ?? 0) + 1}
      changed={await isNews(c, achievement, facts)}
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

async function isNews(c: Handling, achievement: Achievement, facts: Facts): Promise<boolean> {
  const last = await publishedVersion(c.var.ctx, achievement.id)
  return last === undefined || changedFacts(last, draftVersion(achievement, facts)).length > 0
}
