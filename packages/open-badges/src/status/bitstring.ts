import { decodeBase64Url, encodeBase64Url } from '../encoding/bytes.ts'
import { gzip, inflate } from '../encoding/inflate.ts'
import { OpenBadgesError } from '../errors.ts'

/** Fewest entries of a list, so that a look-up says little of who is looked up. Bitstring Status List 1.0, 2.2. */
export const minBits = 131_072

const refuse = (code: string, message: string): never => {
  throw new OpenBadgesError({ code, message })
}

/** A list of bits; index 0 is the leftmost bit of the first byte. Bitstring Status List 1.0, 3.3. */
export interface StatusList {
  readonly length: number
  /** Throws `status.index-out-of-range`. */
  getBit(index: number): boolean
  /** Throws `status.index-out-of-range`. */
  setBit(index: number, value?: boolean): void
  /** Multibase `u`: base64url without padding of the GZIP of the bits. */
  encode(): Promise<string>
  /** A copy of the raw bits, for storage. */
  bytes(): Uint8Array
}

function listOver(bits: Uint8Array): StatusList {
  const length = bits.length * 8
  const check = (index: number): void => {
    if (!Number.isInteger(index) || index < 0 || index >= length) {
      refuse('status.index-out-of-range', `The index must be from 0 to ${length - 1}`)
    }
  }
  return {
    length,
    getBit: (index) => {
      check(index)
      return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1
    },
    setBit: (index, value = true) => {
      check(index)
      const mask = 1 << (7 - (index & 7))
      const byte = bits[index >> 3] ?? 0
      bits[index >> 3] = value ? byte | mask : byte & ~mask
    },
    encode: async () => `u${encodeBase64Url(await gzip(bits))}`,
    bytes: () => bits.slice(),
  }
}

/**
 * A status list: all bits clear, or the stored bits given. Choose indexes at random and never reuse one.
 * Bitstring Status List 1.0, 2.2 and 3.3.
 * @param from number of entries (default and least 131,072), or the bytes that `bytes()` gave
 * @throws `status.list-short`
 * @example
 * const list = createStatusList()
 * list.setBit(94_567)
 * list.getBit(94_567) // true
 * list.length // 131072
 */
export function createStatusList(from: number | Uint8Array = minBits): StatusList {
  const bytes = typeof from === 'number' ? new Uint8Array(Math.ceil(from / 8)) : from.slice()
  if (bytes.length * 8 < minBits) refuse('status.list-short', `A status list has at least ${minBits} entries`)
  return listOver(bytes)
}

/**
 * Reads an `encodedList`; inflates at most 16 MiB. A list without the prefix `u`, from before the standard, is read too.
 * Bitstring Status List 1.0, 3.4.
 * @param encoded multibase base64url of the GZIP of the bits
 * @throws `status.list-malformed`, `status.list-too-large`, `status.list-short`
 * @example
 * const list = await decodeStatusList(await createStatusList().encode())
 * list.getBit(0) // false
 */
export async function decodeStatusList(encoded: string): Promise<StatusList> {
  const compressed = decodeBase64Url(encoded.startsWith('u') ? encoded.slice(1) : encoded)
  if (!compressed) return refuse('status.list-malformed', 'The list is not base64url')
  const result = await inflate(compressed, 'gzip')
  if (!('bytes' in result)) {
    return result.problem === 'too-large'
      ? refuse('status.list-too-large', 'The list is too large once inflated')
      : refuse('status.list-malformed', 'The list is not GZIP')
  }
  if (result.bytes.length * 8 < minBits)
    return refuse('status.list-short', 'The list is shorter than the standard wants')
  return listOver(result.bytes)
}
