import type { JsonObject } from '@insigne/open-badges'
import { assess } from '../src/index.ts'
import { type Entry, type Part, partOf, readCorpus } from './corpus.ts'

/** One entry that the rules read otherwise than the readers. */
export interface Disagreement {
  id: string
  part: Part
  name: string
  read: string
  shown: string
  why: string
}

/** What a part of the corpus gave. */
export interface Measure {
  part: Part
  n: number
  agreed: number
  /** `read → shown → count`. */
  confusion: Record<string, Record<string, number>>
  /** Participation badges shown as a competency or more: must stay empty. */
  raised: string[]
  disagreements: Disagreement[]
}

/** Where the second reader ticked a fact, and what its check answered. */
export interface FactMeasure {
  check: number
  fact: string
  ticked: number
  found: number
  notTicked: number
  claimed: number
}

// Read from JSON files: nothing else can stand there.
const json = (value: Record<string, unknown>): JsonObject => JSON.parse(JSON.stringify(value))

const assessed = ({ achievement, credential }: Entry) =>
  assess({
    ...(achievement === undefined ? {} : { achievement: json(achievement) }),
    ...(credential === undefined ? {} : { credential: json(credential) }),
  })

const above = ['competence', 'certification', 'registered']

/** Judges one part and compares. */
export function measure(part: Part): Measure {
  const entries = readCorpus().filter((entry) => partOf(entry) === part)
  const result: Measure = { part, n: entries.length, agreed: 0, confusion: {}, raised: [], disagreements: [] }
  for (const entry of entries) {
    const { nature } = assessed(entry)
    const row = result.confusion[entry.nature] ?? {}
    result.confusion[entry.nature] = { ...row, [nature.shown]: (row[nature.shown] ?? 0) + 1 }
    if (entry.nature === 'participation' && above.includes(nature.shown)) result.raised.push(entry.id)
    if (nature.shown === entry.nature) result.agreed += 1
    else
      result.disagreements.push({
        id: entry.id,
        part,
        name: nameOf(entry),
        read: entry.nature,
        shown: nature.shown,
        why: nature.sentence.en,
      })
  }
  return result
}

const nameOf = (entry: Entry): string => {
  const subject: unknown = entry.credential?.['credentialSubject']
  const inner =
    entry.achievement ?? (isObject(subject) && isObject(subject['achievement']) ? subject['achievement'] : {})
  const { name } = inner
  return typeof name === 'string' ? name : JSON.stringify(name)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const factOfCheck = [
  [2, 'situation'],
  [4, 'assessment'],
  [5, 'assessor'],
  [6, 'evidence'],
  [7, 'grid'],
  [8, 'identity'],
  [9, 'quality'],
] as const

/** Check by check, against the facts that the second reader ticked. */
export function measureFacts(part: Part): FactMeasure[] {
  const entries = readCorpus().filter((entry) => partOf(entry) === part)
  const rows = factOfCheck.map(([check, fact]) => ({
    check,
    fact,
    ticked: 0,
    found: 0,
    notTicked: 0,
    claimed: 0,
  }))
  for (const entry of entries) {
    const { solidity } = assessed(entry)
    for (const row of rows) {
      const isTicked = entry.readers[1]?.facts.includes(row.fact) === true
      const isYes = solidity.find(({ check }) => check === row.check)?.state === 'yes'
      row[isTicked ? 'ticked' : 'notTicked'] += 1
      if (isYes) row[isTicked ? 'found' : 'claimed'] += 1
    }
  }
  return rows
}
