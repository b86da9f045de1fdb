import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { partOf, parts, readCorpus } from './corpus.ts'
import { measure } from './measure.ts'
import { pageForReaders, report } from './report.ts'

const goal = 0.95

test('the corpus holds at least 300 badges in two languages, each read twice', () => {
  const entries = readCorpus()
  expect(entries.length).toBeGreaterThanOrEqual(300)
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  for (const language of ['fr', 'en'])
    expect(entries.filter((one) => one.language === language).length).toBeGreaterThan(100)
  for (const { readers } of entries) {
    expect(readers).toHaveLength(2)
    expect(readers.every(({ why }) => why !== '')).toBe(true)
  }
})

test('about a third of the first corpus is kept apart, by a rule that no reader chose', () => {
  const first = readCorpus().filter((entry) => !/^(?:late|world)-/.test(entry.id))
  const share = first.filter((entry) => partOf(entry) === 'apart').length / first.length
  expect(share).toBeGreaterThan(0.25)
  expect(share).toBeLessThan(0.4)
})

// « free » avoids the usual words and « world » is worded by nobody here: they show the limit, and must not fall back.
test.each([
  ['free', 0.3],
  ['world', 0.9],
  ['world-apart', 0.6],
] as const)('the part « %s » does not fall below what was published', (part, least) => {
  const { agreed, n } = measure(part)
  expect(agreed / n).toBeGreaterThanOrEqual(least)
})

test('half of the definitions met in the world are kept apart', () => {
  const world = readCorpus().filter(({ id }) => id.startsWith('world-'))
  expect(world.length).toBeGreaterThanOrEqual(60)
  const share = world.filter((entry) => partOf(entry) === 'world-apart').length / world.length
  expect(share).toBeGreaterThan(0.4)
  expect(share).toBeLessThan(0.6)
})

test.each(parts.filter((part) => part !== 'free' && !part.startsWith('world')))(
  'the rules agree with the readers on the part « %s »',
  (part) => {
    const { agreed, n } = measure(part)
    expect(agreed / n).toBeGreaterThanOrEqual(goal)
  },
)

test.each(parts)('no participation badge of the part « %s » is shown as a competency', (part) => {
  expect(measure(part).raised).toEqual([])
})

test('the page for readers names every disagreement, and is as the corpus and the rules give it', () => {
  const measures = parts.map(measure)
  const page = report(measures)
  for (const { id } of measures.flatMap(({ disagreements }) => disagreements))
    expect(page).toContain(`\n| ${id} `)
  expect(readFileSync(pageForReaders, 'utf8')).toBe(page)
})
