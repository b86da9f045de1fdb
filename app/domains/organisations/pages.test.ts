import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { ensureTerritory } from '../territories/index.ts'
import { createOrganisation } from './actions/create-organisation.ts'
import { addMember } from './actions/keep-members.ts'
import { organisationBySlug } from './store.ts'

let world: World
let owner: Person
let viewer: Person
let outsider: Person
const home = '/organisations/le-moulin/manage'

beforeAll(async () => {
  world = await testWorld('organisation-pages')
  owner = await world.person('meuniere@moulin.example', { name: 'Rose Meunier' })
  outsider = await world.person('passant@ailleurs.example')
  const { id } = await createOrganisation(owner.ctx, { name: 'Le Moulin', kind: 'company' })
  await addMember(owner.ctx, { organisationId: id, address: 'lectrice@moulin.example', role: 'viewer' })
  viewer = await world.person('lectrice@moulin.example')
})
afterAll(() => world.close())

const pages = [
  { path: `${home}/profile`, method: 'get', viewer: 403 },
  { path: `${home}/profile`, method: 'post', viewer: 403 },
  { path: `${home}/members`, method: 'get', viewer: 200 },
  { path: `${home}/members`, method: 'post', viewer: 403 },
  { path: `${home}/members/role`, method: 'post', viewer: 403 },
  { path: `${home}/members/remove`, method: 'post', viewer: 422 },
] as const

describe('who may open which page', () => {
  test.each(pages)(
    '$method $path: 404 outside, $viewer for a reader',
    async ({ path, method, ...answer }) => {
      const ask = (one: Pick<Person, 'get' | 'post'>) =>
        method === 'get' ? one.get(path) : one.post(path, {})
      expect((await ask(outsider)).status).toBe(404)
      expect((await ask(viewer)).status).toBe(answer.viewer)
      expect((await ask(world.anonymous)).status).toBe(method === 'get' ? 303 : 401)
    },
  )
})

describe('opening an organisation by its page', () => {
  test('asks to sign in, then leads to the new home', async () => {
    const away = await world.anonymous.get('/organisations/new')
    expect(away.headers.get('location')).toBe('/sign-in?next=%2Forganisations%2Fnew')
    expect(await (await owner.get('/organisations/new')).text()).toContain('Inscrire une structure')
    const territory = await ensureTerritory(world.ctx(), {
      slug: 'normandie',
      name: 'Normandie',
      kind: 'region',
      demo: false,
    })
    const sent = await owner.post('/organisations/new', {
      name: 'Le Petit Moulin',
      kind: 'training',
      url: 'https://moulin.example',
      email: '',
      territoryId: territory.id,
    })
    expect(sent.headers.get('location')).toBe('/organisations/le-petit-moulin/manage')
    expect(await organisationBySlug(world.ctx(), 'le-petit-moulin')).toMatchObject({
      territoryId: territory.id,
      url: 'https://moulin.example',
      email: null,
    })
  })

  test('gives back what was typed, with every fault beside its field', async () => {
    const sent = await owner.post('/organisations/new', {
      name: 'Chez <b>Nous</b>',
      kind: '',
      url: 'javascript:alert(1)',
      email: 'pas une adresse',
      description: 'Une maison.',
    })
    const html = await sent.text()
    expect(sent.status).toBe(422)
    expect(html).toContain('value="Chez &lt;b>Nous&lt;/b>"')
    expect(html).toContain('Une maison.')
    for (const field of ['kind', 'url', 'email']) expect(html).toContain(`href="#${field}"`)
    expect(html).toContain('qui commence par https://')
  })

  test('names the field whose name cannot be an address', async () => {
    const sent = await owner.post('/organisations/new', { name: 'Manage', kind: 'company' })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('Essayez un nom plus précis')
  })
})

describe('keeping it', () => {
  test('the profile is shown as saved, edited, and told to be saved', async () => {
    const form = await (await owner.get(`${home}/profile`)).text()
    expect(form).toContain('value="Le Moulin"')
    const sent = await owner.post(`${home}/profile`, { name: 'Le Moulin', kind: 'company', city: 'Dijon' })
    expect(sent.headers.get('location')).toBe(home)
    expect((await organisationBySlug(world.ctx(), 'le-moulin'))?.city).toBe('Dijon')
  })

  test('the members page shows people, roles, and forms only to who may change them', async () => {
    const full = await (await owner.get(`${home}/members`)).text()
    expect(full).toContain('Rose Meunier')
    expect(full).toContain('lectrice@moulin.example')
    expect(full).toContain('Inviter une personne')
    const read = await (await viewer.get(`${home}/members`)).text()
    expect(read).toContain('Rose Meunier')
    expect(read).not.toContain('Inviter une personne')
    expect(read).not.toContain('meuniere@moulin.example')
  })

  test('inviting with a wrong address gives it back; a good one invites', async () => {
    const wrong = await owner.post(`${home}/members`, { address: 'camille@', role: 'awarder' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="camille@"')
    const right = await owner.post(`${home}/members`, {
      address: 'camille@moulin.example',
      role: 'awarder',
    })
    expect(right.status).toBe(303)
    expect(await (await owner.get(`${home}/members`)).text()).toContain('camille@moulin.example')
  })

  test('the only owner who leaves is told to name another first', async () => {
    const sent = await owner.post(`${home}/members/remove`, { account: owner.accountId })
    expect(sent.status).toBe(409)
    expect(await sent.text()).toContain('Nommez-en une autre avant')
  })

  test('a reader who leaves comes back to their own space', async () => {
    const sent = await viewer.post(`${home}/members/remove`, { account: viewer.accountId })
    expect(sent.headers.get('location')).toBe('/space')
    expect((await viewer.get(`${home}/members`)).status).toBe(404)
  })
})
