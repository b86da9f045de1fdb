import type { FacetName } from '../query.ts'
import type { Snapshot } from './column-index.ts'
import { facetKinds, type Tally } from './plan.ts'

/** A value of a facet, and how many answers the page would hold with it. */
export interface ValueCount {
  value: string
  /** Undefined for a check, and for a value that no entry has. */
  term: number | undefined
  count: number
}

/** Of facets with many values, so many are shown; areas are all there, for the map. */
const mostValues = 30
const mostOf: Partial<Record<FacetName, number>> = { area: 500, nature: 20, language: 200 }

export interface Counts {
  values: Record<FacetName, ValueCount[]>
  /** How many issuers the answers have. */
  issuers: number
}

/** The values of each facet, the most frequent first; what was asked is always there. */
export function countValues(
  { dictionary }: Snapshot,
  tally: Tally,
  asked: ReadonlyMap<FacetName, readonly string[]>,
): Counts {
  let issuers = 0
  const values = facetRecord((facet): ValueCount[] => {
    if (facet === 'fact') return checkCounts(tally.facts)
    const top = new Top(mostOf[facet] ?? mostValues)
    for (const term of dictionary.termsOf(facetKinds[facet])) {
      const here = tally.counts[term] ?? 0
      const count = here + (tally.more[term] ?? 0)
      if (count === 0) continue
      if (facet === 'issuer' && here > 0) issuers++
      top.offer(term, count)
    }
    const best = top.inOrder().map(({ term, count }) => ({ value: dictionary.value(term), term, count }))
    const absent = (asked.get(facet) ?? []).filter((value) => !best.some((one) => one.value === value))
    return [
      ...best,
      ...absent.map((value) => {
        const term = dictionary.id(facet, value)
        const count = term === undefined ? 0 : (tally.counts[term] ?? 0) + (tally.more[term] ?? 0)
        return { value, term, count }
      }),
    ]
  })
  return { values, issuers }
}

function checkCounts(facts: Uint32Array): ValueCount[] {
  const counts = new Array<number>(10).fill(0)
  for (let bits = 0; bits < facts.length; bits++) {
    const count = facts[bits] ?? 0
    if (count > 0)
      for (let at = 0; at < 10; at++) if ((bits >> at) & 1) counts[at] = (counts[at] ?? 0) + count
  }
  return counts.map((count, at) => ({ value: String(at + 1), term: undefined, count }))
}

export function facetRecord<T>(value: (facet: FacetName) => T): Record<FacetName, T> {
  return {
    nature: value('nature'),
    fact: value('fact'),
    skill: value('skill'),
    framework: value('framework'),
    issuer: value('issuer'),
    area: value('area'),
    language: value('language'),
    awarded: value('awarded'),
    origin: value('origin'),
  }
}

/** The most frequent few of many, without putting all of them in order. */
class Top {
  readonly #most: number
  readonly #list: { term: number; count: number }[] = []

  constructor(most: number) {
    this.#most = most
  }

  offer(term: number, count: number): void {
    const list = this.#list
    const last = list.at(-1)
    if (list.length === this.#most && last !== undefined && count <= last.count) return
    let at = list.length
    while (at > 0 && (list[at - 1]?.count ?? 0) < count) at--
    list.splice(at, 0, { term, count })
    if (list.length > this.#most) list.pop()
  }

  inOrder(): readonly { term: number; count: number }[] {
    return this.#list
  }
}
