import { change } from '../../infra/context.ts'
import {
  type Errors,
  type Form,
  formToken,
  type Handling,
  json,
  page,
  parseForm,
  type Router,
  readBody,
  seeOther,
  type Values,
} from '../../infra/http/index.ts'
import { renderFragment } from '../../ui/fragment.ts'
import type { Registration } from '../frameworks/index.ts'
import type { Organisation } from '../organisations/index.ts'
import { createAchievement, currentFacts, saveDraft } from './actions/design.ts'
import { adviceOn } from './advice.ts'
import { askRegister } from './ask-register.ts'
import { emptyFacts, type Facts, mainSteps, placeOfStep, type Step, steps } from './facts.ts'
import { DesignerPage, type DesignerProps, sentenceOf } from './pages/designer.tsx'
import { Standing, standingId } from './pages/standing.tsx'
import { Skills, skillsId } from './pages/step-action.tsx'
import { AdviceBeside } from './pages/step-field.tsx'
import { stepPath } from './pages/step-nav.tsx'
import { showPreview } from './publish-routes.tsx'
import { withAnswer } from './registered.ts'
import { stepForm, stepValues } from './schema.ts'
import {
  chosenAlignments,
  joinedAlignments,
  maxAlignments,
  type SkillChoice,
  skillChoices,
  withSkillTicks,
} from './skills.ts'
import { designed, frameOf, staffPlace } from './staff-routes.tsx'
import { draftOf } from './store.ts'
import { openFields } from './template.ts'
import { achievementWords } from './words.ts'
import { wouldBe } from './would-be.ts'

/** The screens of the designer, each at its own address; every way out of a screen saves it, « check » does not. */
export function designerRoutes(router: Router): void {
  router.get('/organisations/:slug/achievements/new', async (c) => {
    const organisation = await staffPlace(c, 'achievement.design')
    return showNew(c, organisation, { values: stepValues(blank(c)) })
  })
  router.post('/organisations/:slug/achievements/new', async (c) => {
    const organisation = await staffPlace(c, 'achievement.design')
    const { form, go } = await readStep(c, 'nature', blank(c))
    if (!form.ok || go === 'check') return showNew(c, organisation, { ...form, checked: go === 'check' })
    const achievementId = await change(c.var.ctx, async (tx) => {
      const made = await createAchievement(tx, organisation.id, form.data.nature ?? 'participation')
      await saveDraft(tx, made.achievementId, 'nature', form.data)
      return made.achievementId
    })
    return seeOther(c, stepPath(achievementId, 'action'))
  })
  router.post('/organisations/:slug/achievements/new/advice', async (c) => {
    const organisation = await staffPlace(c, 'achievement.design')
    const { values } = await readBody(c)
    return advise(c, { step: 'nature', before: blank(c), values, organisation, begun: false, saved: false })
  })

  router.get('/achievements/:id/edit', async (c) => seeOther(c, stepPath(c.req.param('id'), 'nature')))
  router.get('/achievements/:id/edit/:step', async (c) => showStep(c, stepOf(c)))
  router.post('/achievements/:id/edit/:step', async (c) => {
    const { achievement } = await designed(c)
    const step = stepOf(c)
    const before = await currentFacts(c.var.ctx, achievement)
    const { form, go } = await readStep(c, step, before)
    if (!form.ok || go === 'check') return showStep(c, step, { ...form, checked: go === 'check' })
    await saveDraft(c.var.ctx, achievement.id, step, form.data)
    return seeOther(c, stepPath(achievement.id, target(step, go)))
  })
  router.post('/achievements/:id/edit/:step/advice', async (c) => {
    const { ctx } = c.var
    const { achievement, organisation } = await designed(c)
    const before = await currentFacts(ctx, achievement)
    const values = openOnly(before, (await readBody(c)).values, stepOf(c))
    const saved = (await draftOf(ctx, achievement.id)) !== undefined
    return advise(c, { step: stepOf(c), before, values, organisation, begun: true, saved })
  })
}

interface Typed {
  values: Values
  errors?: Errors | undefined
  checked?: boolean | undefined
}

const blank = (c: Handling): Facts => emptyFacts('participation', c.var.ctx.locale)

/** A word that is no step leads to the first one. */
const stepOf = (c: Handling): Step => steps.find((step) => step === c.req.param('step')) ?? 'nature'

/** Where a button leads: on, back, or to the step that it names. What goes further leads back to the preview. */
function target(step: Step, go: string): Step {
  const named = steps.find((one) => one === go)
  if (named !== undefined) return named
  const place = placeOfStep(step)
  return place === -1 ? 'preview' : (mainSteps[go === 'back' ? place - 1 : place + 1] ?? step)
}

async function readStep(
  c: Handling,
  step: Step,
  before: Facts,
): Promise<{ form: Form<Partial<Facts>>; go: string }> {
  const sent = (await readBody(c)).values
  const go = typeof sent['go'] === 'string' ? sent['go'] : 'next'
  const { locale } = c.var.ctx
  const values = openOnly(before, sent, step)
  const form = parseForm(locale, stepForm(step, locale, go === 'next'), values)
  if (!form.ok || form.data.alignments === undefined || before.template !== null) return { form, go }
  const alignments = joinedAlignments(await chosenAlignments(c.var.ctx, before, values), form.data.alignments)
  if (alignments.length > maxAlignments)
    return { form: { ok: false, values, errors: { skill: achievementWords(locale).skills.tooMany } }, go }
  return { form: { ...form, data: { ...form.data, alignments } }, go }
}

/** Of a badge that follows a network's model, a screen sends only what the network left open. */
function openOnly(before: Facts, sent: Values, step: Step): Values {
  if (before.template === null) return sent
  const open = openFields(before.template)
  const mine = Object.entries(sent).filter(([name]) => open.includes(name))
  return { ...stepValues(before, step), ...Object.fromEntries(mine) }
}

function showNew(c: Handling, organisation: Organisation, typed: Typed): Promise<Response> {
  const title = achievementWords(c.var.ctx.locale).designer.newTitle
  const place = { step: 'nature', organisation, achievementId: null, savedAt: null } as const
  return showScreen(c, place, blank(c), typed, title)
}

async function showStep(c: Handling, step: Step, typed?: Typed): Promise<Response> {
  if (step === 'preview') return showPreview(c)
  const { ctx } = c.var
  const { achievement, organisation } = await designed(c)
  const facts = await currentFacts(ctx, achievement)
  const savedAt = (await draftOf(ctx, achievement.id))?.savedAt ?? null
  const place = { step, organisation, achievementId: achievement.id, savedAt }
  const title = achievementWords(ctx.locale).steps[step]
  return showScreen(c, place, facts, typed ?? { values: await savedValues(c, facts, step) }, title)
}

/** What is saved, as the screen sends it. */
async function savedValues(c: Handling, facts: Facts, step: Step): Promise<Values> {
  if (step !== 'action') return stepValues(facts, step)
  const { facts: rest, skill } = await withSkillTicks(c.var.ctx, facts)
  return { ...stepValues(rest, step), skill }
}

/** The badge as it is typed, its ticked skills included, the skills to show beside it, the answer of the register. */
async function asTyped(
  c: Handling,
  before: Facts,
  step: Step,
  values: Values,
): Promise<{ facts: Facts; skills: SkillChoice[]; answer: Registration | undefined }> {
  const { ctx } = c.var
  const typed = wouldBe(before, step, values, ctx.locale)
  const answer = await askRegister(ctx, typed)
  const facts = withAnswer(typed, answer)
  if (step !== 'action' || before.template !== null) return { facts, skills: [], answer }
  const chosen = await chosenAlignments(ctx, before, values)
  return {
    facts: { ...facts, alignments: joinedAlignments(chosen, facts.alignments) },
    skills: await skillChoices(ctx, facts, values, ctx.locale),
    answer,
  }
}

async function showScreen(
  c: Handling,
  place: Pick<DesignerProps, 'step' | 'organisation' | 'achievementId' | 'savedAt'>,
  before: Facts,
  typed: Typed,
  title: string,
): Promise<Response> {
  const { ctx } = c.var
  const { facts, skills, answer } = await asTyped(c, before, place.step, typed.values)
  const body = (
    <DesignerPage
      {...place}
      locale={ctx.locale}
      token={formToken(c)}
      facts={facts}
      values={typed.values}
      errors={typed.errors}
      skills={skills}
      answer={answer}
      advice={adviceOn(place.step, facts, typed.values, ctx.locale, answer)}
      checkedAt={typed.checked === true ? ctx.clock.now() : undefined}
    />
  )
  return page(c, { ...frameOf(place.organisation), title, body }, typed.errors === undefined ? 200 : 422)
}

interface Asked {
  step: Step
  before: Facts
  values: Values
  organisation: Organisation
  begun: boolean
  saved: boolean
}

/** The parts of a screen that change while somebody types: the same components as on the page, nothing kept. */
async function advise(c: Handling, asked: Asked): Promise<Response> {
  const { locale } = c.var.ctx
  const { step, values, organisation } = asked
  const { facts, skills, answer } = await asTyped(c, asked.before, step, values)
  const advice = adviceOn(step, facts, values, locale, answer)
  const parts: Record<string, string> = {
    [standingId]: renderFragment(
      <Standing
        locale={locale}
        facts={facts}
        step={step}
        issuer={organisation}
        answer={answer}
        reading={asked.begun}
        saved={asked.saved}
      />,
    ),
  }
  if (step === 'action')
    parts[skillsId] = renderFragment(<Skills locale={locale} values={values} skills={skills} />)
  const places = [...fieldsWithAdvice[step], ...advice.map((one) => one.field)]
  for (const field of new Set(places)) {
    const said = advice.filter((one) => one.field === field)
    parts[`${field}-advice`] = said.length === 0 ? '' : renderFragment(<AdviceBeside said={said} />)
  }
  return json({ parts, said: sentenceOf(advice) })
}

const criterionRows = Array.from({ length: 10 }, (_, row) => `criterion.${row}`)

/** The fields that may have advice: those without any are answered empty, so that old advice goes. */
const fieldsWithAdvice: Readonly<Record<Step, readonly string[]>> = {
  nature: ['number'],
  action: ['name', 'situation', 'action', 'criteria', 'description', ...criterionRows],
  checks: ['assessment', 'evidenceRule', 'grid'],
  assessor: ['independent', 'role', 'identityCheck'],
  look: [],
  preview: [],
  europe: [],
  results: [],
  translation: ['translation'],
}
