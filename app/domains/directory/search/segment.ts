import { Bits } from './bits.ts'

/** Where a word may stand, and facet values beside them: a posting list for each. */
export const fields = { name: 0, skills: 1, rest: 2, tag: 3 } as const

/** A segment holds at most so many entries: a place in it fits 16 bits. */
export const segmentSize = 65_536
/** A list of more places than this is shorter as a map of bits. */
export const longestList = segmentSize / 16

/** Some entries, never changed: columns of what they have, and lists of who has what. */
export interface SegmentData {
  /** Ascending. */
  numbers: Uint32Array
  facts: Uint16Array
  issuers: Uint32Array
  /** Which of the sets of traits below each entry has: counting the sets counts all their values at once. */
  sets: Uint16Array
  setValues: readonly (readonly number[])[]
  /** Topics of entry n: `topics[topicStart[n]]` up to `topics[topicStart[n + 1]]`. */
  topicStart: Uint32Array
  topics: Uint32Array
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
    if (count > longestList) bits.addHalves(lists.subarray(start, start + longestList))
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
