import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { loadShipped } from '../frameworks/index.ts'
import { createOrganisation, type Organisation } from '../organisations/index.ts'
import { createAchievement, saveDraft } from './actions/design.ts'
import { publishAchievement } from './actions/publish.ts'
import type { Nature, Step } from './facts.ts'
import { publishedVersion } from './reads.ts'
import { draftOf } from './store.ts'

let world: World
let owner: Person
let organisation: Organisation

beforeAll(async () => {
  world = await testWorld('achievement-designer')
  await loadShipped(world.ctx())
  owner = await world.person('atelier@cardan.example')
  organisation = await createOrganisation(owner.ctx, { name: 'Atelier Cardan', kind: 'training' })
})
afterAll(() => world.close())

const begin = async (nature: Nature = 'competence') =>
  (await createAchievement(owner.ctx, organisation.id, nature)).achievementId
const path = (id: string, step: Step) => `/achievements/${id}/edit/${step}`
const send = (id: string, step: Step, fields: Record<string, string | string[]>) =>
  owner.post(path(id, step), { go: 'next', ...fields })
const check = async (id: string, step: Step, fields: Record<string, string | string[]>) =>
  (await owner.post(path(id, step), { ...fields, go: 'check' })).text()
const advise = async (id: string, step: Step, fields: Record<string, string | string[]>) => {
  const answer = await owner.post(`${path(id, step)}/advice`, fields)
  expect(answer.status).toBe(200)
  const body: { parts: Record<string, string>; said: string } = await answer.json()
  return body
}

const typed = {
  name: 'Organiser son travail',
  situation: 'En atelier, quand l’ordre change',
  action: 'A suivi les trois ateliers de la journée.',
  criterion: ['Est motivée', 'Range avant de commencer'],
}

describe('the button « Vérifier »', () => {
  test('shows the advice on what is typed, keeps every word, and saves nothing', async () => {
    const id = await begin()
    const before = await draftOf(world.ctx(), id)
    const html = await check(id, 'action', typed)
    expect(html).toContain('«\u00a0A suivi\u00a0» dit que la personne était là')
    expect(html).toContain('«\u00a0motivée\u00a0» juge la personne')
    for (const text of ['value="Organiser son travail"', 'A suivi les trois ateliers', 'value="Est motivée"'])
      expect(html).toContain(text)
    expect(html).toContain('Ce n’est pas encore enregistré')
    expect(await draftOf(world.ctx(), id)).toEqual(before)
  })

  test('speaks in red once a screen, and quietly of the rest', async () => {
    const html = await check(await begin(), 'action', typed)
    expect(html.match(/class="advice"/g)).toHaveLength(1)
    expect(html.match(/class="advice quiet"/g)?.length).toBeGreaterThan(0)
  })

  test('works on the first screen, where nothing exists yet', async () => {
    const rows = await world.countRows()
    const sent = await owner.post(`/organisations/${organisation.slug}/achievements/new`, {
      nature: 'registered',
      language: 'fr',
      go: 'check',
    })
    expect(sent.status).toBe(200)
    const html = await sent.text()
    expect(html).toContain('Il manque le numéro')
    expect(html).toContain('Pour pouvoir dire «\u00a0Certification enregistrée\u00a0»')
    expect((await world.countRows())['achievements']).toBe(rows['achievements'])
  })

  test('points at a wrong address like every other way out, and still advises', async () => {
    const html = await check(await begin(), 'action', {
      ...typed,
      'others.0.name': 'Compétence maison',
      'others.0.url': 'pas une adresse',
    })
    expect(html).toContain('href="#others.0.url"')
    expect(html).toContain('«\u00a0A suivi\u00a0»')
  })
})

describe('live advice', () => {
  test('is the very HTML of the page, part by part, and one sentence to say', async () => {
    const id = await begin()
    const page = await check(id, 'action', typed)
    const { parts, said } = await advise(id, 'action', typed)
    expect(said).toContain('A suivi')
    for (const [part, html] of Object.entries(parts)) {
      if (!page.includes(`id="${part}"`)) continue
      expect(page).toContain(`id="${part}" data-live="true"${part === 'standing' ? ' aria-label' : ''}`)
      if (html !== '') expect(page).toContain(html)
    }
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining(['standing', 'skills', 'action-advice', 'name-advice']),
    )
    expect((await draftOf(world.ctx(), id))?.facts.name).toBe('')
  })

  test('follows each screen and empties what no longer holds', async () => {
    const id = await begin()
    expect((await advise(id, 'action', typed)).parts['action-advice']).toContain('A suivi')
    const better = await advise(id, 'action', { ...typed, action: 'Range ses tâches.', criterion: [] })
    expect(better.parts['action-advice']).toContain('Un acte visible')
    expect(better.parts['criterion.0-advice']).toBe('')
    const checks = await advise(id, 'checks', { assessment: 'none', evidenceRule: 'optional', grid: 'no' })
    expect(checks.parts['assessment-advice']).toContain('Sans évaluation')
    expect(checks.parts['evidenceRule-advice']).toContain('aucune preuve')
    const assessor = await advise(id, 'assessor', { independent: 'yes', role: 'Mme Dupont' })
    expect(assessor.parts['role-advice']).toContain('Un nom change')
  })

  test('says what the would-be badge shows, before anything is saved', async () => {
    const id = await begin()
    const full = { ...typed, action: 'Range ses tâches.', criterion: ['Range avant de commencer'] }
    const { parts } = await advise(id, 'action', full)
    expect(parts['standing']).toContain('Range ses tâches.')
    expect(parts['standing']).toContain('Critères publiés et observables\u00a0: établi')
    expect(parts['standing']).toMatch(/Type d’évaluation <span class="small soft">étape 3/)
  })

  test.each([
    ['nothing', {}],
    ['empty texts', { name: '', action: '', criterion: ['', ''] }],
    ['too much', { name: 'x'.repeat(20_000), action: 'é'.repeat(20_000), criterion: Array(40).fill('y') }],
    ['odd signs', { name: '\ud800', action: '<script>alert(1)</script>', criterion: '\u0000' }],
    ['words of no field', { nature: 'registered', publish: 'yes', skill: ['x', '../..'] }],
  ])('answers calmly to %s', async (_title, fields) => {
    const { parts } = await advise(await begin(), 'action', fields)
    expect(JSON.stringify(parts)).not.toContain('<script')
  })

  test('is for those who may design, with their token', async () => {
    const id = await begin()
    const outsider = await world.person('dehors@ailleurs.example')
    expect((await outsider.post(`${path(id, 'action')}/advice`, typed)).status).toBe(404)
    expect((await world.anonymous.post(`${path(id, 'action')}/advice`, typed)).status).toBe(401)
  })
})

describe('skills found from the words', () => {
  const words = { name: 'Travailler en équipe', action: 'Aide ses collègues et partage les informations.' }

  test('are proposed with their reason, ticked, and stay alignments of the badge', async () => {
    const id = await begin()
    const html = await check(id, 'action', words)
    expect(html).toContain('Compétences trouvées d’après vos mots')
    const choice = /name="skill" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
    expect(choice).not.toBe('')
    const ticked = await check(id, 'action', { ...words, skill: choice })
    expect(ticked).toMatch(new RegExp(`value="${choice}"[^>]* checked`))
    expect((await send(id, 'action', { ...words, skill: choice })).status).toBe(303)
    const facts = (await draftOf(world.ctx(), id))?.facts
    expect(facts?.alignments).toHaveLength(1)
    expect(await (await owner.get(path(id, 'action'))).text()).toMatch(
      new RegExp(`value="${choice}"[^>]* checked`),
    )
    // Saved again as it is shown, it is the same link.
    await send(id, 'action', { ...words, skill: choice })
    expect((await draftOf(world.ctx(), id))?.facts.alignments).toEqual(facts?.alignments)
    // Unticked, it is gone.
    await send(id, 'action', words)
    expect((await draftOf(world.ctx(), id))?.facts.alignments).toEqual([])
  })

  test('one of the sixteen ticked in its list is shown ticked among those found', async () => {
    const html = await check(await begin(), 'action', { ...words, code: '300465' })
    expect(html.match(/esprit d’équipe/g)?.length).toBeGreaterThan(0)
    const id = await begin()
    await send(id, 'action', { ...words, code: '300465' })
    expect((await draftOf(world.ctx(), id))?.facts.alignments).toMatchObject([{ targetCode: '300465' }])
    const saved = await (await owner.get(path(id, 'action'))).text()
    expect(saved).not.toContain('value="300465"')
    expect(saved).toMatch(/name="skill"[^>]* checked/)
  })

  test('an unknown one is ignored', async () => {
    const id = await begin()
    await send(id, 'action', { ...words, skill: ['00000000-0000-4000-8000-000000000000', "'; drop table"] })
    expect((await draftOf(world.ctx(), id))?.facts.alignments).toEqual([])
  })
})

describe('criteria that only say presence', () => {
  test('carry no competency, by page and for programs', async () => {
    const id = await begin()
    await saveDraft(owner.ctx, id, 'action', {
      ...typed,
      action: 'Range ses tâches.',
      criteria: ['A participé à la journée', 'A suivi la formation'],
    })
    await saveDraft(owner.ctx, id, 'checks', {
      assessment: { kind: 'observation', note: '' },
      evidenceRule: 'required',
    })
    await saveDraft(owner.ctx, id, 'assessor', { assessor: { role: 'une encadrante', independent: true } })
    await expect(publishAchievement(owner.ctx, id)).rejects.toMatchObject({ fields: [{ path: 'criteria' }] })
    const program = await publishAsProgram(owner, id)
    expect(program.status).toBe(422)
    expect(program.headers.get('content-type')).toContain('application/problem+json')
    expect(await program.json()).toMatchObject({
      code: 'achievements.facts-missing',
      errors: [{ path: 'criteria', message: expect.stringContaining('critère') }],
      detail: expect.stringContaining('publiez comme'),
    })
    await saveDraft(owner.ctx, id, 'action', { criteria: ['Range avant de commencer'] })
    const accepted = await publishAsProgram(owner, id)
    expect(accepted.status).toBe(201)
    expect(await accepted.json()).toMatchObject({ achievementId: id, version: 1 })
    expect(await publishedVersion(world.ctx(), id)).toMatchObject({ nature: 'competence' })
  })
})

/** Posts as a program in the session of a person: the form's token in a header, JSON asked for. */
async function publishAsProgram(person: Person, id: string): Promise<Response> {
  const page = await person.get(path(id, 'action'))
  const token = /name="form-token" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const cookies = page.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  return world.app.request(`http://insigne.test/achievements/${id}/publish`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      cookie: [person.cookie, ...cookies].join('; '),
      'x-form-token': token,
      origin: 'http://insigne.test',
    },
  })
}
