import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testOrigin, testWorld, type World } from '../../testing/index.ts'
import { createOrganisation } from '../organisations/index.ts'
import { frameworkBySlug, listFrameworks, loadShipped } from './index.ts'
import { treePage } from './reads.ts'

let world: World
let operator: Person
let owner: Person

beforeAll(async () => {
  world = await testWorld('frameworks-pages')
  await loadShipped(world.ctx())
  operator = await world.person('serveur@instance.example', { operator: true, name: 'Responsable' })
  await sql`update accounts set operator = true where id = ${operator.accountId}`.execute(world.ctx().db)
  owner = await world.person('owner@reseau.example', { name: 'Hélène Baron' })
  await createOrganisation(owner.ctx, { name: 'Réseau des essais', kind: 'training' })
})
afterAll(() => world.close())

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
const read = async (path: string, who: Pick<Person, 'get'> = world.anonymous) => {
  const response = await who.get(path)
  expect(response.status).toBe(200)
  return plain(await response.text())
}
const csv = (text: string, name = 'gestes.csv') => new File([text], name, { type: 'text/csv' })

async function send(who: Person, path: string, fields: Record<string, string | File>) {
  const response = await who.post(path, fields)
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

describe('frameworks as everybody reads them', () => {
  test('the list names source and licence of each, and says where none is known', async () => {
    const page = await read('/frameworks')
    for (const words of ['CC BY 4.0', 'Licence Ouverte 2.0', 'www.data.gouv.fr', 'non renseignée', 'CléA'])
      expect(page).toContain(words)
    expect(page).not.toContain('Importer un référentiel')
    expect(await read('/frameworks?lang=en')).toContain('Shipped with Insigne')
  })

  test('a search says why each skill is there, and finds a word with a slip', async () => {
    expect(await read('/frameworks?q=garde+son+calme')).toContain(
      'Faire preuve de contrôle de soi ROME 4.0, savoir-être professionnels (France Travail) «\u00a0garde\u00a0», «\u00a0calme\u00a0»'.replaceAll(
        '\u00a0',
        ' ',
      ),
    )
    expect(await read('/frameworks?q=reactiivté')).toContain('Orthographe proche.')
    expect(await read('/frameworks?q=xyzzy')).toContain('Aucun résultat')
    expect(await read(`/frameworks?q=${encodeURIComponent("'; drop table skills; --")}`)).toBeTruthy()
  })

  test('a framework is read level by level, its items with what stands near them', async () => {
    expect(await read('/frameworks/esco-transversal')).toContain('T4.3 · 1 élément dessous')
    const esco = await frameworkBySlug(world.ctx(), 'esco-transversal')
    const { lines } = await treePage(world.ctx(), esco?.id ?? '', null, 1)
    const team = lines.find((one) => one.code === 'T4.3')
    const inside = await treePage(world.ctx(), esco?.id ?? '', team?.id ?? '', 1)
    expect(inside.lines.map((one) => one.labels['fr'])).toEqual(['travailler en équipe'])
    const page = await read(`/frameworks/esco-transversal?in=${inside.lines[0]?.id}`)
    expect(page).toContain('Proche de Avoir l’esprit d’équipe')
    expect(page).toContain('selon la table d’Insigne')
    for (const path of [
      '/frameworks/nulle-part',
      '/frameworks/rectec?in=nothing',
      `/frameworks/rectec?in=${team?.id}`,
    ])
      expect((await world.anonymous.get(path)).status).toBe(404)
  })
})

describe('suggestions as JSON', () => {
  test('carry the alignment to write and the reason', async () => {
    const response = await world.anonymous.get('/api/skills?q=travailler+en+%C3%A9quipe&lang=fr&limit=5')
    expect(response.status).toBe(200)
    const body = await response.json()
    expect(body).toMatchObject({ language: 'fr' })
    expect(body.skills).toHaveLength(5)
    const rome = body.skills.find((one: { code: string }) => one.code === '300465')
    expect(rome).toMatchObject({
      label: 'Avoir l’esprit d’équipe',
      alignment: { targetCode: '300465' },
      reason: { sentence: expect.stringContaining('équipe') },
    })
    expect(JSON.stringify(body)).not.toMatch(/score|rank/)
  })

  test('an empty question is refused with a problem, odd parameters are not obeyed', async () => {
    const empty = await world.anonymous.get('/api/skills?q=+')
    expect(empty.status).toBe(422)
    expect(empty.headers.get('content-type')).toContain('application/problem+json')
    expect(await empty.json()).toMatchObject({ code: 'frameworks.text-missing', status: 422 })
    const odd = await world.anonymous.get('/api/skills?q=calme&limit=100000&lang=xx&framework=nothing')
    expect(await odd.json()).toMatchObject({ skills: [] })
  })

  test('too many in a minute are refused, for that visitor alone', async () => {
    const ask = (address: string) =>
      world.app.request(
        `${testOrigin}/api/skills?q=x`,
        {},
        {
          incoming: { socket: { remoteAddress: address } },
        },
      )
    let last = 200
    for (let n = 0; n < 260 && last === 200; n += 1) last = (await ask('2001:db8:7::1')).status
    expect(last).toBe(429)
    expect((await ask('2001:db8:8::1')).status).toBe(200)
  })
})

describe('an import, page by page', () => {
  test('sent, followed, kept as a receipt that adds up, then nothing changes', async () => {
    const fields = { name: 'Gestes', licence: 'Licence d’essai', source: 'https://x.example/gestes' }
    const form = await read('/frameworks/import', operator)
    expect(form).toContain('Jusqu’à 40 Mo')
    const list = 'code;libellé;parent\nA;Souder;\nB;Meuler;A\nB;Meuler;A\nC;Peindre;Z\n'
    const path = await send(operator, '/frameworks/import', { ...fields, file: csv(list) })
    const waiting = await operator.get(path)
    expect(await waiting.text()).toContain('http-equiv="refresh"')
    expect(await (await operator.get(`${path}/progress`)).json()).toEqual({
      done: 0,
      total: 0,
      finished: false,
    })
    await world.drainJobs()
    expect(await (await operator.get(`${path}/progress`)).json()).toMatchObject({ done: 2, finished: true })
    const receipt = await read(path, operator)
    expect(receipt).toContain('Importé par Responsable')
    expect(receipt).toContain('Ajoutés 2 Modifiés 0 Inchangés 0 Refusés 2 Éléments lus 4')
    expect(receipt).toContain('Ligne 4 code Déjà lu plus haut : B (3). Gardez une seule ligne.')
    expect(receipt).toContain('Le parent « Z » n’est pas dans le fichier.')
    const again = await send(operator, '/frameworks/import', { ...fields, file: csv(list) })
    await world.drainJobs()
    expect(await read(again, operator)).toContain('Rien n’a changé')
    expect(await read('/frameworks/gestes')).toContain('Licence d’essai')
    expect(await read('/frameworks')).toContain('Gestes')
  })

  test('a file that cannot be read says what it is and what to do, in both languages', async () => {
    const path = await send(operator, '/frameworks/import', {
      file: new File([Buffer.from('PK\u0003\u0004aaaa')], 'esco.zip'),
    })
    await world.drainJobs()
    expect(await read(path, operator)).toContain('C’est une archive. Décompressez-la')
    expect(await read(`${path}?lang=en`, operator)).toContain('This is an archive. Unpack it')
  })

  test('no file, a bad address, a file too large: said in the form, nothing typed is lost', async () => {
    const none = await operator.post('/frameworks/import', { name: 'Un nom', source: 'ici' })
    expect(none.status).toBe(422)
    const html = await none.text()
    expect(plain(html)).toContain('Écrivez une adresse complète')
    expect(html).toContain('value="Un nom"')
    const empty = await operator.post('/frameworks/import', { name: 'Un nom' })
    expect(plain(await empty.text())).toContain('Choisissez un fichier sur votre appareil.')
    const before = (await world.countRows())['framework_imports']
    const large = await operator.post('/frameworks/import', {
      file: new File([new Uint8Array(41 * 1024 * 1024)], 'grand.csv'),
    })
    expect(large.status).toBe(422)
    expect(plain(await large.text())).toContain('Ce fichier pèse plus de 40 Mo.')
    const huge = await operator.post('/frameworks/import', {
      file: new File([new Uint8Array(50 * 1024 * 1024)], 'immense.csv'),
    })
    expect(huge.status).toBe(413)
    expect((await world.countRows())['framework_imports']).toBe(before)
  })

  test('an organisation has its own frameworks, which nobody else may touch', async () => {
    const place = '/organisations/reseau-des-essais/frameworks'
    expect(await read('/frameworks', owner)).toContain('Importer un référentiel pour Réseau des essais')
    const path = await send(owner, place, { name: 'Nos gestes', file: csv('libelle\nAccueillir\n') })
    await world.drainJobs()
    expect(await read(path, owner)).toContain('Ajoutés 1')
    expect((await operator.get(path)).status).toBe(404)
    expect((await operator.get(place)).status).toBe(404)
    expect((await owner.get('/frameworks/import')).status).toBe(403)
    const own = (await listFrameworks(world.ctx())).find((one) => one.name.fr === 'Nos gestes')
    expect(own?.ownerId).not.toBeNull()
    expect(await read(`/frameworks/${own?.slug}`)).toContain('Apporté par Réseau des essais')
    const stolen = await operator.post('/frameworks/import', {
      framework: own?.id ?? '',
      file: csv('libelle\nx\n'),
    })
    expect(stolen.status).toBe(422)
  })
})
