import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import { loadShipped, savoirEtreAlignment } from '../frameworks/index.ts'
import { DirectoryQuery, directoryPath, enterEntry, searchDirectory } from './index.ts'
import { asking, foreign } from './test-entries.ts'

let world: World
const search = (query: Partial<DirectoryQuery>) => searchDirectory(world.ctx(), asking(query))
const names = async (q: string) => (await search({ q })).entries.map((one) => one.name)

beforeAll(async () => {
  world = await testWorld('directory-search')
  await loadShipped(world.ctx())
  const said = [
    ['Travailler en équipe', 'Tenir sa part du travail commun.'],
    ['Accueillir un client', 'Un stage en équipe, au comptoir.'],
    ['Ranger un atelier', 'Ranger ses outils avant de commencer.'],
    ['Teamwork on site', 'Working together with others on a building site.'],
    ['Œuvre collective', 'Une fresque peinte à plusieurs mains.'],
  ] as const
  for (const [n, [name, description]] of said.entries())
    await enterEntry(world.ctx(), foreign(n, { achievement: { name, description } }))
  const alignment = savoirEtreAlignment('300483')
  await enterEntry(
    world.ctx(),
    foreign('aligned', {
      achievement: {
        name: 'Chef de chantier',
        description: 'Mène un chantier du premier au dernier jour.',
        alignment: alignment === undefined ? [] : [{ type: ['Alignment'], ...alignment }],
      },
    }),
  )
})
afterAll(() => world.close())

describe('a search in French', () => {
  test('finds a word without its accents, in the plural, in capitals and after an elision', async () => {
    for (const q of ['équipe', 'equipe', 'ÉQUIPES', 'l’équipe', "d'équipe", 'e\u0301quipe'])
      expect(await names(q)).toEqual(['Travailler en équipe', 'Accueillir un client'])
    for (const q of ['œuvre', 'oeuvres', 'Œuvre']) expect(await names(q)).toEqual(['Œuvre collective'])
  })

  test('finds the forms of a verb, and of an English word', async () => {
    expect(await names('rangement')).toEqual(['Ranger un atelier'])
    expect(await names('peint')).toEqual(['Œuvre collective'])
    expect(await names('buildings')).toEqual(['Teamwork on site'])
  })

  test('wants every word, wherever it stands, and says where it was found', async () => {
    expect(await names('équipe comptoir')).toEqual(['Accueillir un client'])
    const { entries } = await search({ q: 'équipe' })
    expect(entries.map((one) => one.reason.where)).toEqual(['name', 'text'])
  })

  test('corrects a typing error, says so, and then searches', async () => {
    for (const q of ['equpie', 'équippe', 'equip']) {
      const result = await search({ q })
      expect(result.total).toBe(2)
      if (q !== 'equip') expect(result.corrected).toEqual([{ typed: q, meant: 'équipe' }])
    }
    // A short word is never turned into another: « bus » is not « but ».
    expect((await search({ q: 'bxs' })).corrected).toEqual([])
  })

  test('finds a skill by another name of it', async () => {
    const alias = (await search({ q: 'planification' })).entries
    const byName = (await search({ q: 'priorités organiser travail' })).entries
    expect(byName.map((one) => [one.name, one.reason.where])).toEqual([['Chef de chantier', 'skill']])
    expect(alias.length).toBeLessThanOrEqual(1)
    const skill = byName[0]?.skills[0]
    expect(skill).toMatchObject({ suggested: false, framework: expect.stringContaining('ROME') })
    expect((await search({ skill: [skill?.skillId ?? ''] })).total).toBe(1)
  })

  test('asks nothing with words that every text has, and says which they were', async () => {
    const result = await search({ q: 'de la en' })
    expect([result.total, result.ignored]).toEqual([6, ['de', 'la', 'en']])
    expect((await search({ q: '🎉' })).ignored).toEqual(['🎉'])
    expect((await search({ q: 'le client' })).ignored).toEqual([])
  })

  test('names a word that it does not know in any form, and finds nothing', async () => {
    const result = await search({ q: 'équipe xylophonique' })
    expect([result.total, result.unknown]).toEqual([0, ['xylophonique']])
  })

  test('takes whatever is typed: SQL, patterns, a very long question', async () => {
    for (const q of [
      "'; drop table directory_entries; --",
      '%_\\',
      '\u0000',
      '\ud800',
      'équipe '.repeat(28).trim(),
      '"équipe" & !client | (x:*)',
      'x'.repeat(200),
    ])
      expect((await search({ q })).total).toBeGreaterThanOrEqual(0)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (q) => {
        expect((await search({ q })).page).toBe(1)
      }),
      { numRuns: 60 },
    )
    expect((await search({})).total).toBe(6)
  })

  test('a page beyond the last is empty, and says how many there are', async () => {
    const result = await search({ page: 400 })
    expect([result.total, result.pages, result.entries]).toEqual([6, 1, []])
  })

  test('a choice that nothing has is shown with its count, which is none', async () => {
    const absent = '00000000-0000-4000-8000-000000000000'
    const { total, facets } = await search({ skill: [absent], area: ['D99'] })
    expect(total).toBe(0)
    expect(facets.skill).toContainEqual({ value: absent, label: absent, count: 0, chosen: true })
    expect(facets.area).toContainEqual({ value: 'D99', label: 'D99', count: 0, chosen: true })
  })
})

test('a question is the same as an address, and back', () => {
  fc.assert(
    fc.property(
      fc.record({
        q: fc.option(fc.string({ maxLength: 30 }), { nil: undefined }),
        nature: fc.subarray(['participation', 'competence']),
        page: fc.option(fc.integer({ min: 2, max: 500 }), { nil: undefined }),
      }),
      (drawn) => {
        const query = DirectoryQuery.parse(drawn)
        const parameters = new URL(directoryPath(query), 'https://x.fr').searchParams
        const again = DirectoryQuery.parse({
          q: parameters.get('q') ?? undefined,
          nature: parameters.getAll('nature'),
          page: parameters.get('page') ?? undefined,
        })
        expect(directoryPath(again)).toBe(directoryPath(query))
      },
    ),
  )
})
