import type { Context } from '../../../infra/context.ts'
import type { DirectoryEntry } from '../model.ts'
import { type DirectoryQuery, directoryPath, type FacetName, type FacetValue, pageSize } from '../query.ts'
import { entriesByNumber, namesAfter, namesAmong } from '../reads.ts'
import { labelsOf } from '../terms.ts'
import { ask, columnIndex, type Snapshot } from './column-index.ts'
import { type Counts, countValues, facetRecord } from './count-values.ts'
import { areaNames, fixedLabel } from './labels.ts'
import { giveBack, inOrder, type Tally } from './plan.ts'
import { type AskedWord, type ReadQuery, readQuery } from './read-query.ts'
import { Remembered } from './remembered.ts'
import { wordsOf } from './words.ts'

/** Where the words asked were found: the order of the answers says no more than that. */
export type Reason =
  | { where: 'name' }
  /** In the name of this skill; null when only another name of it matches. */
  | { where: 'skill'; skill: string | null }
  | { where: 'text' }
  /** No word was asked. */
  | { where: 'choices' }

export interface FoundEntry extends DirectoryEntry {
  reason: Reason
}

export interface SearchResult {
  /** How many entries there are in all, exactly. */
  total: number
  page: number
  pages: number
  /** One page of them. */
  entries: FoundEntry[]
  /** By facet, the most frequent values first; a chosen value is always there. */
  facets: Record<FacetName, FacetValue[]>
  /** How many issuers these entries have. */
  issuers: number
  /** What was looked for in place of what was typed. */
  corrected: { typed: string; meant: string }[]
  /** Words that asked for nothing. */
  ignored: string[]
  /** Words that the directory knows in no form. */
  unknown: string[]
}

/** What is found, whatever the language of the page and before any text is read. */
interface Answer {
  total: number
  numbers: { number: number; group: number }[]
  counts: Counts['values']
  issuers: number
  read: ReadQuery
  /** Names of the terms above. */
  labels: Map<number, string>
}

let answers = new Remembered<Answer>(300)

/**
 * For measuring: what was asked before is worked out again.
 * @public
 */
export function forgetAnswers(): void {
  answers = new Remembered(300)
}

/**
 * Searches the directory. Inside a facet choices widen (one of them is enough), except for the checks, which must
 * all hold; between facets they narrow. The count of a value is what the page would hold with this value as the
 * only choice of its facet and all other choices kept; of a check, with this check as well.
 */
export async function searchDirectory(ctx: Context, query: DirectoryQuery): Promise<SearchResult> {
  const snapshot = await columnIndex(ctx).current(ctx)
  const key = directoryPath({ ...query, q: query.q?.toLowerCase(), compare: [] })
  const answer = await answers.get(snapshot, key, () => answerOf(ctx, snapshot, query))
  const { total, read, counts, labels } = answer
  const [found, areas] = await Promise.all([
    entriesByNumber(
      ctx,
      answer.numbers.map((one) => one.number),
    ),
    areaNames(ctx),
  ])
  const label = (facet: FacetName, value: string, term: number | undefined) =>
    fixedLabel(ctx.locale, facet, value) ??
    areas.get(value) ??
    (term === undefined ? value : (labels.get(term) ?? value))
  const facets = facetRecord((facet) =>
    counts[facet].map(({ value, term, count }) => ({
      value,
      label: label(facet, value, term),
      count,
      chosen: read.asked.get(facet)?.includes(value) ?? false,
    })),
  )
  return {
    total,
    page: query.page ?? 1,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    entries: answer.numbers.flatMap(({ number, group }) => {
      const entry = found.get(number)
      return entry === undefined ? [] : [{ ...entry, reason: reasonOf(entry, group, read.words) }]
    }),
    facets,
    issuers: answer.issuers,
    corrected: read.corrected.map(({ typed, meant }) => {
      const term = snapshot.dictionary.id('word', meant)
      return { typed, meant: (term === undefined ? undefined : labels.get(term)) ?? meant }
    }),
    ignored: read.ignored,
    unknown: read.words.filter((one) => one.forms.length === 0).map((one) => one.shown),
  }
}

async function answerOf(ctx: Context, snapshot: Snapshot, query: DirectoryQuery): Promise<Answer> {
  const read = await readQuery(ctx, snapshot, query)
  const tally = await ask(snapshot, read.plan)
  const { values: counts, issuers } = countValues(snapshot, tally, read.asked)
  giveBack(tally)
  const page = query.page ?? 1
  const numbers =
    query.order === 'name'
      ? (await byName(ctx, tally, page)).map((number) => ({ number, group: 2 }))
      : query.order === 'newest'
        ? inOrder([tally.best.flat()], read.plan.wanted).slice((page - 1) * pageSize)
        : inOrder(tally.best, read.plan.wanted).slice((page - 1) * pageSize)
  const labels = await labelsOf(ctx, [
    ...Object.values(counts).flatMap((values) => values.flatMap(({ term }) => term ?? [])),
    ...read.corrected.flatMap(({ meant }) => snapshot.dictionary.id('word', meant) ?? []),
  ])
  return { total: tally.total, numbers, counts, issuers, read, labels }
}

/** Few answers are put in order by the database; many are met soon enough on a walk through all names. */
const fewAnswers = 5_000

async function byName(ctx: Context, tally: Tally, page: number): Promise<number[]> {
  const offset = (page - 1) * pageSize
  if (tally.total <= offset) return []
  if (tally.total <= fewAnswers) {
    const numbers = tally.found.flatMap(({ segment, bits }) => {
      const own: number[] = []
      bits.each((place) => {
        own.push(segment.numberAt(place))
      })
      return own
    })
    return namesAmong(ctx, numbers, offset, pageSize)
  }
  const met: number[] = []
  for (let after: Awaited<ReturnType<typeof namesAfter>>[number] | undefined; ; ) {
    const names = await namesAfter(ctx, after, 2_000)
    for (const { number } of names)
      if (tally.found.some(({ segment, bits }) => segment.hasIn(bits, number))) met.push(number)
    after = names.at(-1)
    if (met.length >= offset + pageSize || after === undefined || names.length < 2_000)
      return met.slice(offset, offset + pageSize)
  }
}

function reasonOf(entry: DirectoryEntry, group: number, words: readonly AskedWord[]): Reason {
  if (words.length === 0) return { where: 'choices' }
  if (group === 0) return { where: 'name' }
  if (group === 2) return { where: 'text' }
  const asked = new Set(words.map(({ word }) => word.slice(0, 4)))
  const skill = entry.skills.find(({ name }) => wordsOf(name).some(({ word }) => asked.has(word.slice(0, 4))))
  return { where: 'skill', skill: skill?.name ?? null }
}
