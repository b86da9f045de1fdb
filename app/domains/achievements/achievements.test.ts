import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { change } from '../../infra/context.ts'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { addMember, createOrganisation, type Organisation } from '../organisations/index.ts'
import { createAchievement, dropDraft, reviseAchievement, saveDraft } from './actions/design.ts'
import { publishAchievement } from './actions/publish.ts'
import type { Facts } from './facts.ts'
import { achievementsOf, publishedBy, publishedVersion, publishedVersions, versionsOf } from './reads.ts'
import { achievementById } from './store.ts'

let world: World
let owner: Person
let organisation: Organisation

beforeAll(async () => {
  world = await testWorld('achievements')
  owner = await world.person('atelier@cardan.example')
  organisation = await createOrganisation(owner.ctx, { name: 'Atelier Cardan', kind: 'training' })
})
afterAll(() => world.close())

const action = {
  name: 'Organiser son travail',
  situation: 'En atelier',
  action: 'Range ses tâches.',
  criteria: ['Range avant de commencer', 'Prévient d’un retard'],
}
const checks: Partial<Facts> = {
  assessment: { kind: 'observation', note: 'trois fois' },
  evidenceRule: 'required',
  gridShown: true,
}
const assessor: Partial<Facts> = { assessor: { role: 'une encadrante', independent: true } }

async function competence(): Promise<string> {
  const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'competence')
  await saveDraft(owner.ctx, achievementId, 'action', action)
  await saveDraft(owner.ctx, achievementId, 'checks', checks)
  await saveDraft(owner.ctx, achievementId, 'assessor', assessor)
  return achievementId
}

/** Until another transaction stands before a lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(world.ctx().db)
    if (rows.length > 0) return
  }
}

describe('a draft', () => {
  test('keeps each screen and forgets none of the others', async () => {
    const id = await competence()
    const facts = await saveDraft(owner.ctx, id, 'look', { illustrative: true })
    expect(facts).toMatchObject({ ...action, ...checks, ...assessor, illustrative: true })
  })

  test('takes from a screen only what the screen asks', async () => {
    const id = await competence()
    const facts = await saveDraft(owner.ctx, id, 'look', {
      illustrative: true,
      name: 'Volé',
      nature: 'registered',
    })
    expect(facts).toMatchObject({ name: action.name, nature: 'competence', illustrative: true })
  })

  test('is nobody else’s to read', async () => {
    const id = await competence()
    expect(await publishedVersion(world.ctx({ kind: 'anonymous' }), id)).toBeUndefined()
    expect(await publishedBy(owner.ctx, [organisation.id])).toEqual([])
    expect((await owner.get(`/achievements/${id}`)).status).toBe(404)
  })

  test('that is dropped takes an unpublished badge with it, and leaves a published one', async () => {
    const id = await competence()
    await dropDraft(owner.ctx, id)
    expect(await achievementById(owner.ctx, id)).toBeUndefined()

    const kept = await competence()
    await publishAchievement(owner.ctx, kept)
    await saveDraft(owner.ctx, kept, 'action', { ...action, name: 'Autre nom' })
    await dropDraft(owner.ctx, kept)
    expect(await publishedVersion(owner.ctx, kept)).toMatchObject({ version: 1, name: action.name })
  })
})

describe('publishing', () => {
  test('while a colleague drops the draft: what is published stays', async () => {
    const id = await competence()
    const [dropping] = await change(owner.ctx, async (tx) => {
      await publishAchievement(tx, id)
      const both = [dropDraft(owner.ctx, id)]
      await somebodyWaits()
      return both
    })
    await dropping
    expect(await publishedVersion(owner.ctx, id)).toMatchObject({ version: 1 })
  })

  test('gives numbered versions that stay as they were', async () => {
    const id = await competence()
    expect(await publishAchievement(owner.ctx, id)).toEqual({ version: 1 })
    await reviseAchievement(owner.ctx, id)
    await saveDraft(owner.ctx, id, 'action', { ...action, criteria: ['Range avant de commencer'] })
    expect(await publishAchievement(owner.ctx, id)).toEqual({ version: 2 })

    expect((await publishedVersion(owner.ctx, id, 1))?.criteria).toEqual(action.criteria)
    expect((await publishedVersion(owner.ctx, id))?.criteria).toEqual(['Range avant de commencer'])
    expect((await versionsOf(owner.ctx, id)).map((one) => one.version)).toEqual([1, 2])
    expect(await publishedVersion(owner.ctx, id, 3)).toBeUndefined()
    const both = [1, 2].map((version) => ({ achievementId: id, version }))
    expect(await publishedVersions(owner.ctx, both)).toHaveLength(2)
  })

  test('the database itself refuses to change a version', async () => {
    const id = await competence()
    await publishAchievement(owner.ctx, id)
    await expect(
      sql`update achievement_versions set facts = '{}' where achievement_id = ${id}`.execute(world.ctx().db),
    ).rejects.toThrow('a published version never changes')
  })

  test('twice at the same moment gives one version', async () => {
    const id = await competence()
    const tries = await Promise.allSettled([1, 2].map(() => publishAchievement(owner.ctx, id)))
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await versionsOf(owner.ctx, id)).toHaveLength(1)
  })

  test('what did not change is not published again', async () => {
    const id = await competence()
    await publishAchievement(owner.ctx, id)
    const refused = { kind: { code: 'achievements.nothing-to-publish', status: 409 } }
    await expect(publishAchievement(owner.ctx, id)).rejects.toMatchObject(refused)
    await saveDraft(owner.ctx, id, 'action', action)
    await expect(publishAchievement(owner.ctx, id)).rejects.toMatchObject(refused)
  })

  test('a revision starts from what was typed, not from what was filled in for readers', async () => {
    const id = await competence()
    await publishAchievement(owner.ctx, id)
    expect((await publishedVersion(owner.ctx, id))?.description).toBe(action.action)
    const facts = await saveDraft(owner.ctx, id, 'action', { name: 'Autre nom' })
    expect(facts.description).toBe('')
  })
})

describe('a nature that the facts do not support', () => {
  test('is refused with each missing fact named, and what could be said instead', async () => {
    const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'competence')
    await saveDraft(owner.ctx, achievementId, 'action', { name: 'Être motivé', action: 'Vient.' })
    const error: unknown = await publishAchievement(owner.ctx, achievementId).catch((thrown) => thrown)
    expect(error).toMatchObject({
      kind: { code: 'achievements.facts-missing', status: 422 },
      fields: [
        { path: 'situation' },
        { path: 'criteria' },
        { path: 'assessment' },
        { path: 'assessor' },
        { path: 'evidence' },
      ],
    })
    if (!(error instanceof Error && 'say' in error && typeof error.say === 'function')) throw error
    const sentence: unknown = error.say('fr')
    expect(sentence).toContain('Pour publier comme Compétence, il manque\u00a0:')
    expect(sentence).toContain('des critères observables')
    expect(sentence).toContain('publiez comme Participation')
  })

  test('is published under the nature that they do support, when asked', async () => {
    const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'competence')
    await saveDraft(owner.ctx, achievementId, 'action', { name: 'Présent', action: 'Vient.' })
    await publishAchievement(owner.ctx, achievementId, { as: 'participation' })
    expect(await publishedVersion(owner.ctx, achievementId)).toMatchObject({ nature: 'participation' })
  })

  test('is refused too when asked for in place of the declared one', async () => {
    const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'participation')
    await saveDraft(owner.ctx, achievementId, 'action', { name: 'Présent', action: 'Vient.' })
    await expect(publishAchievement(owner.ctx, achievementId, { as: 'competence' })).rejects.toMatchObject({
      kind: { code: 'achievements.facts-missing' },
    })
  })

  test('a register number does not survive on anything but a registered certification', async () => {
    const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'registered')
    await saveDraft(owner.ctx, achievementId, 'nature', { registration: { register: 'RS', number: '1' } })
    await saveDraft(owner.ctx, achievementId, 'action', action)
    await publishAchievement(owner.ctx, achievementId, { as: 'participation' })
    expect((await publishedVersion(owner.ctx, achievementId))?.registration).toBeNull()
  })
})

describe('who may', () => {
  test('an awarder designs nothing, an outsider finds nothing', async () => {
    const id = await competence()
    await addMember(owner.ctx, {
      organisationId: organisation.id,
      address: 'remise@cardan.example',
      role: 'awarder',
    })
    const awarder = await world.person('remise@cardan.example')
    const outsider = await world.person('dehors@ailleurs.example')
    for (const [person, status] of [
      [awarder, 403],
      [outsider, 404],
    ] as const) {
      const refused = { kind: { status } }
      await expect(createAchievement(person.ctx, organisation.id, 'participation')).rejects.toMatchObject(
        refused,
      )
      await expect(saveDraft(person.ctx, id, 'action', action)).rejects.toMatchObject(refused)
      await expect(reviseAchievement(person.ctx, id)).rejects.toMatchObject(refused)
      await expect(publishAchievement(person.ctx, id)).rejects.toMatchObject(refused)
      await expect(dropDraft(person.ctx, id)).rejects.toMatchObject(refused)
    }
  })

  test('an identifier that is none is not found, never an error', async () => {
    for (const id of ['nouveau', '00000000-0000-4000-8000-000000000000', "'; drop table achievements"])
      await expect(publishAchievement(owner.ctx, id)).rejects.toMatchObject({ kind: { status: 404 } })
  })
})

test('the list of an organisation says what is published and what is being written', async () => {
  const place = await createOrganisation(owner.ctx, { name: 'La Liste', kind: 'company' })
  const { achievementId } = await createAchievement(owner.ctx, place.id, 'participation')
  await saveDraft(owner.ctx, achievementId, 'action', { name: 'Présent', action: 'Vient.' })
  expect(await achievementsOf(owner.ctx, place.id)).toMatchObject([
    { achievementId, published: null, draft: { facts: { name: 'Présent' } } },
  ])
  await publishAchievement(owner.ctx, achievementId)
  await reviseAchievement(owner.ctx, achievementId)
  await saveDraft(owner.ctx, achievementId, 'action', { name: 'Bien présent' })
  expect(await achievementsOf(owner.ctx, place.id)).toMatchObject([
    { published: { version: 1, name: 'Présent' }, draft: { facts: { name: 'Bien présent' } } },
  ])
})
