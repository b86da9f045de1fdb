import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { addMember, createOrganisation, type Organisation } from '../organisations/index.ts'
import { createAchievement, saveDraft } from './actions/design.ts'
import { publishAchievement } from './actions/publish.ts'
import { mainSteps, steps } from './facts.ts'
import { publishedVersion } from './reads.ts'
import { draftOf } from './store.ts'

let world: World
let owner: Person
let viewer: Person
let awarder: Person
let outsider: Person
let organisation: Organisation
/** Published twice. */
let published: string

const place = '/organisations/atelier-cardan'
const typed = {
  name: 'Organiser son travail',
  situation: 'En atelier, quand l’ordre change',
  action: 'Range ses tâches et prévient d’un retard.',
  criterion: ['Range avant de commencer', '', 'Prévient d’un retard'],
  description: '',
}

beforeAll(async () => {
  world = await testWorld('achievement-pages')
  owner = await world.person('atelier@cardan.example')
  organisation = await createOrganisation(owner.ctx, {
    name: 'Atelier Cardan',
    kind: 'training',
    city: 'Caen',
    description: 'Répare des vélos.',
  })
  for (const role of ['viewer', 'awarder'] as const)
    await addMember(owner.ctx, {
      organisationId: organisation.id,
      address: `${role}@cardan.example`,
      role,
    })
  viewer = await world.person('viewer@cardan.example')
  awarder = await world.person('awarder@cardan.example')
  outsider = await world.person('dehors@ailleurs.example')
  const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'realisation')
  published = achievementId
  await saveDraft(owner.ctx, published, 'action', { name: 'Réparer un vélo', action: 'Change une roue.' })
  await publishAchievement(owner.ctx, published)
  await saveDraft(owner.ctx, published, 'action', { criteria: ['La roue tourne', 'Le frein serre'] })
  await saveDraft(owner.ctx, published, 'look', { illustrative: true })
  await publishAchievement(owner.ctx, published)
})
afterAll(() => world.close())

const begin = async (nature: string): Promise<string> => {
  const sent = await owner.post(`${place}/achievements/new`, { nature, language: 'fr' })
  return /^\/achievements\/([0-9a-f-]{36})\/edit\/action$/.exec(sent.headers.get('location') ?? '')?.[1] ?? ''
}

describe('the designer', () => {
  test('goes from nothing to a published badge in six screens', async () => {
    expect(mainSteps).toHaveLength(6)
    expect(await (await owner.get(`${place}/achievements/new`)).text()).toContain('Que veut dire ce badge')
    const id = await begin('competence')
    const answers = {
      action: { ...typed, code: '300483' },
      checks: { assessment: 'observation', note: 'trois fois', evidenceRule: 'required', grid: 'yes' },
      assessor: { independent: 'yes', role: 'Une encadrante', identityCheck: 'known-person' },
      look: { symbol: 'gear', colours: 'garance', ringText: 'Cardan' },
    }
    const next = { action: 'checks', checks: 'assessor', assessor: 'look', look: 'preview' }
    for (const step of ['action', 'checks', 'assessor', 'look'] as const) {
      expect((await owner.get(`/achievements/${id}/edit/${step}`)).status).toBe(200)
      const sent = await owner.post(`/achievements/${id}/edit/${step}`, { ...answers[step], go: 'next' })
      expect(sent.headers.get('location')).toBe(`/achievements/${id}/edit/${next[step]}`)
    }
    const preview = await (await owner.get(`/achievements/${id}/edit/preview`)).text()
    for (const text of [typed.name, typed.action, 'Prévient d’un retard', 'Publier', 'Atelier Cardan'])
      expect(preview).toContain(text)
    expect(preview).toContain('Observation en situation, trois fois, par une encadrante')
    const sent = await owner.post(`/achievements/${id}/publish`, {})
    expect(sent.headers.get('location')).toBe(`/achievements/${id}`)
    expect(await publishedVersion(world.ctx(), id)).toMatchObject({
      nature: 'competence',
      criteria: ['Range avant de commencer', 'Prévient d’un retard'],
      assessment: { kind: 'observation', note: 'trois fois' },
      assessor: { role: 'Une encadrante', independent: true },
      alignments: [{ targetCode: '300483' }],
      look: { symbol: 'gear', colours: 'garance', ringText: 'Cardan' },
    })
  })

  test('keeps what was typed whichever way a screen is left', async () => {
    const id = await begin('realisation')
    for (const [go, leads] of [
      ['back', 'nature'],
      ['look', 'look'],
      ['action', 'action'],
      ['nonsense', 'checks'],
    ]) {
      const sent = await owner.post(`/achievements/${id}/edit/action`, {
        ...typed,
        name: `Vers ${go}`,
        go: go ?? '',
      })
      expect(sent.headers.get('location')).toBe(`/achievements/${id}/edit/${leads}`)
      expect((await draftOf(world.ctx(), id))?.facts.name).toBe(`Vers ${go}`)
    }
    const again = await (await owner.get(`/achievements/${id}/edit/action`)).text()
    expect(again).toContain('value="Range avant de commencer"')
    expect(again).toContain('Enregistré à')
  })

  test('asks for the least before going on, never before going back', async () => {
    const id = await begin('participation')
    const empty = { ...typed, name: '', action: '' }
    const on = await owner.post(`/achievements/${id}/edit/action`, { ...empty, go: 'next' })
    const html = await on.text()
    expect(on.status).toBe(422)
    expect(html).toContain('href="#name"')
    expect(html).toContain('href="#action"')
    expect(html).toContain(typed.situation)
    const back = await owner.post(`/achievements/${id}/edit/action`, { ...empty, go: 'back' })
    expect(back.status).toBe(303)
  })

  test('gives back a wrong address with what stands around it', async () => {
    const id = await begin('participation')
    const sent = await owner.post(`/achievements/${id}/edit/action`, {
      ...typed,
      'others.0.name': 'Compétence maison',
      'others.0.url': 'javascript:alert(1)',
      go: 'next',
    })
    const html = await sent.text()
    expect(sent.status).toBe(422)
    expect(html).toContain('href="#others.0.url"')
    expect(html).toContain('value="Compétence maison"')
    const fixed = await owner.post(`/achievements/${id}/edit/action`, {
      ...typed,
      'others.0.name': 'Compétence maison',
      'others.0.url': 'https://cardan.example/grille',
      go: 'next',
    })
    expect(fixed.status).toBe(303)
    expect((await draftOf(world.ctx(), id))?.facts.alignments).toEqual([
      { targetName: 'Compétence maison', targetUrl: 'https://cardan.example/grille', targetFramework: '' },
    ])
  })

  test.each([
    [{ register: 'RS', number: 'RS 5875' }, 303],
    [{ register: '', number: '5875' }, 422],
    [{ register: 'RNCP', number: 'trente' }, 422],
    [{ register: 'RNCP', number: '' }, 422],
  ])('reads a register number: %j answers %i', async (fields, status) => {
    const id = await begin('registered')
    const sent = await owner.post(`/achievements/${id}/edit/nature`, {
      nature: 'registered',
      language: 'fr',
      ...fields,
    })
    expect(sent.status).toBe(status)
    if (status === 303)
      expect((await draftOf(world.ctx(), id))?.facts.registration).toEqual({ register: 'RS', number: '5875' })
  })

  test('refuses a competency without its facts, names them, and offers what they show', async () => {
    const id = await begin('competence')
    await owner.post(`/achievements/${id}/edit/action`, { ...typed, situation: '', go: 'next' })
    const preview = await (await owner.get(`/achievements/${id}/edit/preview`)).text()
    expect(preview).toContain('Ce badge ne peut pas encore dire')
    for (const sentence of [
      'Dites dans quelle situation',
      'Dites comment la personne est évaluée',
      'Dites qui évalue',
    ])
      expect(preview).toContain(sentence)
    expect(preview).toContain('Publier comme Réalisation')
    expect(preview).toContain('Publier comme Participation')
    expect(preview).toContain(`href="/achievements/${id}/edit/assessor"`)
    // To complete is the main button, and leads where the first fact is missing.
    expect(preview).toContain(`<a class="btn" href="/achievements/${id}/edit/action">Compléter</a>`)
    expect(preview).not.toContain('<button class="btn" type="submit" name="as"')

    const refused = await owner.post(`/achievements/${id}/publish`, {})
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Il manque')
    expect(await publishedVersion(world.ctx(), id)).toBeUndefined()

    const accepted = await owner.post(`/achievements/${id}/publish`, { as: 'realisation' })
    expect(accepted.status).toBe(303)
    expect((await publishedVersion(world.ctx(), id))?.nature).toBe('realisation')
  })

  test('says which criterion judges the person, and refuses nothing for it', async () => {
    const id = await begin('competence')
    const criterion = ['Range avant de commencer', 'Est motivée et sérieuse']
    const sent = await owner.post(`/achievements/${id}/edit/action`, { ...typed, criterion, go: 'action' })
    expect(sent.status).toBe(303)
    const html = await (await owner.get(`/achievements/${id}/edit/action`)).text()
    expect(html).toContain('«\u00a0motivée\u00a0» juge la personne')
    expect(html).toContain('Arrive en ayant lu la fiche du jour')
  })

  test('asks once more before a draft is lost', async () => {
    const id = await begin('participation')
    expect(await (await owner.get(`/achievements/${id}/drop`)).text()).toContain('Supprimer ce brouillon')
    const sent = await owner.post(`/achievements/${id}/drop`, {})
    expect(sent.headers.get('location')).toBe(`${place}/achievements`)
    expect((await owner.get(`/achievements/${id}/edit/nature`)).status).toBe(404)
  })
})

describe('the public page', () => {
  test('answers anybody: what, who, how, on what criteria', async () => {
    const html = await (await world.anonymous.get(`/achievements/${published}`)).text()
    for (const text of [
      'Réparer un vélo',
      'Réalisation',
      'Change une roue.',
      'La roue tourne',
      'Atelier Cardan',
    ])
      expect(html).toContain(text)
    expect(html).toContain('Exemple illustratif')
    expect(html).toContain('non renseigné')
    expect(html).toContain(`rel="canonical" href="http://insigne.test/achievements/${published}/versions/2"`)
    expect(html).not.toContain('Une version plus récente existe')
    expect(html).not.toContain(`/achievements/${published}/award`)
  })

  test('of an older version says so, and what changed', async () => {
    const html = await (await world.anonymous.get(`/achievements/${published}/versions/1`)).text()
    expect(html).toContain('Une version plus récente existe')
    for (const line of ['La roue tourne', 'Le frein serre']) expect(html).toContain(`Ajouté</span> ${line}`)
    expect(html).toContain(`href="/achievements/${published}"`)
  })

  test('gives each member their verbs', async () => {
    const path = `/achievements/${published}`
    const [forOwner, forAwarder, forViewer] = await Promise.all(
      [owner, awarder, viewer].map(async (person) => (await person.get(path)).text()),
    )
    expect(forOwner).toContain(`${path}/award`)
    expect(forOwner).toContain(`${path}/edit`)
    expect(forAwarder).toContain(`${path}/award`)
    expect(forAwarder).not.toContain(`${path}/edit`)
    expect(forViewer).not.toContain(`${path}/award`)
  })

  test.each(['versions/3', 'versions/0', 'versions/1.5', 'versions/x', 'versions/3/image.svg'])(
    'does not exist at %s',
    async (rest) => {
      expect((await world.anonymous.get(`/achievements/${published}/${rest}`)).status).toBe(404)
    },
  )

  test('is data for programs, at the address that the data names', async () => {
    for (const accept of ['application/ld+json', 'application/json']) {
      const answer = await world.anonymous.get(`/achievements/${published}`, { accept })
      expect(answer.headers.get('content-type')).toContain(accept)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      const body: unknown = await answer.json()
      expect(body).toMatchObject({
        '@context': ['https://www.w3.org/ns/credentials/v2', expect.stringContaining('/ob/v3p0/')],
        id: `http://insigne.test/achievements/${published}/versions/2`,
        type: ['Achievement'],
        achievementType: 'ext:Realisation',
      })
    }
    const missing = await world.anonymous.get('/achievements/nulle-part', { accept: 'application/json' })
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-type')).toContain('application/problem+json')
  })

  test('has a mark in both forms, kept for ever', async () => {
    const base = `/achievements/${published}/versions/2/image`
    const svg = await world.anonymous.get(`${base}.svg`)
    expect(svg.headers.get('content-type')).toBe('image/svg+xml')
    expect(svg.headers.get('cache-control')).toContain('immutable')
    expect(await svg.text()).toMatch(/^<svg .*Réparer un vélo/s)
    const png = await world.anonymous.get(`${base}.png`)
    expect(png.headers.get('content-type')).toBe('image/png')
    expect((await png.arrayBuffer()).byteLength).toBeGreaterThan(1000)
  })
})

describe('the organisation', () => {
  test('has a page for everybody with what it publishes', async () => {
    const html = await (await world.anonymous.get(place)).text()
    for (const text of ['Atelier Cardan', 'Répare des vélos.', 'Réparer un vélo', 'Caen', organisation.did])
      expect(html).toContain(text)
    expect(html).not.toContain(`${place}/manage`)
    expect((await world.anonymous.get('/organisations/nulle-part')).status).toBe(404)
  })

  test('has its profile as data', async () => {
    const answer = await world.anonymous.get(place, { accept: 'application/ld+json' })
    expect(await answer.json()).toMatchObject({
      '@context': expect.any(Array),
      id: organisation.did,
      type: ['Profile'],
      name: 'Atelier Cardan',
    })
  })

  test('has a home for its staff', async () => {
    const html = await (await viewer.get(`${place}/manage`)).text()
    expect(html).toContain('Votre rôle\u00a0: Lecture')
    expect(html).toContain('Modèles de badge')
    expect(html).not.toContain('Nouveau modèle')
    expect(await (await viewer.get(`${place}/achievements`)).text()).toContain('Réparer un vélo')
    expect(await (await owner.get(`${place}/achievements`)).text()).toContain('Nouveau modèle')
  })
})

describe('who may open which page', () => {
  const pages = [
    { path: `${place}/manage`, method: 'get', viewer: 200, awarder: 200 },
    { path: `${place}/achievements`, method: 'get', viewer: 200, awarder: 200 },
    { path: `${place}/achievements/new`, method: 'get', viewer: 403, awarder: 403 },
    { path: `${place}/achievements/new`, method: 'post', viewer: 403, awarder: 403 },
    ...steps.flatMap((step) =>
      (['get', 'post'] as const).map((method) => ({
        path: `/achievements/ID/edit/${step}`,
        method,
        viewer: 403,
        awarder: 403,
      })),
    ),
    { path: '/achievements/ID/publish', method: 'post', viewer: 403, awarder: 403 },
    { path: '/achievements/ID/drop', method: 'get', viewer: 403, awarder: 403 },
    { path: '/achievements/ID/drop', method: 'post', viewer: 403, awarder: 403 },
  ] as const
  test.each(pages)(
    '$method $path: 404 outside, $viewer for a reader, $awarder for an awarder',
    async (one) => {
      const path = one.path.replace('ID', published)
      const ask = async (person: Pick<Person, 'get' | 'post'>) =>
        (await (one.method === 'get' ? person.get(path) : person.post(path, {}))).status
      expect(await ask(outsider)).toBe(404)
      expect(await ask(viewer)).toBe(one.viewer)
      expect(await ask(awarder)).toBe(one.awarder)
      expect(await ask(world.anonymous)).toBe(one.method === 'get' ? 303 : 401)
    },
  )
})

test('a typed text is shown as text, everywhere', async () => {
  const id = await begin('realisation')
  const evil = '<script>alert(1)</script>'
  await owner.post(`/achievements/${id}/edit/action`, { ...typed, name: evil, action: evil, criterion: evil })
  await owner.post(`/achievements/${id}/publish`, {})
  for (const path of [
    `/achievements/${id}`,
    `/achievements/${id}/edit/action`,
    `/achievements/${id}/edit/preview`,
    place,
    `${place}/achievements`,
    `/achievements/${id}/versions/1/image.svg`,
  ]) {
    const html = await (await owner.get(path)).text()
    expect(html).not.toContain(evil)
    expect(html).toContain('&lt;script')
  }
})
