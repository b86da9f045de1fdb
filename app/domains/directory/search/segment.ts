import { Bits } from './bits.ts'
import { PackedReader } from './packed.ts'

/** Where a word may stand, and facet values beside them: a posting list for each. */
export const fields = { name: 0, skills: 1, rest: 2, tag: 3 } as const

/** A segment holds at most so many entries: a place in it fits 16 bits. */
export const segmentSize = 65_536
/** A list of more places than this is shorter as a map of bits. */
const longest = segmentSize / 16

/** Some entries, never changed: their numbers, their facts, the values of their facets, and lists of who has what. */
export interface SegmentData {
  /** Ascending. */
  numbers: Uint32Array
  facts: Uint16Array
  /** Values of entry n: `tags[tagStart[n]]` up to `tags[tagStart[n + 1]]`. */
  tagStart: Uint32Array
  tags: Uint32Array
  /** `term * 4 + field`, ascending. */
  keys: Uint32Array
  starts: Uint32Array
  counts: Uint32Array
  /** Places one by one; a long list is a map of bits, 16 to a number. */
  lists: Uint16Array
}

export class Segment {
  readonly data: SegmentData
  readonly alive: Bits
  readonly live: number

  constructor(data: SegmentData, alive = Bits.full(data.numbers.length)) {
    this.data = data
    this.alive = alive
    this.live = alive.count()
  }

  get size(): number {
    return this.data.numbers.length
  }

  /** The same without these entries; itself when it holds none of them. */
  without(numbers: Iterable<number>): Segment {
    let alive: Bits | undefined
    for (const number of numbers) {
      const place = placeOf(this.data.numbers, number)
      if (place === undefined || !this.alive.has(place)) continue
      alive ??= this.alive.copy()
      alive.clear(place)
    }
    return alive === undefined ? this : new Segment(this.data, alive)
  }

  liveNumbers(): number[] {
    const numbers: number[] = []
    this.alive.each((place) => {
      numbers.push(this.numberAt(place))
    })
    return numbers
  }

  numberAt(place: number): number {
    return this.data.numbers[place] ?? 0
  }

  /** Whether the entry of this number is among these places. */
  hasIn(bits: Bits, number: number): boolean {
    const place = placeOf(this.data.numbers, number)
    return place !== undefined && bits.has(place)
  }

  /** How many entries have it, those that are gone included. */
  count(term: number, field: number): number {
    const at = placeOf(this.data.keys, term * 4 + field)
    return at === undefined ? 0 : (this.data.counts[at] ?? 0)
  }

  /** Adds the places of who has it. */
  addTo(bits: Bits, term: number, field: number): void {
    const { keys, starts, counts, lists } = this.data
    const at = placeOf(keys, term * 4 + field)
    if (at === undefined) return
    const start = starts[at] ?? 0
    const count = counts[at] ?? 0
    if (count > longest) bits.addHalves(lists.subarray(start, start + longest))
    else bits.addPlaces(lists, start, start + count)
  }
}

/** Where a value stands in ascending numbers. */
function placeOf(values: Uint32Array, wanted: number): number | undefined {
  let low = 0
  let high = values.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = values[middle] ?? 0
    if (value === wanted) return middle
    if (value < wanted) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

/** Takes packed entries in the order of their numbers and makes a segment of them. */
export function buildSegment(rows: readonly { number: number; packed: Uint8Array }[]): Segment {
  const reader = new PackedReader()
  const size = rows.length
  const numbers = new Uint32Array(size)
  const facts = new Uint16Array(size)
  const tagStart = new Uint32Array(size + 1)
  const tags: number[] = []
  // Keys in the order of the entries; `ends` says where each entry's keys end.
  const said: number[] = []
  const ends = new Uint32Array(size)
  for (const [place, { number, packed }] of rows.entries()) {
    reader.open(packed)
    numbers[place] = number
    facts[place] = reader.next()
    for (const field of [fields.tag, fields.name, fields.skills, fields.rest]) {
      let term = 0
      for (let left = reader.next(); left > 0; left--) {
        term += reader.next()
        if (field === fields.tag) tags.push(term)
        said.push(term * 4 + field)
      }
    }
    tagStart[place + 1] = tags.length
    ends[place] = said.length
  }
  return new Segment({ numbers, facts, tagStart, tags: Uint32Array.from(tags), ...invert(said, ends) })
}

function invert(said: readonly number[], ends: Uint32Array) {
  const sizes = new Map<number, number>()
  for (const key of said) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  const keys = Uint32Array.from(sizes.keys()).sort()
  const starts = new Uint32Array(keys.length)
  const counts = new Uint32Array(keys.length)
  const orderOf = new Map<number, number>()
  let total = 0
  for (const [order, key] of keys.entries()) {
    const count = sizes.get(key) ?? 0
    orderOf.set(key, order)
    starts[order] = total
    counts[order] = count
    total += Math.min(count, longest)
  }
  const lists = new Uint16Array(total)
  const filled = new Uint32Array(keys.length)
  let from = 0
  for (let place = 0; place < ends.length; place++) {
    const end = ends[place] ?? from
    for (; from < end; from++) {
      const order = orderOf.get(said[from] ?? 0) ?? 0
      const start = starts[order] ?? 0
      if ((counts[order] ?? 0) > longest) {
        const half = start + (place >> 4)
        lists[half] = (lists[half] ?? 0) | (1 << (place & 15))
      } else {
        const at = filled[order] ?? 0
        lists[start + at] = place
        filled[order] = at + 1
      }
    }
  }
  return { keys, starts, counts, lists }
}
