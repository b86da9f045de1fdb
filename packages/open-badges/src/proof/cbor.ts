import { concatBytes, utf8, utf8Text } from '../encoding/bytes.ts'

/** The part of CBOR that proofs use: unsigned integers, byte and text strings, arrays, maps, of definite length. RFC 8949, 3. */
export type Cbor = number | string | Uint8Array | Cbor[] | Map<Cbor, Cbor>

const maxDepth = 4

class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  #head(): { major: number; value: number } | undefined {
    const first = this.#bytes[this.#at]
    if (first === undefined) return undefined
    this.#at += 1
    const short = first & 0x1f
    if (short < 24) return { major: first >> 5, value: short }
    if (short > 26) return undefined
    const length = 2 ** (short - 24)
    let value = 0
    for (let index = 0; index < length; index += 1) value = value * 256 + (this.#bytes[this.#at + index] ?? 0)
    this.#at += length
    return this.#at <= this.#bytes.length ? { major: first >> 5, value } : undefined
  }

  item(depth = 0): Cbor | undefined {
    const head = depth > maxDepth ? undefined : this.#head()
    if (!head || (head.major !== 0 && head.value > this.#bytes.length)) return undefined
    const { major, value } = head
    if (major === 0) return value
    if (major === 2 || major === 3) {
      const start = this.#at
      this.#at += value
      if (this.#at > this.#bytes.length) return undefined
      const bytes = this.#bytes.subarray(start, this.#at)
      return major === 2 ? bytes : utf8Text(bytes)
    }
    if (major === 4) return this.#array(value, depth)
    return major === 5 ? this.#map(value, depth) : undefined
  }

  #array(length: number, depth: number): Cbor[] | undefined {
    const items: Cbor[] = []
    for (let index = 0; index < length; index += 1) {
      const item = this.item(depth + 1)
      if (item === undefined) return undefined
      items.push(item)
    }
    return items
  }

  #map(length: number, depth: number): Map<Cbor, Cbor> | undefined {
    const made = new Map<Cbor, Cbor>()
    for (let index = 0; index < length; index += 1) {
      const key = this.item(depth + 1)
      const value = this.item(depth + 1)
      if (key === undefined || value === undefined || made.has(key)) return undefined
      made.set(key, value)
    }
    return made
  }
}

/** Reads one item; `undefined` when it is malformed, of another kind, or followed by more. */
export function decodeCbor(bytes: Uint8Array): Cbor | undefined {
  const reader = new Reader(bytes)
  const item = reader.item()
  return reader.isAtEnd ? item : undefined
}

function head(major: number, value: number): Uint8Array {
  if (value < 24) return Uint8Array.of((major << 5) | value)
  const [info, length] = value < 0x100 ? [24, 1] : value < 0x1_0000 ? [25, 2] : [26, 4]
  const bytes = new Uint8Array(1 + length)
  bytes[0] = (major << 5) | info
  for (let at = 0; at < length; at += 1) bytes[length - at] = Math.floor(value / 256 ** at) % 256
  return bytes
}

/** Writes one item in its shortest form. */
export function encodeCbor(item: Cbor): Uint8Array {
  if (typeof item === 'number') return head(0, item)
  if (typeof item === 'string') {
    const text = utf8(item)
    return concatBytes(head(3, text.length), text)
  }
  if (item instanceof Uint8Array) return concatBytes(head(2, item.length), item)
  if (Array.isArray(item)) return concatBytes(head(4, item.length), ...item.map(encodeCbor))
  const members = [...item].flatMap(([key, value]) => [encodeCbor(key), encodeCbor(value)])
  return concatBytes(head(5, item.size), ...members)
}
