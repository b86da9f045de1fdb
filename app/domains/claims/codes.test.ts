import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCode, newId } from '../../infra/ids.ts'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { createAchievement, publishAchievement, saveDraft } from '../achievements/index.ts'
import { credentialById } from '../issuing/index.ts'
import { createOrganisation, type Organisation } from '../organisations/index.ts'
import { cardOfCredential, codeById, requestsOf } from './codes.ts'
import { dayOf, startOfDay } from './days.ts'
import { createCode, decideRequests, keepCard, type NewCode, redeemCode, stopCode } from './index.ts'

let world: World
let owner: Person
let organisation: Organisation
const day = 24 * 3600 * 1000

beforeAll(async () => {
  world = await testWorld('claims-codes')
  owner = await world.person('helene@exemple.fr', { name: 'Hélène Baron' })
  organisation = await createOrganisation(owner.ctx, { name: 'Atelier Cardan', kind: 'training' })
})
afterAll(() => world?.close())

async function published(): Promise<string> {
  const made = await createAchievement(owner.ctx, organisation.id, 'participation')
  await saveDraft(owner.ctx, made.achievementId, 'action', {
    name: 'Journée des métiers',
    action: 'A suivi les trois ateliers de la journée des métiers.',
  })
  await publishAchievement(owner.ctx, made.achievementId)
  return made.achievementId
}

async function open(more: Partial<NewCode> = {}) {
  const now = world.clock.now().getTime()
  const id = await createCode(owner.ctx, {
    achievementId: await published(),
    label: 'Atelier du mardi',
    narrative: 'Le groupe a monté le stand.',
    opensAt: new Date(now - 1000),
    closesAt: new Date(now + day),
    maxAwards: 10,
    approval: 'automatic',
    ...more,
  })
  const code = await codeById(owner.ctx, id)
  if (code === undefined) throw new Error('no code')
  return code
}

const visitor = () => world.ctx({ kind: 'anonymous' })
const take = (codeId: string, name: string, address: string | null, requestId = newId()) =>
  redeemCode(visitor(), { codeId, name, address, requestId })

describe('a code for a group', () => {
  test('a person with an address gets a signed badge that says what the group did', async () => {
    const code = await open()
    const request = await take(code.id, 'Maëlle Dupont', 'maelle@exemple.fr')
    await world.drainJobs()
    const credential = await credentialById(world.ctx(), request?.credentialId ?? '')
    expect(credential).toMatchObject({ state: 'signed', recipientAddress: 'maelle@exemple.fr' })
    expect(credential?.json).toContain('Le groupe a monté le stand.')
  })

  test('taken twice at once by one person, it yields one award', async () => {
    const code = await open()
    const requestId = newId()
    await Promise.all([
      take(code.id, 'Yann', 'yann@exemple.fr', requestId),
      take(code.id, 'Yann', 'yann@exemple.fr', requestId),
      take(code.id, 'Yann', 'yann@exemple.fr'),
      take(code.id, 'YANN', 'yann@exemple.fr'),
    ])
    expect(await requestsOf(world.ctx(), code.id)).toHaveLength(1)
    const { rows } = await sql<{ count: number }>`
      select count(*) from credentials where achievement_id = ${code.achievementId}`.execute(world.ctx().db)
    expect(rows[0]?.count).toBe(1)
  })

  test('the last place is given once, however many ask at the same moment', async () => {
    const code = await open({ maxAwards: 3 })
    const results = await Promise.allSettled(
      [1, 2, 3, 4, 5, 6].map((n) => take(code.id, `Personne ${n}`, `p${n}@exemple.fr`)),
    )
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(3)
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ kind: { code: 'claims.code-full' } })
  })

  test('a form sent twice shows the same request; another browser learns nothing of the person', async () => {
    const code = await open()
    const requestId = newId()
    const first = await take(code.id, 'Fatou N’Diaye', null, requestId)
    expect((await take(code.id, 'Fatou N’Diaye', null, requestId))?.id).toBe(first?.id)
    expect(await take(code.id, 'Fatou N’Diaye', null)).toBeUndefined()
  })

  test('somebody who has the badge already gets the same answer and no second one', async () => {
    const one = await open()
    await take(one.id, 'Ana', 'ana@exemple.fr')
    const two = await open({ achievementId: one.achievementId })
    expect(await take(two.id, 'Ana', 'ana@exemple.fr')).toBeUndefined()
    const { rows } = await sql<{ count: number }>`
      select count(*) from credentials where achievement_id = ${one.achievementId}`.execute(world.ctx().db)
    expect(rows[0]?.count).toBe(1)
  })

  test.each([
    ['before it opens', { opensAt: 1, closesAt: 2 }, 'claims.code-not-open'],
    ['after it closed', { opensAt: -2, closesAt: -1 }, 'claims.code-closed'],
  ])('%s it is refused', async (_title, days, refusal) => {
    const now = world.clock.now().getTime()
    const code = await open({
      opensAt: new Date(now + days.opensAt * day),
      closesAt: new Date(now + days.closesAt * day),
    })
    await expect(take(code.id, 'Ana', 'ana@exemple.fr')).rejects.toMatchObject({ kind: { code: refusal } })
  })

  test('stopped by the staff it is refused, and only staff may stop it', async () => {
    const code = await open()
    const stranger = await world.person('autre@exemple.fr')
    await expect(stopCode(stranger.ctx, code.id)).rejects.toMatchObject({ kind: { status: 404 } })
    await stopCode(owner.ctx, code.id)
    await expect(take(code.id, 'Ana', 'ana@exemple.fr')).rejects.toMatchObject({
      kind: { code: 'claims.code-closed' },
    })
  })

  test('with approval nothing leaves before the staff accept, and each is decided once', async () => {
    const code = await open({ approval: 'staff' })
    const [ana, luc, eve] = await Promise.all([
      take(code.id, 'Ana', 'ana@exemple.fr'),
      take(code.id, 'Luc', null),
      take(code.id, 'Eve', 'eve@exemple.fr'),
    ])
    expect([ana?.state, luc?.state, eve?.credentialId]).toEqual(['waiting', 'waiting', null])
    const decide = (ids: (string | undefined)[], decision: 'accepted' | 'refused') =>
      decideRequests(owner.ctx, { codeId: code.id, requestIds: ids.map((id) => id ?? ''), decision })
    const decided = await Promise.all([
      decide([ana?.id, luc?.id], 'accepted'),
      decide([ana?.id, eve?.id], 'refused'),
    ])
    expect(decided[0] + decided[1]).toBe(3)
    const states = (await requestsOf(owner.ctx, code.id)).map((one) => [
      one.name,
      one.state,
      one.credentialId !== null,
    ])
    for (const [, state, has] of states) expect(has).toBe(state === 'accepted')
    const accepted = (await requestsOf(owner.ctx, code.id)).find((one) => one.name === 'Luc')
    expect(await cardOfCredential(owner.ctx, accepted?.credentialId ?? '')).toBeDefined()
    const stranger = await world.person('tiers@exemple.fr')
    await expect(
      decideRequests(stranger.ctx, { codeId: code.id, requestIds: [], decision: 'accepted' }),
    ).rejects.toMatchObject({ kind: { status: 404 } })
  })

  test('without an address there is a card, kept once with an address', async () => {
    const code = await open()
    const request = await take(code.id, 'Fatou', null)
    await world.drainJobs()
    const card = await cardOfCredential(world.ctx(), request?.credentialId ?? '')
    const keep = (address: string) => keepCard(visitor(), { code: card?.code ?? '', address })
    const results = await Promise.allSettled([keep('fatou@exemple.fr'), keep('voleur@exemple.fr')])
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const credential = await credentialById(world.ctx(), request?.credentialId ?? '')
    expect(['fatou@exemple.fr', 'voleur@exemple.fr']).toContain(credential?.recipientAddress)
  })
})

describe('pages of a code', () => {
  test('the badge is seen before anything is asked; then two fields; then it is done', async () => {
    const code = await open()
    const offer = await (await world.anonymous.get(`/c/${code.code}`)).text()
    expect(offer).toContain('Journée des métiers')
    expect(offer).toContain('Atelier Cardan')
    expect(offer).not.toContain('<input class="input"')
    const form = await (await world.anonymous.get(`/c/${code.code}/take`)).text()
    const request = /name="request" value="([^"]+)"/.exec(form)?.[1] ?? ''

    const missing = await world.anonymous.post(`/c/${code.code}/take`, {
      request,
      name: '',
      where: 'address',
      address: 'x',
    })
    expect(missing.status).toBe(422)
    const html = await missing.text()
    expect(html).toContain('Écrivez votre prénom et votre nom')
    expect(html).toContain('il manque le signe @')

    const sent = { request, name: 'Maëlle Dupont', where: 'address', address: 'Maelle@Exemple.fr' }
    const done = await world.anonymous.post(`/c/${code.code}/take`, sent)
    expect(done.status).toBe(303)
    const again = await world.anonymous.post(`/c/${code.code}/take`, sent)
    expect(again.headers.get('location')).toBe(done.headers.get('location'))
    const page = await (await world.anonymous.get(done.headers.get('location') ?? '')).text()
    expect(page).toContain('C’est fait')
    expect(page).toContain('envoyé à l’adresse donnée')
  })

  test('a card is shown to whoever asked for it, opens the badge and gives its image', async () => {
    const code = await open()
    const request = newId()
    const done = await world.anonymous.post(`/c/${code.code}/take`, {
      request,
      name: 'Fatou',
      where: 'card',
      address: '',
    })
    const page = await (await world.anonymous.get(done.headers.get('location') ?? '')).text()
    const card = /href="\/c\/([2-9A-Y]{10})"/.exec(page)?.[1] ?? ''
    expect(card).toHaveLength(10)
    await world.drainJobs()
    expect(await (await world.anonymous.get(`/c/${card}`)).text()).toContain('Fatou')
    const image = await world.anonymous.get(`/c/${card}/badge.png`)
    expect(image.headers.get('content-type')).toBe('image/png')
    const kept = await world.anonymous.post(`/c/${card}/keep`, { address: 'fatou@exemple.fr' })
    expect(kept.status).toBe(303)
    expect((await world.anonymous.post(`/c/${card}/keep`, { address: 'autre@exemple.fr' })).status).toBe(409)
  })

  test('a code is typed with or without dashes and capitals; a slip is told at once', async () => {
    const code = await open()
    const typed = `${code.code.slice(0, 5)} - ${code.code.slice(5).toLowerCase()}`
    const right = await world.anonymous.post('/c', { code: typed })
    expect(right.headers.get('location')).toBe(`/c/${code.code}`)
    const wrong = await world.anonymous.post('/c', { code: `${code.code.slice(0, 9)}?` })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Ce code ne correspond à rien')
  })

  test('staff prepare a code, see who waits, accept, print and stop; others see nothing', async () => {
    const id = await published()
    const today = dayOf(world.clock.now())
    const fields = { label: 'Groupe A', opens: today, closes: '2026-11-20', most: 'x', approval: 'staff' }
    const wrong = await owner.post(`/achievements/${id}/codes`, fields)
    expect(wrong.status).toBe(422)
    const faults = await wrong.text()
    expect(faults).toContain('Ce jour est passé')
    expect(faults).toContain('Écrivez un nombre entre 1 et 2')
    const made = await owner.post(`/achievements/${id}/codes`, { ...fields, closes: today, most: '12' })
    const path = made.headers.get('location') ?? ''
    const code = await codeById(owner.ctx, path.split('/').at(-1) ?? '')
    expect(code).toMatchObject({ maxAwards: 12, closesAt: startOfDay('2026-11-24') })
    await take(code?.id ?? '', 'Ana', 'ana@exemple.fr')
    const page = await (await owner.get(path)).text()
    const request = /type="checkbox" name="request" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await owner.post(`${path}/requests`, { decision: 'accepted' })).status).toBe(422)
    await owner.post(`${path}/requests`, { request, decision: 'accepted' })
    expect((await requestsOf(owner.ctx, code?.id ?? ''))[0]?.state).toBe('accepted')
    const poster = await (await owner.get(`${path}/poster`)).text()
    expect(poster).toContain(`${code?.code.slice(0, 5)}-${code?.code.slice(5)}`)
    expect((await owner.post(`${path}/stop`, {})).status).toBe(303)

    const stranger = await world.person('inconnu@exemple.fr')
    for (const at of [path, `${path}/poster`, `/achievements/${id}/codes`]) {
      expect((await stranger.get(at)).status).toBe(404)
      expect((await world.anonymous.get(at)).status).toBe(303)
    }
    for (const at of [`${path}/stop`, `${path}/requests`, `/achievements/${id}/codes`])
      expect((await stranger.post(at, fields)).status).toBe(404)
  })

  // Last: it uses up the tries of this visitor.
  test('guessing is stopped after five codes that do not exist, and then even a right one waits', async () => {
    const code = await open()
    const answers: number[] = []
    for (let guess = 0; guess < 7; guess += 1)
      answers.push((await world.anonymous.get(`/c/${newCode(10)}`)).status)
    expect(answers).toEqual([404, 404, 404, 404, 404, 429, 429])
    expect((await world.anonymous.get(`/c/${code.code}`)).status).toBe(429)
  })
})
