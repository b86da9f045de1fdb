import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { createOrganisation } from './actions/create-organisation.ts'
import { addMember } from './actions/keep-members.ts'
import { may, permit } from './permit.ts'
import { type Role, roles, type Verb, verbs } from './policy.ts'
import type { Organisation } from './store.ts'

/** The rights, written a second time by hand: a change of the table must be meant twice. */
const expected: Record<Role, Verb[]> = {
  owner: [
    'organisation.read',
    'organisation.edit',
    'members.edit',
    'network.edit',
    'framework.import',
    'achievement.design',
    'achievement.publish',
    'credential.award',
    'credential.revoke',
  ],
  'issuer-manager': [
    'organisation.read',
    'organisation.edit',
    'framework.import',
    'achievement.design',
    'achievement.publish',
    'credential.award',
    'credential.revoke',
  ],
  awarder: ['organisation.read', 'credential.award'],
  viewer: ['organisation.read'],
}

let world: World
let organisation: Organisation
const members = new Map<Role, Person>()

beforeAll(async () => {
  world = await testWorld('policy')
  const owner = await world.person('responsable@atelier.example')
  organisation = await createOrganisation(owner.ctx, { name: 'Atelier des droits', kind: 'training' })
  members.set('owner', owner)
  for (const role of roles)
    if (role !== 'owner') {
      const address = `${role}@atelier.example`
      await addMember(owner.ctx, { organisationId: organisation.id, address, role })
      members.set(role, await world.person(address))
    }
})
afterAll(() => world.close())

const cases = roles.flatMap((role) =>
  verbs.map((verb) => ({ role, verb, answer: expected[role].includes(verb) ? 'allowed' : 'refused' })),
)

describe('rights in an organisation', () => {
  test.each(cases)('$verb is $answer to the role $role', async ({ role, verb, answer }) => {
    const ctx = members.get(role)?.ctx
    if (ctx === undefined) throw new Error('a member is missing')
    const asked = permit(ctx, organisation, verb)
    if (answer === 'allowed') await asked
    else await expect(asked).rejects.toMatchObject({ kind: { code: 'not-allowed', status: 403 } })
    expect(await may(ctx, organisation, verb)).toBe(answer === 'allowed')
  })

  test.each(verbs)('%s does not exist for somebody who is no member', async (verb) => {
    const outsider = await world.person('dehors@ailleurs.example')
    await expect(permit(outsider.ctx, organisation, verb)).rejects.toMatchObject({ kind: { status: 404 } })
    expect(await may(outsider.ctx, organisation, verb)).toBe(false)
  })

  test.each(verbs)('%s asks who is not signed in to sign in', async (verb) => {
    const anonymous = world.ctx({ kind: 'anonymous' })
    await expect(permit(anonymous, organisation, verb)).rejects.toMatchObject({ kind: { status: 401 } })
    expect(await may(anonymous, organisation, verb)).toBe(false)
  })

  test('the product itself may do everything', async () => {
    for (const verb of verbs) await permit(world.ctx(), organisation, verb)
  })

  test('running the installation gives no right in an organisation', async () => {
    const operator = await world.person('serveur@instance.example', { operator: true })
    await expect(permit(operator.ctx, organisation, 'organisation.read')).rejects.toMatchObject({
      kind: { status: 404 },
    })
  })
})
