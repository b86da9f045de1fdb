import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { importRegister } from '../../testing/register.ts'
import { createOrganisation, type Organisation } from '../organisations/index.ts'
import { createAchievement, reviseAchievement, saveDraft } from './actions/design.ts'
import { publishAchievement } from './actions/publish.ts'
import { Facts } from './facts.ts'
import { publishedVersion } from './reads.ts'
import { draftOf } from './store.ts'

let world: World
let owner: Person
let organisation: Organisation
/** Published before the register was loaded. */
let early: string
let earlyUnknown: string

beforeAll(async () => {
  world = await testWorld('achievements-register')
  owner = await world.person('atelier@cardan.example')
  organisation = await createOrganisation(owner.ctx, {
    name: 'Atelier Cardan',
    kind: 'training',
    qualityAssurance: 'Qualiopi',
  })
  early = await registered('5875')
  earlyUnknown = await registered('9999')
})
afterAll(() => world.close())

async function registered(number: string): Promise<string> {
  const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'registered')
  await saveDraft(owner.ctx, achievementId, 'nature', { registration: { register: 'RS', number } })
  await saveDraft(owner.ctx, achievementId, 'action', {
    name: 'Conduire un chariot',
    situation: 'Dans un entrepôt, avec des piétons',
    action: 'Déplace et gerbe des palettes.',
    criteria: ['Contrôle le chariot avant de partir', 'Laisse passer les piétons'],
  })
  await saveDraft(owner.ctx, achievementId, 'checks', {
    assessment: { kind: 'practical-test', note: '' },
    evidenceRule: 'required',
    gridShown: true,
  })
  await saveDraft(owner.ctx, achievementId, 'assessor', {
    assessor: { role: 'un évaluateur du réseau', independent: true },
    identityCheck: 'document',
  })
  return achievementId
}

const image = async (id: string, version: number, kind: 'svg' | 'png') =>
  new Uint8Array(
    await (await world.anonymous.get(`/achievements/${id}/versions/${version}/image.${kind}`)).arrayBuffer(),
  )
const svg = async (id: string, version: number) => new TextDecoder().decode(await image(id, version, 'svg'))
const read = async (path: string, more?: Record<string, string>) =>
  (await world.anonymous.get(path, more)).text()
/** Posts as a program in the session of the owner. */
async function publishAsProgram(id: string): Promise<Response> {
  const page = await owner.get(`/achievements/${id}/edit/nature`)
  const token = /name="form-token" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const cookies = page.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  return world.app.request(`http://insigne.test/achievements/${id}/publish`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      cookie: [owner.cookie, ...cookies].join('; '),
      'x-form-token': token,
      origin: 'http://insigne.test',
    },
  })
}
const typing = (number: string) => ({ nature: 'registered', register: 'RS', number, language: 'fr' })
const advised = async (id: string, number: string) => {
  const answer = await owner.post(`/achievements/${id}/edit/nature/advice`, typing(number))
  const { parts }: { parts: Record<string, string> } = await answer.json()
  return parts
}
const checked = async (id: string, number: string) =>
  (await owner.post(`/achievements/${id}/edit/nature`, { ...typing(number), go: 'check' })).text()

describe('where no register was loaded', () => {
  test('a number is published as declared: the bar stays blank and the page says so', async () => {
    for (const id of [early, earlyUnknown])
      expect(await publishAchievement(owner.ctx, id)).toEqual({ version: 1 })
    expect((await publishedVersion(world.ctx(), early))?.registration).toEqual({
      register: 'RS',
      number: '5875',
    })
    expect(await svg(early, 1)).not.toContain('5875')
    const html = await read(`/achievements/${early}`)
    expect(html).toContain('RS 5875\u00a0: numéro déclaré par l’émetteur, non vérifié')
    expect(html).toContain('https://www.francecompetences.fr/recherche/rs/5875/')
    expect(await read(`/achievements/${early}`, { 'accept-language': 'en' })).toContain(
      'number declared by the issuer, not checked',
    )
  })

  test('the designer says quietly that nobody checked', async () => {
    const id = await registered('5875')
    const { 'number-advice': beside } = await advised(id, '5875')
    expect(beside).toContain('Numéro non vérifié')
    expect(await checked(id, '5875')).toContain('Numéro non vérifié')
  })
})

describe('once the register was loaded', () => {
  let before: Uint8Array
  beforeAll(async () => {
    before = await image(early, 1, 'png')
    await importRegister(world)
  })

  test('an active number is kept as checked, and stands on the bar in page, SVG and PNG', async () => {
    const id = await registered('5875')
    await publishAchievement(owner.ctx, id)
    expect((await publishedVersion(world.ctx(), id))?.registration).toEqual({
      register: 'RS',
      number: '5875',
      checked: '2026-11-23',
    })
    expect(await svg(id, 1)).toMatch(/<text[^>]*>RS 5875<\/text>/)
    expect(await image(id, 1, 'png')).not.toEqual(before)
    const html = await read(`/achievements/${id}`)
    expect(html).toMatch(/<text[^>]*>RS 5875<\/text>/)
    expect(html).toContain(
      'RS 5875\u00a0: «\u00a0Certificat d’essai\u00a0». Certification active dans le répertoire chargé le 23 novembre 2026.',
    )
    // Nothing changed but the day of the register: no new version.
    await reviseAchievement(owner.ctx, id)
    expect((await draftOf(world.ctx(), id))?.facts.registration).not.toHaveProperty('checked')
    await expect(publishAchievement(owner.ctx, id)).rejects.toMatchObject({
      kind: { code: 'achievements.nothing-to-publish' },
    })
  })

  test('a version published before keeps its image; the next one carries the number', async () => {
    expect(await image(early, 1, 'png')).toEqual(before)
    await reviseAchievement(owner.ctx, early)
    expect(await publishAchievement(owner.ctx, early)).toEqual({ version: 2 })
    expect(await image(early, 1, 'png')).toEqual(before)
    expect(await svg(early, 1)).not.toContain('5875')
    expect(await svg(early, 2)).toContain('RS 5875')
    expect(await read(`/achievements/${early}/versions/1`)).toContain(
      'RS 5875, contrôlé dans le répertoire du 23 novembre 2026',
    )
  })

  test('what was published unchecked and is not there is no longer called registered', async () => {
    const html = await read(`/achievements/${earlyUnknown}`)
    expect(html).toContain('RS 9999\u00a0: introuvable dans le répertoire chargé le 23 novembre 2026.')
    expect(html.slice(html.indexOf('<main'), html.indexOf('Les dix faits'))).not.toContain('enregistrée')
    expect(html).toContain('<b>Certification du réseau</b>')
  })

  for (const { number, code, says } of [
    { number: '9999', code: 'not-found', says: 'RS 9999 est introuvable dans le répertoire chargé le' },
    { number: '181', code: 'inactive', says: 'RS 181 est inactive dans le répertoire chargé le' },
  ]) {
    test(`a number that is ${code} is refused, to people and to programs, with the way out`, async () => {
      const id = await registered(number)
      const preview = await (await owner.get(`/achievements/${id}/edit/preview`)).text()
      expect(preview).toContain(says)
      expect(preview).toContain('Publier comme Certification')
      const page = await owner.post(`/achievements/${id}/publish`, {})
      expect(page.status).toBe(422)
      expect(await page.text()).toContain(says)
      const program = await publishAsProgram(id)
      expect(program.status).toBe(422)
      expect(program.headers.get('content-type')).toContain('application/problem+json')
      expect(await program.json()).toMatchObject({
        code: `achievements.registration-${code}`,
        errors: [{ path: 'registration' }],
        detail: expect.stringContaining('publiez comme Certification du réseau'),
      })
      await expect(publishAchievement(owner.ctx, id)).rejects.toMatchObject({
        kind: { code: `achievements.registration-${code}`, status: 422 },
        fields: [{ path: 'registration' }],
      })
      expect(await publishedVersion(world.ctx(), id)).toBeUndefined()
      expect((await owner.post(`/achievements/${id}/publish`, { as: 'certification' })).status).toBe(303)
      expect(await publishedVersion(world.ctx(), id)).toMatchObject({
        nature: 'certification',
        registration: null,
      })
      expect(await svg(id, 1)).not.toContain(number)
    })
  }

  test('the designer says live and on asking which of the cases holds', async () => {
    const id = await registered('5875')
    const found = await advised(id, 'RS 05875')
    expect(found['number-advice']).toContain('Trouvé\u00a0: «\u00a0Certificat d’essai\u00a0»')
    expect(found['standing']).toContain('RS 5875')
    expect((await advised(id, '9999'))['number-advice']).toContain('RS 9999 est introuvable')
    expect((await advised(id, '181'))['number-advice']).toContain('Certification inactive')
    expect(await checked(id, '9999')).toContain('Vérifiez le numéro, ou choisissez Certification du réseau.')
    expect(await checked(id, '5875')).toContain('Trouvé\u00a0: «\u00a0Certificat d’essai\u00a0»')
    // The number is only asked of a registered certification.
    const other = { ...typing('9999'), nature: 'certification' }
    const answer = await owner.post(`/achievements/${id}/edit/nature/advice`, other)
    expect(await answer.text()).not.toContain('introuvable')
  })
})

test('facts of before the check are read as they were, and a day is a day', async () => {
  const facts = (await draftOf(world.ctx(), await registered('5875')))?.facts
  expect(Facts.parse(facts).registration).toEqual({ register: 'RS', number: '5875' })
  const wrong = { ...facts, registration: { register: 'RS', number: '5875', checked: 'hier' } }
  expect(Facts.safeParse(wrong).success).toBe(false)
})
