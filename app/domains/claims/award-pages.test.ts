import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../infra/ids.ts'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { createAchievement, publishAchievement, saveDraft } from '../achievements/index.ts'
import { addMember, createOrganisation, type Organisation } from '../organisations/index.ts'
import { neutral } from './export-rows.ts'
import { batchById, countRows } from './index.ts'
import { rowsOf } from './store.ts'

let world: World
let owner: Person
let organisation: Organisation

beforeAll(async () => {
  world = await testWorld('claims-pages')
  owner = await world.person('helene@exemple.fr', { name: 'Hélène Baron' })
  organisation = await createOrganisation(owner.ctx, { name: 'Atelier Cardan', kind: 'training' })
})
afterAll(() => world?.close())

async function published(): Promise<string> {
  const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'participation')
  await saveDraft(owner.ctx, achievementId, 'action', {
    name: 'Journée des métiers',
    action: 'A suivi les trois ateliers de la journée des métiers.',
  })
  await publishAchievement(owner.ctx, achievementId)
  return achievementId
}

const idOf = (response: Response) =>
  /^\/awards\/([0-9a-f-]{36})$/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
const text = async (path: string, who: Pick<Person, 'get'> = owner) => (await who.get(path)).text()

async function send(list: string): Promise<{ achievementId: string; id: string }> {
  const achievementId = await published()
  const response = await owner.post(`/achievements/${achievementId}/award`, { kind: 'paste', list })
  expect(response.status).toBe(303)
  return { achievementId, id: idOf(response) }
}

describe('a cohort, page by page', () => {
  test('paste, see every row and every fault, correct in place, award, follow, keep the receipt', async () => {
    const { id, achievementId } = await send(
      'Nom;Prénom;E-mail\nDupont;Maëlle;maelle@exemple.fr\nLe Goff;Yann;yann@laposte\nBaron;Luc;\n;;x@exemple.fr',
    )
    const preview = await text(`/awards/${id}`)
    expect(preview).toContain('Rien n’est encore remis')
    expect(preview).toContain('Remettre les 2 badges prêts')
    expect(preview).toContain('Ligne 3 · Yann Le Goff')
    expect(preview).toContain('yann@laposte\u00a0»\u00a0: il manque la fin')
    expect(preview).toContain('Le nom est vide.')
    expect(preview).toContain('maelle@exemple.fr')

    const [yann, empty] = await rowsOf(owner.ctx, id, { states: ['faulty'] })
    const corrected = await owner.post(`/awards/${id}/correct`, {
      [`cell.${yann?.id}.address`]: 'yann@laposte.net',
      [`cell.${empty?.id}.name`]: '',
      'cell.not-a-row.address': 'x',
      page: '1',
    })
    expect(corrected.status).toBe(303)
    expect(await countRows(owner.ctx, id)).toMatchObject({ ready: 3, faulty: 1 })

    const confirmed = await Promise.all([1, 2].map(() => owner.post(`/awards/${id}/confirm`, {})))
    expect(confirmed.map((response) => response.headers.get('location'))).toEqual([
      `/awards/${id}`,
      `/awards/${id}`,
    ])
    const progress = await owner.get(`/awards/${id}/progress`)
    expect(await progress.json()).toMatchObject({
      done: 0,
      total: 3,
      finished: false,
      counts: { read: 4, faulty: 1 },
    })
    const following = await text(`/awards/${id}`)
    expect(following).toMatch(/<progress max="3" value="0"/)
    expect(following).toContain('http-equiv="refresh"')

    await world.drainJobs()
    expect(await (await owner.get(`/awards/${id}/progress`)).json()).toMatchObject({
      done: 3,
      total: 3,
      finished: true,
    })
    const receipt = await text(`/awards/${id}`)
    expect(receipt).toContain('Reçu 2026-')
    expect(receipt).toContain('Remis par Hélène Baron')
    expect(receipt.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(
      'Badges remis 3 dont par message 2 dont par carte 1 Déjà remis avant 0 Non remis 1 Lignes lues 4',
    )
    const cards = await text(`/awards/${id}/cards`)
    expect(cards).toContain('Luc Baron')
    expect(cards.match(/class="card"/g)).toHaveLength(1)

    const resumed = await owner.post(`/awards/${id}/resume`, {})
    expect(await countRows(owner.ctx, idOf(resumed))).toMatchObject({ faulty: 1, read: 1 })
    const list = await text(`/organisations/${organisation.slug}/awards`)
    expect(list).toContain(`/awards/${id}`)
    expect(await text(`/achievements/${achievementId}/award`)).toContain('Coller une liste')
  })

  test('a file in Windows-1252 is read; a workbook and an oversized file are refused by name', async () => {
    const achievementId = await published()
    const post = (file: File) => owner.post(`/achievements/${achievementId}/award`, { kind: 'file', file })
    const bytes = Uint8Array.from('Nom;Prénom;E-mail\nLefèvre;Zoé;zoe@exemple.fr', (sign) =>
      sign.charCodeAt(0),
    )
    const id = idOf(await post(new File([bytes], 'groupe.csv')))
    expect(await rowsOf(owner.ctx, id)).toMatchObject([{ cells: { name: 'Zoé Lefèvre' }, state: 'ready' }])
    expect(await text(`/awards/${id}`)).toContain('Fichier groupe.csv')

    const workbook = await post(new File([Buffer.from('PK\u0003\u0004\0\0\0')], 'groupe.xlsx'))
    expect(workbook.status).toBe(422)
    expect(await workbook.text()).toContain('enregistrez-le au format CSV')
    const large = await post(new File([new Uint8Array(5 * 1024 * 1024 + 1).fill(65)], 'tout.csv'))
    expect(large.status).toBe(422)
    expect(await large.text()).toContain('plus de 5 Mo')
    const none = await owner.post(`/achievements/${achievementId}/award`, { kind: 'file' })
    expect(await none.text()).toContain('Choisissez un fichier')
  })

  test('an empty list comes back with its sentence and what was typed', async () => {
    const achievementId = await published()
    const response = await owner.post(`/achievements/${achievementId}/award`, { kind: 'paste', list: ' \n ' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('La liste ne contient aucune personne')
  })

  test('one person is awarded at once, and the same form sent twice is one batch', async () => {
    const achievementId = await published()
    const fields = {
      kind: 'one',
      batch: newId(),
      name: 'Maëlle Dupont',
      address: 'maelle@exemple.fr',
      narrative: '',
    }
    const sent = await Promise.all(
      [1, 2].map(() => owner.post(`/achievements/${achievementId}/award`, fields)),
    )
    expect(new Set(sent.map(idOf))).toEqual(new Set([fields.batch]))
    await world.drainJobs()
    expect(await batchById(owner.ctx, fields.batch)).toMatchObject({ state: 'done' })
    expect(await countRows(owner.ctx, fields.batch)).toMatchObject({ awarded: 1, read: 1 })

    const wrong = await owner.post(`/achievements/${achievementId}/award`, {
      ...fields,
      batch: newId(),
      name: '',
      address: 'x',
    })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('Le nom est vide.')
    expect(html).toContain('value="x"')
  })

  test('a long list is paged, and a page that no longer exists leads to the last one', async () => {
    const rows = Array.from({ length: 130 }, (_, i) => `Personne ${i};${i < 60 ? 'x' : `p${i}@exemple.fr`}`)
    const { id } = await send(['Nom complet;E-mail', ...rows].join('\n'))
    const first = await text(`/awards/${id}`)
    expect(first.match(/<fieldset/g)).toHaveLength(25)
    expect(first).toContain('1 à 25 sur 60')
    expect(first).toContain('1 à 50 sur 70')
    const last = await text(`/awards/${id}?faulty=9&rows=2`)
    expect(last).toContain('51 à 60 sur 60')
    expect(last).toContain('51 à 70 sur 70')
  })

  test('faulty rows leave as a file that no spreadsheet runs and that can be sent again', async () => {
    const { id, achievementId } = await send(
      'Nom complet;E-mail;Récit\n=HYPERLINK("x");pas-une-adresse;@SUM(1)\n+33 6;-1;"a\nb"',
    )
    const response = await owner.get(`/awards/${id}/faulty.csv`)
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const csv = await response.text()
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).toContain(`'@SUM(1)`)
    expect(csv).toContain('il manque le signe @')
    const again = await owner.post(`/achievements/${achievementId}/award`, { kind: 'paste', list: csv })
    const before = await rowsOf(owner.ctx, id)
    const after = await rowsOf(owner.ctx, idOf(again))
    expect(after.map((row) => row.cells)).toEqual(before.map((row) => row.cells))
  })
})

test.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1'])('the cell %j is text for a spreadsheet', (cell) => {
  expect(neutral(cell)).toBe(`'${cell}`)
})

test('every address of a batch answers by role: strangers 404, viewers 403, visitors to sign in', async () => {
  const { id, achievementId } = await send('Nom complet;E-mail\nA;a@exemple.fr\nB;x')
  const stranger = await world.person('autre@exemple.fr')
  const viewer = await world.person('lecture@exemple.fr')
  const awarder = await world.person('remet@exemple.fr')
  for (const [person, role] of [
    [viewer, 'viewer'],
    [awarder, 'awarder'],
  ] as const)
    await addMember(owner.ctx, { organisationId: organisation.id, address: person.address, role })
  const other = await createOrganisation(stranger.ctx, { name: 'Autre structure', kind: 'training' })

  const reads = [`/achievements/${achievementId}/award`, '', '/progress', '/faulty.csv', '/cards'].map(
    (path) => (path.startsWith('/achievements') ? path : `/awards/${id}${path}`),
  )
  for (const path of reads) {
    expect([path, (await stranger.get(path)).status]).toEqual([path, 404])
    expect([path, (await viewer.get(path)).status]).toEqual([path, 403])
    expect([path, (await world.anonymous.get(path)).status]).toEqual([path, 303])
    expect([path, (await awarder.get(path)).status]).toEqual([path, 200])
  }
  const writes = [`/achievements/${achievementId}/award`, '/correct', '/confirm', '/resume'].map((path) =>
    path.startsWith('/achievements') ? path : `/awards/${id}${path}`,
  )
  for (const path of writes) {
    expect([path, (await stranger.post(path, { kind: 'paste', list: 'A' })).status]).toEqual([path, 404])
    expect([path, (await viewer.post(path, { kind: 'paste', list: 'A' })).status]).toEqual([path, 403])
    expect([path, (await world.anonymous.post(path, {})).status]).toEqual([path, 401])
  }
  expect((await viewer.get(`/organisations/${organisation.slug}/awards`)).status).toBe(200)
  expect((await stranger.get(`/organisations/${organisation.slug}/awards`)).status).toBe(404)
  expect((await stranger.get(`/organisations/${other.slug}/awards`)).status).toBe(200)
  expect(await countRows(owner.ctx, id)).toMatchObject({ ready: 1, faulty: 1, awarded: 0 })
})
