import type { FacetName } from '../query.ts'
import { Bits } from './bits.ts'
import { fields, type Segment } from './segment.ts'

/** A question in numbers: what the index is asked. */
export interface Plan {
  /** For each word asked: the terms that are forms of it. All words must be found. */
  words: readonly (readonly number[])[]
  /** Facets with choices: one of the terms must be there. */
  choices: ReadonlyMap<FacetName, readonly number[]>
  /** Checks that must all hold, as bits. */
  facts: number
  /** How many of the best are wanted. */
  wanted: number
}

/** In how many groups the answers come: all words in the name, in the name and skills, anywhere. */
export const groups = 3

export interface Tally {
  total: number
  /** By term: how many answers have it. */
  counts: Uint32Array
  /** By term: how many more there would be without the choices of its own facet. */
  more: Uint32Array
  /** By combination of the ten checks. */
  facts: Uint32Array
  /** Numbers of the best answers of each group, newest first. */
  best: number[][]
  /** What was found, for who must go through it in another order. */
  found: { segment: Segment; bits: Bits }[]
}

// The counters of a large directory are large: a search takes those that another gave back.
const spare: Pick<Tally, 'counts' | 'more' | 'facts'>[] = []

export function emptyTally(terms: number): Tally {
  const used = spare.pop()
  const counters =
    used !== undefined && used.counts.length >= terms
      ? used
      : { counts: new Uint32Array(terms), more: new Uint32Array(terms), facts: new Uint32Array(1024) }
  counters.counts.fill(0)
  counters.more.fill(0)
  counters.facts.fill(0)
  return { total: 0, ...counters, best: Array.from({ length: groups }, () => []), found: [] }
}

/** The counters of a tally that was read serve the next search. */
export function giveBack({ counts, more, facts }: Tally): void {
  if (spare.length < 4) spare.push({ counts, more, facts })
}

/**
 * Asks one segment and adds what it finds. A facet counts what is found with the choices of all the other
 * facets: that is R plus, for a facet with choices, what these choices alone left out.
 */
export function askSegment(segment: Segment, plan: Plan, kindOf: Uint8Array, tally: Tally): void {
  const text = textOf(segment, plan)
  if (text === undefined) return
  const { all: base, name, skills } = text

  const chosen = [...plan.choices].map(([facet, terms]) => ({ facet, bits: withAny(segment, terms) }))
  const facts = plan.facts === 0 ? undefined : withFacts(segment, plan.facts)
  const answers = base.copy()
  if (facts !== undefined) answers.keep(facts)
  for (const { bits } of chosen) answers.keep(bits)

  countAll(segment, answers, tally)
  for (const { facet, bits } of chosen) {
    const left = base.copy()
    if (facts !== undefined) left.keep(facts)
    for (const other of chosen) if (other.facet !== facet) left.keep(other.bits)
    left.drop(bits)
    countOne(segment, left, kindOf, facetKinds[facet], tally.more)
  }
  if (answers.count() === 0) return
  tally.found.push({ segment, bits: answers })
  takeBest(segment, answers, [name, skills], plan.wanted, tally.best)
}

/** Numbers for the kinds of terms, so that a pass can tell them apart quickly. */
export const facetKinds: Readonly<Record<FacetName, number>> = {
  nature: 1,
  language: 2,
  area: 3,
  skill: 4,
  framework: 5,
  issuer: 6,
  awarded: 7,
  origin: 8,
  fact: 0,
}

interface Text {
  all: Bits
  name: Bits | undefined
  skills: Bits | undefined
}

/** Where all words are found: at all, in the name, in the name or the skills. Undefined: nowhere. */
function textOf(segment: Segment, { words }: Plan): Text | undefined {
  const all = segment.alive.copy()
  if (words.length === 0) return { all, name: undefined, skills: undefined }
  const name = Bits.full(segment.size)
  const skills = Bits.full(segment.size)
  for (const forms of words) {
    const here = Bits.empty(segment.size)
    for (const form of forms) segment.addTo(here, form, fields.name)
    name.keep(here)
    for (const form of forms) segment.addTo(here, form, fields.skills)
    skills.keep(here)
    for (const form of forms) segment.addTo(here, form, fields.rest)
    if (!all.keep(here)) return undefined
  }
  return { all, name, skills }
}

function withAny(segment: Segment, terms: readonly number[]): Bits {
  const bits = Bits.empty(segment.size)
  for (const term of terms) segment.addTo(bits, term, fields.tag)
  return bits
}

function withFacts(segment: Segment, wanted: number): Bits {
  const bits = Bits.full(segment.size)
  const { facts } = segment.data
  for (let place = 0; place < facts.length; place++)
    if (((facts[place] ?? 0) & wanted) !== wanted) bits.clear(place)
  return bits
}

/** Every facet at once. Where most entries answer, all are taken from memory and the others taken off. */
function countAll(segment: Segment, answers: Bits, tally: Tally): void {
  const others = segment.alive.copy()
  others.drop(answers)
  const left = others.count()
  tally.total += segment.live - left
  if (left > segment.live / 2) {
    countColumns(segment, answers, tally.counts, tally.facts, 1)
    return
  }
  const whole = wholeOf(segment, tally.counts.length)
  for (const [at, term] of whole.terms.entries())
    tally.counts[term] = (tally.counts[term] ?? 0) + (whole.counts[at] ?? 0)
  for (const [bits, count] of whole.facts.entries()) tally.facts[bits] = (tally.facts[bits] ?? 0) + count
  if (left > 0) countColumns(segment, others, tally.counts, tally.facts, -1)
}

/** The counts of a whole segment: worked out once, since it never changes. */
interface Whole {
  terms: Uint32Array
  counts: Uint32Array
  facts: Uint32Array
}
const wholes = new WeakMap<Segment, Whole>()

function wholeOf(segment: Segment, terms: number): Whole {
  const known = wholes.get(segment)
  if (known !== undefined) return known
  const counts = new Uint32Array(terms)
  const facts = new Uint32Array(1024)
  countColumns(segment, segment.alive, counts, facts, 1)
  const present: number[] = []
  for (let term = 0; term < terms; term++) if (counts[term] !== 0) present.push(term)
  const whole = {
    terms: Uint32Array.from(present),
    counts: Uint32Array.from(present, (term) => counts[term] ?? 0),
    facts,
  }
  wholes.set(segment, whole)
  return whole
}

/** Adds or takes off `by` for each entry. By hand: this is where a search spends its time. */
function countColumns(
  segment: Segment,
  entries: Bits,
  counts: Uint32Array,
  factCounts: Uint32Array,
  by: 1 | -1,
): void {
  const { topics, topicStart, facts, sets, setValues, issuers } = segment.data
  const setCounts = new Uint32Array(setValues.length)
  const { words } = entries
  for (let at = 0; at < words.length; at++) {
    let word = words[at] ?? 0
    while (word !== 0) {
      const low = word & -word
      word ^= low
      const place = (at << 5) + 31 - Math.clz32(low)
      add(factCounts, facts[place] ?? 0, by)
      add(setCounts, sets[place] ?? 0, 1)
      add(counts, issuers[place] ?? 0, by)
      const end = topicStart[place + 1] ?? 0
      for (let topic = topicStart[place] ?? 0; topic < end; topic++) add(counts, topics[topic] ?? 0, by)
    }
  }
  addSets(setValues, setCounts, counts, by)
}

const add = (counts: Uint32Array, at: number, by: 1 | -1): void => {
  counts[at] = (counts[at] ?? 0) + by
}

function addSets(
  setValues: readonly (readonly number[])[],
  setCounts: Uint32Array,
  counts: Uint32Array,
  by: 1 | -1,
  wanted: (term: number) => boolean = () => true,
): void {
  for (const [set, values] of setValues.entries()) {
    const count = setCounts[set] ?? 0
    if (count > 0)
      for (const term of values) if (wanted(term)) counts[term] = (counts[term] ?? 0) + by * count
  }
}

/** One facet alone: only its own column is read. */
function countOne(segment: Segment, bits: Bits, kindOf: Uint8Array, kind: number, counts: Uint32Array): void {
  const { topics, topicStart, sets, setValues, issuers } = segment.data
  if (kind === facetKinds.issuer)
    bits.each((place) => {
      add(counts, issuers[place] ?? 0, 1)
    })
  else if (kind === facetKinds.skill || kind === facetKinds.framework)
    bits.each((place) => {
      const end = topicStart[place + 1] ?? 0
      for (let at = topicStart[place] ?? 0; at < end; at++) {
        const term = topics[at] ?? 0
        if (kindOf[term] === kind) add(counts, term, 1)
      }
    })
  else {
    const setCounts = new Uint32Array(setValues.length)
    bits.each((place) => {
      add(setCounts, sets[place] ?? 0, 1)
    })
    addSets(setValues, setCounts, counts, 1, (term) => kindOf[term] === kind)
  }
}

/** The newest of each group; a group takes what no group before it took. */
function takeBest(
  segment: Segment,
  answers: Bits,
  [name, skills]: readonly (Bits | undefined)[],
  wanted: number,
  best: number[][],
): void {
  const left = answers.copy()
  for (const [order, group] of [name, skills, undefined].entries()) {
    if (group === undefined && order < 2) continue
    const here = left.copy()
    if (group !== undefined) {
      here.keep(group)
      left.drop(group)
    }
    const list = best[order] ?? []
    let taken = 0
    here.eachDown((place) => {
      list.push(segment.numberAt(place))
      return ++taken >= wanted
    })
  }
}

/** The best answers in order: group by group, newest first, with the group of each. */
export function inOrder(best: readonly number[][], wanted: number): { number: number; group: number }[] {
  return best
    .flatMap((list, group) =>
      list
        .toSorted((a, b) => b - a)
        .slice(0, wanted)
        .map((number) => ({ number, group })),
    )
    .slice(0, wanted)
}
