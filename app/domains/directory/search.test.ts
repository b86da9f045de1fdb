import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import { enterEntry, searchDirectory } from './index.ts'
import { asking, foreign } from './test-entries.ts'

let world: World
const names = async (q: string) =>
  (await searchDirectory(world.ctx(), asking({ q }))).entries.map((one) => one.name)

beforeAll(async () => {
  world = await testWorld('directory-search')
  const said = [
    ['Travailler en équipe', 'Tenir sa part du travail commun.'],
    ['Accueillir un client', 'Un stage en équipe, au comptoir.'],
    ['Organiser son poste', 'Ranger ses outils avant de commencer.'],
    ['Teamwork on site', 'Working together with others on a building site.'],
  ] as const
  for (const [n, [name, description]] of said.entries())
    await enterEntry(world.ctx(), foreign(n, { achievement: { name, description } }))
})
afterAll(() => world.close())

describe('a search in French', () => {
  test('finds a word without its accents, in the plural, in capitals and after an elision', async () => {
    for (const q of ['équipe', 'equipe', 'ÉQUIPES', 'l’équipe', "d'équipe"])
      expect(await names(q)).toEqual(['Travailler en équipe', 'Accueillir un client'])
  })

  test('corrects a typing error, says so, and then searches', async () => {
    const result = await searchDirectory(world.ctx(), asking({ q: 'equpie' }))
    expect(result.corrected).toEqual([{ typed: 'equpie', meant: 'équipe' }])
    expect(result.total).toBe(2)
  })
})
