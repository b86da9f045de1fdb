import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import { ensureTerritory, listTerritories, removeDemoTerritories, territoryBySlug } from './index.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('territories')
})
afterAll(() => world.close())

describe('territories', () => {
  test('are made once, whoever asks and however often', async () => {
    const wanted = { slug: 'dijon', name: 'Dijon', kind: 'city-area', demo: true } as const
    const made = await Promise.all([1, 2, 3].map(() => ensureTerritory(world.ctx(), wanted)))
    expect(new Set(made.map((one) => one.id)).size).toBe(1)
    expect(await ensureTerritory(world.ctx(), { ...wanted, name: 'Autre' })).toMatchObject({ name: 'Dijon' })
    expect(await territoryBySlug(world.ctx(), 'dijon')).toEqual(made[0])
    expect(await territoryBySlug(world.ctx(), 'nulle-part')).toBeUndefined()
  })

  test('are listed by name, and those of the demo go alone', async () => {
    await ensureTerritory(world.ctx(), { slug: 'aude', name: 'Aude', kind: 'department', demo: false })
    expect((await listTerritories(world.ctx())).map((one) => one.name)).toEqual(['Aude', 'Dijon'])
    await removeDemoTerritories(world.ctx())
    expect((await listTerritories(world.ctx())).map((one) => one.slug)).toEqual(['aude'])
  })
})
