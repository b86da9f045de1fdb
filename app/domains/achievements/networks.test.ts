import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { createBatch, createCode } from '../claims/index.ts'
import {
  createOrganisation,
  inviteToNetwork,
  joinNetwork,
  type Organisation,
} from '../organisations/index.ts'
import { createAchievement, saveDraft } from './actions/design.ts'
import { adoptTemplate, followTemplate, newerTemplate, offerTemplate } from './actions/keep-template.ts'
import { publishAchievement } from './actions/publish.ts'
import { setRetired } from './actions/retire.ts'
import type { Facts } from './facts.ts'
import { achievementJson } from './json.ts'
import { publishedVersion } from './reads.ts'
import { draftOf } from './store.ts'

let world: World
let lead: Person
let member: Person
let network: Organisation
let workshop: Organisation

beforeAll(async () => {
  world = await testWorld('achievement-networks')
  lead = await world.person('reseau@estuaire.example')
  member = await world.person('atelier@cardan.example')
  network = await createOrganisation(lead.ctx, {
    name: 'Réseau Estuaire',
    kind: 'association',
    qualityAssurance: 'Qualiopi',
  })
  workshop = await createOrganisation(member.ctx, { name: 'Atelier Cardan', kind: 'training' })
  await world.drainJobs()
})
afterAll(() => world.close())

const badge: Partial<Facts> = {
  name: 'Organiser son travail',
  situation: 'Dans un atelier',
  action: 'Range ses tâches et prévient d’un retard.',
  criteria: ['Range avant de commencer', 'Prévient d’un retard'],
}

async function published(person: Person, organisation: Organisation, facts = badge): Promise<string> {
  const { achievementId } = await createAchievement(person.ctx, organisation.id, 'realisation')
  await saveDraft(person.ctx, achievementId, 'action', facts)
  await publishAchievement(person.ctx, achievementId)
  return achievementId
}
const refused = (code: string) => ({ kind: { code } })

describe('a network and its members', () => {
  const manage = (organisation: Organisation) => `/organisations/${organisation.slug}/manage/networks`

  test('invites by the address of a page, is accepted, and nothing is shared before', async () => {
    const template = await published(lead, network)
    await offerTemplate(lead.ctx, template, ['situation'])
    await expect(adoptTemplate(member.ctx, workshop.id, template)).rejects.toMatchObject(
      refused('achievements.template-unavailable'),
    )
    const sent = await lead.post(manage(network), {
      address: `http://insigne.test/organisations/${workshop.slug}/`,
    })
    expect(sent.status).toBe(303)
    await world.drainJobs()
    const [letter] = await world.mailTo(member.address)
    expect(letter?.text).toContain('Réseau Estuaire invite Atelier Cardan')
    await expect(adoptTemplate(member.ctx, workshop.id, template)).rejects.toMatchObject(
      refused('achievements.template-unavailable'),
    )
    expect(await (await member.get(manage(workshop))).text()).toContain(
      'Accepter l’invitation de Réseau Estuaire',
    )
    expect(await (await member.get(`/organisations/${workshop.slug}/manage`)).text()).toContain(
      'une invitation attend',
    )
    const accepted = await member.post(`${manage(workshop)}/join`, { network: network.id })
    expect(accepted.status).toBe(303)
    expect(await (await lead.get(manage(network))).text()).toContain('membre depuis le')
    expect(await (await member.get(`/organisations/${workshop.slug}/templates`)).text()).toContain(
      'Reprendre le modèle Organiser son travail',
    )
  })

  test.each([
    ['nulle-part', 422],
    ['', 422],
    ['https://autre.example/organisations/', 422],
    ["'; drop table organisations", 422],
  ])('an address that leads nowhere is pointed at: %j', async (address, status) => {
    const sent = await lead.post(manage(network), { address })
    expect(sent.status).toBe(status)
    expect(await sent.text()).toContain('id="address-error"')
  })

  test('invites nobody twice, and not itself', async () => {
    await inviteToNetwork(lead.ctx, network.id, workshop.slug)
    await world.drainJobs()
    expect(await world.mailTo(member.address)).toHaveLength(1)
    await expect(inviteToNetwork(lead.ctx, network.id, network.slug)).rejects.toMatchObject(
      refused('organisations.network-itself'),
    )
  })

  test('joins only where it is invited, and only those in charge do it', async () => {
    const other = await createOrganisation(member.ctx, { name: 'Autre maison', kind: 'company' })
    await expect(joinNetwork(member.ctx, network.id, other.id)).rejects.toMatchObject(
      refused('organisations.network-not-invited'),
    )
    await expect(joinNetwork(lead.ctx, network.id, workshop.id)).rejects.toMatchObject({
      kind: { status: 404 },
    })
  })
})

describe('a model of the network', () => {
  const adopted = async () => {
    const template = await published(lead, network)
    await offerTemplate(lead.ctx, template, ['situation', 'look'])
    const { achievementId } = await adoptTemplate(member.ctx, workshop.id, template)
    return { template, achievementId }
  }

  test('is taken over once, with what the network locks and what it leaves', async () => {
    const { template, achievementId } = await adopted()
    expect(await adoptTemplate(member.ctx, workshop.id, template)).toEqual({ achievementId })
    const sent = await member.post(`/achievements/${achievementId}/edit/action`, {
      name: 'Un autre nom',
      action: 'Autre chose.',
      criterion: 'Rien',
      situation: 'À l’atelier Cardan',
      go: 'next',
    })
    expect(sent.status).toBe(303)
    await saveDraft(member.ctx, achievementId, 'checks', { evidenceRule: 'none' })
    const facts = (await draftOf(world.ctx(), achievementId))?.facts
    expect(facts).toMatchObject({ ...badge, situation: 'À l’atelier Cardan', evidenceRule: null })
    const html = await (await member.get(`/achievements/${achievementId}/edit/action`)).text()
    expect(html).toContain('Fixé par Réseau Estuaire')
    expect(html).toContain('name="situation"')
    expect(html).not.toContain('name="criterion"')
  })

  test('is published by the member: the network is the creator, the member awards', async () => {
    const { template, achievementId } = await adopted()
    await publishAchievement(member.ctx, achievementId)
    const version = await publishedVersion(world.ctx(), achievementId)
    if (version === undefined) throw new Error('not published')
    const json = achievementJson('http://insigne.test', workshop, version)
    expect(json.creator).toMatchObject({ id: network.did, name: 'Réseau Estuaire' })
    expect(json.related).toContainEqual({
      id: `http://insigne.test/achievements/${template}/versions/1`,
      type: ['Related'],
    })
    const html = await (await world.anonymous.get(`/achievements/${achievementId}`)).text()
    expect(html).toContain('Modèle de Réseau Estuaire')
    expect(html).toContain(`href="/achievements/${template}/versions/1"`)

    await createBatch(member.ctx, {
      achievementId,
      list: { kind: 'paste', text: 'Nom;E-mail\nAda;ada@x.example' },
    })
    const award = await member.post(`/achievements/${achievementId}/award`, {
      kind: 'one',
      name: 'Ada Martin',
      address: 'ada@exemple.fr',
    })
    expect(award.status).toBe(303)
    await world.drainJobs()
    const [message] = await world.mailTo('ada@exemple.fr')
    const link = /\/r\/[\w-]{43}/.exec(message?.text ?? '')?.[0] ?? ''
    const signed = await (await world.anonymous.get(`${link}/badge.json`)).json()
    expect(signed).toMatchObject({
      issuer: { id: workshop.did },
      credentialSubject: { achievement: { creator: { id: network.did } } },
    })
  })

  test('a newer version is offered with what changes, and followed without losing one’s own words', async () => {
    const { template, achievementId } = await adopted()
    await saveDraft(member.ctx, achievementId, 'action', { situation: 'À l’atelier Cardan' })
    await publishAchievement(member.ctx, achievementId)
    await saveDraft(lead.ctx, template, 'action', {
      ...badge,
      criteria: ['Range avant de commencer', 'Nettoie son poste'],
    })
    await publishAchievement(lead.ctx, template)
    // Published is not offered: the network decides when.
    expect(await newerTemplate(member.ctx, achievementId)).toBeUndefined()
    await offerTemplate(lead.ctx, template, ['situation'])
    expect(await (await member.get(`/organisations/${workshop.slug}/templates`)).text()).toContain(
      'La version 2 du modèle est proposée',
    )
    const page = await (await member.get(`/achievements/${achievementId}/follow`)).text()
    expect(page).toContain('Nettoie son poste')
    expect(page).toContain('Prévient d’un retard')
    await followTemplate(member.ctx, achievementId)
    await followTemplate(member.ctx, achievementId)
    const facts = (await draftOf(world.ctx(), achievementId))?.facts
    expect(facts).toMatchObject({
      situation: 'À l’atelier Cardan',
      criteria: ['Range avant de commencer', 'Nettoie son poste'],
      template: { version: 2, open: ['situation'] },
    })
    await publishAchievement(member.ctx, achievementId)
    expect((await publishedVersion(world.ctx(), achievementId, 1))?.criteria).toEqual(badge.criteria)
    expect((await publishedVersion(world.ctx(), achievementId))?.criteria).toContain('Nettoie son poste')
  })

  test('cannot become a model of somebody else', async () => {
    const { achievementId } = await adopted()
    await publishAchievement(member.ctx, achievementId)
    await expect(offerTemplate(member.ctx, achievementId, [])).rejects.toMatchObject(
      refused('achievements.template-of-template'),
    )
  })

  test('is no longer awarded once the member has left; what was published stays', async () => {
    const { achievementId } = await adopted()
    await publishAchievement(member.ctx, achievementId)
    const path = `/organisations/${workshop.slug}/manage/networks`
    expect((await member.post(`${path}/end`, { network: network.id })).status).toBe(303)
    const list = { kind: 'paste', text: 'Nom;E-mail\nAda;ada@x.example' } as const
    await expect(createBatch(member.ctx, { achievementId, list })).rejects.toMatchObject(
      refused('achievements.network-left'),
    )
    expect((await world.anonymous.get(`/achievements/${achievementId}`)).status).toBe(200)
    await inviteToNetwork(lead.ctx, network.id, workshop.slug)
    await joinNetwork(member.ctx, network.id, workshop.id)
    await createBatch(member.ctx, { achievementId, list })
  })
})

describe('what is no longer awarded', () => {
  test('is refused everywhere one awards, stays public, and can be reopened', async () => {
    const achievementId = await published(member, workshop)
    const list = { kind: 'paste', text: 'Nom;E-mail\nAda;ada@x.example' } as const
    const code = {
      achievementId,
      label: 'Groupe',
      narrative: '',
      opensAt: new Date('2026-11-01T00:00:00Z'),
      closesAt: new Date('2026-12-31T00:00:00Z'),
      maxAwards: 10,
      approval: 'automatic',
    } as const
    const codeId = await createCode(member.ctx, code)
    const shown = /\/codes\/[\w-]+/.exec(
      await (await member.get(`/achievements/${achievementId}/codes`)).text(),
    )
    const typed = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(
      await (await member.get(shown?.[0] ?? `/codes/${codeId}`)).text(),
    )?.[0]
    expect((await world.anonymous.get(`/c/${typed}`)).status).toBe(200)

    const sent = await member.post(`/achievements/${achievementId}/retired`, { retired: 'yes' })
    expect(sent.status).toBe(303)
    await expect(createBatch(member.ctx, { achievementId, list })).rejects.toMatchObject(
      refused('achievements.retired'),
    )
    await expect(createCode(member.ctx, code)).rejects.toMatchObject(refused('achievements.retired'))
    expect((await member.get(`/achievements/${achievementId}/award`)).status).toBe(409)
    expect((await world.anonymous.get(`/c/${typed}`)).status).toBe(410)
    const page = await world.anonymous.get(`/achievements/${achievementId}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Ce badge n’est plus remis')
    expect(await (await world.anonymous.get(`/organisations/${workshop.slug}`)).text()).toContain(
      'N’est plus remis',
    )
    await setRetired(member.ctx, achievementId, true)
    await setRetired(member.ctx, achievementId, false)
    await createBatch(member.ctx, { achievementId, list })
    expect((await world.anonymous.get(`/c/${typed}`)).status).toBe(200)
  })

  test('only a published one can be retired', async () => {
    const { achievementId } = await createAchievement(member.ctx, workshop.id, 'participation')
    await expect(setRetired(member.ctx, achievementId, true)).rejects.toMatchObject(
      refused('achievements.not-published'),
    )
  })
})
