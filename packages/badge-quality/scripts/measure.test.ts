import { expect, test } from 'vitest'
import { partOf, parts, readCorpus } from './corpus.ts'
import { measure } from './measure.ts'
import { report } from './report.ts'

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
  const first = readCorpus().filter((entry) => !entry.id.startsWith('late-'))
  const share = first.filter((entry) => partOf(entry) === 'apart').length / first.length
  expect(share).toBeGreaterThan(0.25)
  expect(share).toBeLessThan(0.4)
})

// « free » was written to avoid the usual words: it shows the limit and has no goal but the next one.
test.each(parts.filter((part) => part !== 'free'))(
  'the rules agree with the readers on the part « %s »',
  (part) => {
    const { agreed, n } = measure(part)
    expect(agreed / n).toBeGreaterThanOrEqual(goal)
  },
)

test.each(parts)('no participation badge of the part « %s » is shown as a competency', (part) => {
  expect(measure(part).raised).toEqual([])
})

test('the page for readers names every disagreement', () => {
  const measures = parts.map(measure)
  const page = report(measures)
  for (const { id } of measures.flatMap(({ disagreements }) => disagreements))
    expect(page).toContain(`| ${id} |`)
})
