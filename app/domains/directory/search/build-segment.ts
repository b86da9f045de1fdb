import { PackedReader } from './packed.ts'
import { fields, longestList, Segment, type SegmentData } from './segment.ts'

/** Takes packed entries in the order of their numbers and makes a segment of them. */
export function buildSegment(rows: readonly { number: number; packed: Uint8Array }[]): Segment {
  const reader = new PackedReader()
  const size = rows.length
  const numbers = new Uint32Array(size)
  const facts = new Uint16Array(size)
  const issuers = new Uint32Array(size)
  const sets = new Uint16Array(size)
  const setValues: number[][] = []
  const setOf = new Map<string, number>()
  const topicStart = new Uint32Array(size + 1)
  const topics = new Numbers(size * 3)
  // Keys in the order of the entries; `ends` says where each entry's keys end.
  const said = new Numbers(size * 40)
  const ends = new Uint32Array(size)
  for (let place = 0; place < size; place++) {
    const row = rows[place]
    if (row === undefined) break
    reader.open(row.packed)
    numbers[place] = row.number
    facts[place] = reader.next()
    const issuer = reader.next()
    issuers[place] = issuer
    said.push(issuer * 4 + fields.tag)
    const traits = reader.list()
    const known = setOf.get(String(traits))
    if (known === undefined) {
      setOf.set(String(traits), setValues.length)
      sets[place] = setValues.length
      setValues.push(traits)
    } else sets[place] = known
    for (const trait of traits) said.push(trait * 4 + fields.tag)
    for (const topic of reader.list()) {
      topics.push(topic)
      said.push(topic * 4 + fields.tag)
    }
    topicStart[place + 1] = topics.length
    for (const field of [fields.name, fields.skills, fields.rest]) {
      let term = 0
      for (let left = reader.next(); left > 0; left--) {
        term += reader.next()
        said.push(term * 4 + field)
      }
    }
    ends[place] = said.length
  }
  const columns = { numbers, facts, issuers, sets, setValues, topicStart, topics: topics.all() }
  return new Segment({ ...columns, ...invert(said.all(), ends) })
}

/** From « who has what » to « what is had by whom »: a count, then a place for each. */
function invert(
  said: Uint32Array,
  ends: Uint32Array,
): Pick<SegmentData, 'keys' | 'starts' | 'counts' | 'lists'> {
  let highest = 0
  for (const key of said) if (key > highest) highest = key
  const sizes = new Uint32Array(highest + 1)
  for (const key of said) sizes[key] = (sizes[key] ?? 0) + 1
  let different = 0
  for (const size of sizes) if (size > 0) different++
  const keys = new Uint32Array(different)
  const starts = new Uint32Array(different)
  const counts = new Uint32Array(different)
  // From here on, where the next place of each key goes.
  const next = new Uint32Array(highest + 1)
  let total = 0
  let order = 0
  for (let key = 0; key <= highest; key++) {
    const size = sizes[key] ?? 0
    if (size === 0) continue
    keys[order] = key
    starts[order] = total
    counts[order] = size
    next[key] = total
    total += Math.min(size, longestList)
    order++
  }
  const lists = new Uint16Array(total)
  let from = 0
  for (let place = 0; place < ends.length; place++) {
    const end = ends[place] ?? from
    for (; from < end; from++) {
      const key = said[from] ?? 0
      const at = next[key] ?? 0
      if ((sizes[key] ?? 0) > longestList) {
        const half = at + (place >> 4)
        lists[half] = (lists[half] ?? 0) | (1 << (place & 15))
      } else {
        lists[at] = place
        next[key] = at + 1
      }
    }
  }
  return { keys, starts, counts, lists }
}

/** A list of numbers that grows, without an object for each. */
class Numbers {
  #values: Uint32Array
  length = 0

  constructor(room: number) {
    this.#values = new Uint32Array(Math.max(16, room))
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const wider = new Uint32Array(this.length * 2)
      wider.set(this.#values)
      this.#values = wider
    }
    this.#values[this.length++] = value
  }

  all(): Uint32Array {
    return this.#values.slice(0, this.length)
  }
}
