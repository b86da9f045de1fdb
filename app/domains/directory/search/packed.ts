/** What the index holds of one entry: numbers of terms, nothing readable. */
export interface Packed {
  /** Bit n: check n + 1 holds. */
  facts: number
  issuer: number
  /** Values of facets that few entries tell apart: nature, language, areas, awarded, origin. */
  traits: readonly number[]
  /** Values of facets that may be any: skills and frameworks. */
  topics: readonly number[]
  /** Words by where they stand: in the name, in the names of skills, elsewhere. */
  words: readonly [name: readonly number[], skills: readonly number[], rest: readonly number[]]
}

/** Traits, topics and the three lists of words. */
const lists = 5

/** Facts, issuer, then five lists of ascending numbers as differences, all as base-128 varints. */
export function pack({ facts, issuer, traits, topics, words }: Packed): Buffer {
  const bytes: number[] = []
  putNumber(bytes, facts)
  putNumber(bytes, issuer)
  for (const list of [traits, topics, ...words]) {
    const sorted = [...new Set(list)].sort((a, b) => a - b)
    putNumber(bytes, sorted.length)
    let last = 0
    for (const value of sorted) {
      putNumber(bytes, value - last)
      last = value
    }
  }
  return Buffer.from(bytes)
}

function putNumber(bytes: number[], value: number): void {
  let left = value
  while (left >= 128) {
    bytes.push((left % 128) + 128)
    left = Math.floor(left / 128)
  }
  bytes.push(left)
}

/** Reads packed entries one number after the other, without making an object for each. */
export class PackedReader {
  #bytes: Uint8Array = new Uint8Array()
  #at = 0

  open(bytes: Uint8Array): void {
    this.#bytes = bytes
    this.#at = 0
  }

  /** All the terms of an entry just opened: its issuer, then every value and word. */
  terms(): number[] {
    this.next()
    const all = [this.next()]
    for (let list = 0; list < lists; list++) all.push(...this.list())
    return all
  }

  /** A list of ascending numbers. */
  list(): number[] {
    const values: number[] = []
    let value = 0
    for (let left = this.next(); left > 0; left--) {
      value += this.next()
      values.push(value)
    }
    return values
  }

  next(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new Error('a packed entry ends too early')
      if (byte < 128) return value + byte * scale
      value += (byte - 128) * scale
      scale *= 128
    }
  }
}
