import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import {
  type DirectoryEntry,
  type DirectoryQuery,
  type EntryInput,
  enterEntry,
  entryById,
  type FacetName,
  removeEntry,
  searchDirectory,
} from './index.ts'
import { asking, foreign } from './test-entries.ts'

// Words without a common stem, so that « holds the word » needs no linguist.
const words = ['menuiserie', 'cuisine', 'vélo', 'jardin', 'musique', 'soudure'] as const
const frameworks = ['ESCO', 'ROME 4.0', 'Grille maison'] as const
const areas = [[], ['D14', 'R28'], ['D76', 'R28'], ['D21', 'R27']] as const
const hosts = ['a.example.org', 'b.example.org', 'c.example.org'] as const
const types = ['ext:Participation', 'Competency', 'Certification', 'ext:Engagement', undefined] as const
const narratives = [
  'Être présent toute la journée.',
  'Prépare son poste seul. Évalué par un formateur, sur observation, avec une grille remise avant.',
  'Tenir le rôle de tuteur pendant un an et en rendre compte.',
] as const

const definition = fc.record({
  name: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }),
  said: fc.uniqueArray(fc.constantFrom(...words), { maxLength: 2 }),
  framework: fc.option(fc.constantFrom(...frameworks), { nil: undefined }),
  areas: fc.constantFrom(...areas),
  host: fc.constantFrom(...hosts),
  type: fc.constantFrom(...types),
  narrative: fc.constantFrom(...narratives),
  language: fc.constantFrom('fr', 'en', undefined),
  awarded: fc.constantFrom(true, false, null),
})

const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 })
const question = fc.record({
  q: fc.option(
    some(words).map((chosen) => chosen.join(' ')),
    { nil: undefined },
  ),
  nature: some(['participation', 'competence', 'engagement', 'undetermined', 'unheard-of']),
  fact: some(['1', '2', '4', '9', '11']),
  framework: some(frameworks),
  area: some(['R28', 'D14', 'R27', 'R99']),
  issuer: some(hosts.map((host) => `${host}/issuers/1`)),
  language: some(['fr', 'en']),
  awarded: fc.constantFrom('yes' as const, undefined),
  origin: fc.constantFrom('elsewhere' as const, 'here' as const, undefined),
})

let world: World
let all: DirectoryEntry[] = []
const texts = new Map<string, string>()

const enter = async (one: ReturnType<typeof made>) => {
  const { id } = await enterEntry(world.ctx(), one)
  texts.set(id, `${one.achievement.name} ${one.achievement.description}`)
  return id
}
const made = (drawn: typeof definition extends fc.Arbitrary<infer T> ? T : never, n: number): EntryInput => {
  const { name, said, framework, host, type, narrative, language, ...rest } = drawn
  return foreign(n, {
    ...rest,
    host,
    achievement: {
      name: `${name.join(' ')} ${n}`,
      description: `Badge ${said.join(', ')}.`,
      criteria: { narrative: `${narrative} Ligne ${n}.` },
      ...(type === undefined ? {} : { achievementType: type }),
      ...(language === undefined ? {} : { inLanguage: language }),
      ...(framework === undefined
        ? {}
        : {
            alignment: [
              {
                type: ['Alignment'],
                targetName: 'Une capacité',
                targetUrl: `https://f.example/${n}`,
                targetFramework: framework,
              },
            ],
          }),
    },
  })
}

beforeAll(async () => {
  world = await testWorld('directory-counts')
  const ids: string[] = []
  for (const [n, one] of fc.sample(definition, { numRuns: 150, seed: 7 }).entries())
    ids.push(await enter(made(one, n)))
  // The index is read before some of it changes and goes: it has several parts then.
  await searchDirectory(world.ctx(), asking({}))
  for (const [n, one] of fc.sample(definition, { numRuns: 40, seed: 8 }).entries()) {
    ids.push(await enter(made(one, n + 100)))
    if (n % 7 === 0) await searchDirectory(world.ctx(), asking({}))
  }
  for (const id of ids.slice(0, 20)) await removeEntry(world.ctx(), id, 'operator')
  all = (await Promise.all([...new Set(ids)].map((id) => entryById(world.ctx(), id)))).flatMap(
    (one) => one ?? [],
  )
}, 120_000)
afterAll(() => world.close())

/** What an entry has in each facet. */
const valuesOf: Record<FacetName, (one: DirectoryEntry) => string[]> = {
  nature: (one) => [one.nature.shown],
  fact: (one) => one.facts.flatMap((state, at) => (state === 'yes' ? [String(at + 1)] : [])),
  skill: (one) => one.skills.flatMap(({ skillId }) => skillId ?? []),
  framework: (one) => [
    ...new Set(one.skills.map(({ framework }) => framework).filter((name) => name !== '')),
  ],
  issuer: (one) => [one.issuer.key],
  area: (one) => [...one.areas],
  language: (one) => (one.language === null ? [] : [one.language]),
  awarded: (one) => (one.awarded === true ? ['yes'] : []),
  origin: (one) => [one.origin],
}
const facets: readonly FacetName[] = [
  'nature',
  'fact',
  'skill',
  'framework',
  'issuer',
  'area',
  'language',
  'awarded',
  'origin',
]
const known: Partial<Record<FacetName, RegExp>> = { nature: /^(?!unheard)/, fact: /^(?:[1-9]|10)$/ }

function naive(query: DirectoryQuery) {
  const asked = (facet: FacetName): string[] => {
    const given = query[facet]
    const list = Array.isArray(given) ? given : given === undefined ? [] : [given]
    return list.filter((value) => known[facet]?.test(value) ?? true)
  }
  const fits = (one: DirectoryEntry, facet: FacetName) => {
    const chosen = asked(facet)
    const had = valuesOf[facet](one)
    if (facet === 'fact') return chosen.every((value) => had.includes(value))
    return chosen.length === 0 || chosen.some((value) => had.includes(value))
  }
  const text = (one: DirectoryEntry) =>
    (query.q ?? '')
      .split(' ')
      .filter((word) => word !== '')
      .every((word) => (texts.get(one.id) ?? '').includes(word))
  const found = all.filter((one) => text(one) && facets.every((facet) => fits(one, facet)))
  const counts = Object.fromEntries(
    facets.map((facet) => {
      const base =
        facet === 'fact'
          ? found
          : all.filter((one) => text(one) && facets.every((other) => other === facet || fits(one, other)))
      const values = base.flatMap((one) => valuesOf[facet](one))
      return [facet, Map.groupBy(values, (value) => value)]
    }),
  )
  return { found, counts }
}

describe('the counts of a search', () => {
  test('are those of counting by hand, for any question, after changes and removals', async () => {
    expect(all.length).toBeGreaterThan(100)
    let answered = 0
    await fc.assert(
      fc.asyncProperty(question, async (drawn) => {
        const query = asking(drawn)
        const result = await searchDirectory(world.ctx(), query)
        const { found, counts } = naive(query)
        expect(result.total).toBe(found.length)
        expect(result.issuers).toBe(new Set(found.map((one) => one.issuer.key)).size)
        for (const facet of facets) {
          for (const { value, count } of result.facets[facet])
            expect([facet, value, count]).toEqual([facet, value, counts[facet]?.get(value)?.length ?? 0])
          if (facet !== 'skill')
            expect(result.facets[facet].filter(({ count }) => count > 0)).toHaveLength(
              counts[facet]?.size ?? 0,
            )
        }
        if (found.length > 0) answered++
      }),
      { numRuns: 150 },
    )
    expect(answered).toBeGreaterThan(20)
  }, 120_000)

  test('add up over the pages: each entry stands on one of them', async () => {
    for (const order of ['relevance', 'newest', 'name'] as const) {
      const seen: string[] = []
      const { pages } = await searchDirectory(world.ctx(), asking({ q: 'cuisine', order }))
      for (let page = 1; page <= pages; page++)
        seen.push(
          ...(await searchDirectory(world.ctx(), asking({ q: 'cuisine', order, page }))).entries.map(
            (one) => one.id,
          ),
        )
      const found = naive(asking({ q: 'cuisine' })).found
      expect(new Set(seen).size).toBe(seen.length)
      expect(new Set(seen)).toEqual(new Set(found.map((one) => one.id)))
    }
  })

  test('a name comes before the rest, then the newest first; by name it is alphabetical', async () => {
    const { entries } = await searchDirectory(world.ctx(), asking({ q: 'cuisine' }))
    const groups = entries.map(({ reason }) => ['name', 'skill', 'text', 'choices'].indexOf(reason.where))
    expect(groups).toEqual(groups.toSorted((a, b) => a - b))
    const byName = await searchDirectory(world.ctx(), asking({ order: 'name' }))
    const names = byName.entries.map((one) => one.name)
    expect(names).toEqual(
      names.toSorted((a, b) =>
        a.normalize('NFD').replace(/\p{M}/gu, '') < b.normalize('NFD').replace(/\p{M}/gu, '') ? -1 : 1,
      ),
    )
  })
})
