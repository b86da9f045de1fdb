import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import {
  areaByCode,
  areasOf,
  ensureTerritory,
  listAreas,
  listTerritories,
  removeDemoTerritories,
  territoriesWithin,
  territoryBySlug,
} from './index.ts'
import { officialSql } from './official.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('territories')
})
afterAll(() => world.close())

describe('territories', () => {
  test('are made once, whoever asks and however often', async () => {
    const wanted = {
      slug: 'dijon',
      name: 'Dijon métropole',
      kind: 'city-area',
      demo: true,
      within: 'D21',
    } as const
    const made = await Promise.all([1, 2, 3].map(() => ensureTerritory(world.ctx(), wanted)))
    expect(new Set(made.map((one) => one.id)).size).toBe(1)
    expect(await ensureTerritory(world.ctx(), { ...wanted, name: 'Autre' })).toMatchObject({
      name: 'Dijon métropole',
    })
    expect(await territoryBySlug(world.ctx(), 'dijon')).toEqual(made[0])
    expect(await territoryBySlug(world.ctx(), 'nulle-part')).toBeUndefined()
  })

  test('hold the 18 regions and the 101 departments, each in its region', async () => {
    const areas = await listAreas(world.ctx())
    const regions = areas.filter((one) => one.kind === 'region')
    const departments = areas.filter((one) => one.kind === 'department')
    expect([regions.length, departments.length]).toEqual([18, 101])
    const ids = new Set(regions.map((one) => one.id))
    expect(departments.every((one) => one.parentId !== null && ids.has(one.parentId))).toBe(true)
    expect(areas.every((one) => /^(?:R\d\d|D(?:\d\d|2[AB]|97\d))$/.test(one.code))).toBe(true)
  })

  test('say where they stand, from the narrow to the wide', async () => {
    const dijon = await territoryBySlug(world.ctx(), 'dijon')
    expect(await areasOf(world.ctx(), dijon?.id ?? '')).toEqual(['D21', 'R27'])
    const normandie = await areaByCode(world.ctx(), 'R28')
    expect(normandie).toMatchObject({ slug: 'normandie', name: 'Normandie' })
    expect(await areasOf(world.ctx(), normandie?.id ?? '')).toEqual(['R28'])
    expect(await territoriesWithin(world.ctx(), normandie?.id ?? '')).toHaveLength(6)
    expect(await areaByCode(world.ctx(), 'R99')).toBeUndefined()
  })

  test('a place of the demo that bears an official name is the official place', async () => {
    const region = { slug: 'normandie', name: 'Normandie', kind: 'region', demo: true } as const
    expect(await ensureTerritory(world.ctx(), region)).toMatchObject({ code: 'R28' })
    // An older installation made it before the official list came.
    await sql`update territories set demo = true, code = null where slug = 'normandie'`.execute(
      world.ctx().db,
    )
    await sql.raw(officialSql).execute(world.ctx().db)
    expect(await ensureTerritory(world.ctx(), region)).toMatchObject({ code: 'R28' })
  })

  test('those of the demo go alone', async () => {
    await removeDemoTerritories(world.ctx())
    expect(await territoryBySlug(world.ctx(), 'dijon')).toBeUndefined()
    expect(await territoryBySlug(world.ctx(), 'normandie')).toMatchObject({ code: 'R28' })
    expect(await listTerritories(world.ctx())).toHaveLength(119)
  })
})
