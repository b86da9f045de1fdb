import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import { ensureTerritory, removeDemoTerritories, territoryBySlug } from '../territories/index.ts'
import { createOrganisation } from './actions/create-organisation.ts'
import { editProfile } from './actions/edit-profile.ts'
import { addMember, changeRole, removeMember } from './actions/keep-members.ts'
import { organisationProfile } from './profile.ts'
import { deleteDemoOrganisations, membersOf, organisationById, organisationsOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('organisations')
})
afterAll(() => world.close())

const opened = async (address: string, name: string) => {
  const owner = await world.person(address)
  return { owner, organisation: await createOrganisation(owner.ctx, { name, kind: 'association' }) }
}

describe('opening an organisation', () => {
  test('makes its author the owner, and its identifier from its public name', async () => {
    const owner = await world.person('fondatrice@cardan.example')
    const organisation = await createOrganisation(owner.ctx, {
      name: 'Chantier d’insertion Cardan',
      displayName: 'Atelier Cardan',
      kind: 'training',
      city: 'Caen',
    })
    expect(organisation).toMatchObject({
      slug: 'atelier-cardan',
      did: 'did:web:insigne.test:organisations:atelier-cardan',
      displayName: 'Atelier Cardan',
      qualityAssurance: null,
      demo: false,
    })
    expect(await organisationsOf(owner.ctx, owner.accountId)).toEqual([{ organisation, role: 'owner' }])
  })

  test('twice at the same moment under one name gives two addresses', async () => {
    const owner = await world.person('double@cardan.example')
    const made = await Promise.all(
      [1, 2, 3].map(() => createOrganisation(owner.ctx, { name: 'La Ruche', kind: 'company' })),
    )
    expect(made.map((one) => one.slug).sort()).toEqual(['la-ruche', 'la-ruche-2', 'la-ruche-3'])
  })

  test('a name that is a word of the site is refused', async () => {
    const owner = await world.person('malin@cardan.example')
    for (const name of ['Manage', 'API', '東京', 'A'])
      await expect(createOrganisation(owner.ctx, { name, kind: 'company' })).rejects.toMatchObject({
        kind: { code: 'organisations.name-refused' },
      })
  })

  test('nobody opens one without signing in', async () => {
    const ctx = world.ctx({ kind: 'anonymous' })
    await expect(createOrganisation(ctx, { name: 'Personne', kind: 'company' })).rejects.toMatchObject({
      kind: { status: 401 },
    })
  })

  test('demo content goes without a trace', async () => {
    const territory = await ensureTerritory(world.ctx(), {
      slug: 'bocage',
      name: 'Bocage',
      kind: 'department',
      demo: true,
    })
    const ownerId = (await world.person('demo@cardan.example')).accountId
    const made = await createOrganisation(world.ctx(), {
      name: 'Exemple',
      kind: 'branch',
      territoryId: territory.id,
      demo: true,
      ownerId,
    })
    await deleteDemoOrganisations(world.ctx())
    await removeDemoTerritories(world.ctx())
    expect(await organisationById(world.ctx(), made.id)).toBeUndefined()
    expect(await organisationsOf(world.ctx(), ownerId)).toEqual([])
    expect(await territoryBySlug(world.ctx(), 'bocage')).toBeUndefined()
  })
})

describe('the profile', () => {
  test('changes without changing the address or the identifier', async () => {
    const { owner, organisation } = await opened('profil@cardan.example', 'Le Hangar')
    const edited = await editProfile(owner.ctx, organisation.id, {
      name: 'Le Grand Hangar',
      kind: 'company',
      qualityAssurance: 'Qualiopi',
    })
    expect(edited).toMatchObject({ slug: 'le-hangar', did: organisation.did, name: 'Le Grand Hangar' })
    expect(await organisationById(owner.ctx, organisation.id)).toEqual(edited)
  })

  test('carries the public name into badges, and what it says of its quality', async () => {
    const { owner, organisation } = await opened('public@cardan.example', 'Insertion Vire')
    const edited = await editProfile(owner.ctx, organisation.id, {
      name: 'Insertion Vire',
      displayName: 'Les Jardins de la Vire',
      kind: 'association',
      description: 'Cultive des légumes.',
      qualityAssurance: 'Label RSE',
      email: 'bonjour@vire.example',
      city: 'Vire',
    })
    const profile = organisationProfile('https://insigne.example', edited)
    expect(profile).toEqual({
      id: organisation.did,
      type: ['Profile'],
      name: 'Les Jardins de la Vire',
      url: 'https://insigne.example/organisations/insertion-vire',
      description: 'Cultive des légumes.\n\nAssurance qualité\u00a0: Label RSE',
      email: 'bonjour@vire.example',
      address: { type: ['Address'], addressLocality: 'Vire' },
    })
    expect(JSON.stringify(profile)).not.toContain('Insertion Vire')
  })
})

describe('members', () => {
  test('an invited person is a member at once and is told how to come', async () => {
    const { owner, organisation } = await opened('chef@cardan.example', 'La Forge')
    await addMember(owner.ctx, {
      organisationId: organisation.id,
      address: 'nouvelle@forge.example',
      role: 'awarder',
    })
    const [message] = await world.mailTo('nouvelle@forge.example')
    expect(message?.subject).toBe('Vous rejoignez La Forge sur Insigne')
    expect(message?.text).toContain('http://insigne.test/sign-in?next=%2Forganisations%2Fla-forge%2Fmanage')
    expect(message?.text).toContain('Remet les badges déjà publiés')
    const invited = await world.person('nouvelle@forge.example')
    expect((await invited.get('/organisations/la-forge/manage')).status).toBe(200)
  })

  test('inviting a member again changes the role and sends nothing', async () => {
    const { owner, organisation } = await opened('chef2@cardan.example', 'La Forge bis')
    const input = { organisationId: organisation.id, address: 'deja@forge.example' }
    world.clock.advance(1000)
    await addMember(owner.ctx, { ...input, role: 'viewer' })
    await addMember(owner.ctx, { ...input, role: 'awarder' })
    expect(await world.mailTo('deja@forge.example')).toHaveLength(1)
    expect((await membersOf(owner.ctx, organisation.id)).map((one) => one.role)).toEqual(['owner', 'awarder'])
  })

  test('the last owner can neither leave nor step down, even by an invitation', async () => {
    const { owner, organisation } = await opened('seule@cardan.example', 'La Tour')
    const place = { organisationId: organisation.id, accountId: owner.accountId }
    const refused = { kind: { code: 'organisations.last-owner', status: 409 } }
    await expect(removeMember(owner.ctx, place)).rejects.toMatchObject(refused)
    await expect(changeRole(owner.ctx, { ...place, role: 'viewer' })).rejects.toMatchObject(refused)
    await expect(
      addMember(owner.ctx, { organisationId: organisation.id, address: owner.address, role: 'viewer' }),
    ).rejects.toMatchObject(refused)
  })

  test('of two owners who leave together, one stays', async () => {
    const { owner, organisation } = await opened('pair1@cardan.example', 'Le Duo')
    await addMember(owner.ctx, {
      organisationId: organisation.id,
      address: 'pair2@cardan.example',
      role: 'owner',
    })
    const other = await world.person('pair2@cardan.example')
    const tries = await Promise.allSettled(
      [owner, other].map((one) =>
        removeMember(one.ctx, { organisationId: organisation.id, accountId: one.accountId }),
      ),
    )
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await membersOf(world.ctx(), organisation.id)).toHaveLength(1)
  })

  test('a reader may leave but may remove nobody', async () => {
    const { owner, organisation } = await opened('chef3@cardan.example', 'Le Phare')
    await addMember(owner.ctx, {
      organisationId: organisation.id,
      address: 'lecteur@phare.example',
      role: 'viewer',
    })
    const reader = await world.person('lecteur@phare.example')
    await expect(
      removeMember(reader.ctx, { organisationId: organisation.id, accountId: owner.accountId }),
    ).rejects.toMatchObject({ kind: { status: 403 } })
    await removeMember(reader.ctx, { organisationId: organisation.id, accountId: reader.accountId })
    expect(await membersOf(world.ctx(), organisation.id)).toHaveLength(1)
  })
})
