/** What the index holds of one entry: numbers of terms, nothing readable. */
export interface Packed {
  /** Bit n: check n + 1 holds. */
  facts: number
  /** Values of facets. */
  tags: readonly number[]
  /** Words by where they stand: in the name, in the names of skills, elsewhere. */
  words: readonly [name: readonly number[], skills: readonly number[], rest: readonly number[]]
}

/** Facts, then four lists of ascending numbers as differences, all as base-128 varints. */
export function pack({ facts, tags, words }: Packed): Buffer {
  const bytes: number[] = []
  putNumber(bytes, facts)
  const [name, skills, rest] = words
  for (const list of [tags, name, skills, rest]) {
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
