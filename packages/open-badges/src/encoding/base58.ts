const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const digits = [...alphabet]
const values = new Int8Array(128).fill(-1)
for (let at = 0; at < alphabet.length; at += 1) values[alphabet.charCodeAt(at)] = at

// Five digits at a time, so that a limb is a small integer; two bytes at a time, so that no product passes 2^53.
const chunkDigits = 5
const chunkBase = 58 ** chunkDigits

/** Bytes to base58btc, without multibase prefix. */
export function encodeBase58(bytes: Uint8Array): string {
  let zeros = 0
  while (zeros < bytes.length && bytes[zeros] === 0) zeros += 1
  const limbs: number[] = []
  const isOdd = (bytes.length - zeros) % 2 === 1
  for (let at = zeros; at < bytes.length; ) {
    const isHalf = isOdd && at === zeros
    let carry = isHalf ? (bytes[at] ?? 0) : (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
    at += isHalf ? 1 : 2
    for (let limb = 0; limb < limbs.length; limb += 1) {
      const sum = (limbs[limb] ?? 0) * 65_536 + carry
      // Below 2^53 a quotient rounded down is exact, and much faster than a remainder.
      carry = Math.floor(sum / chunkBase)
      limbs[limb] = sum - carry * chunkBase
    }
    if (carry > 0) limbs.push(carry)
  }
  let text = ''
  for (let limb = 0; limb < limbs.length; limb += 1) {
    let rest = (limbs[limb] ?? 0) | 0
    const last = limb === limbs.length - 1
    for (let digit = 0; digit < chunkDigits && !(last && rest === 0); digit += 1) {
      const next = (rest / 58) | 0
      text = digits[rest - next * 58] + text
      rest = next
    }
  }
  return '1'.repeat(zeros) + text
}

/** base58btc to bytes; `undefined` when a character is not of the alphabet. */
export function decodeBase58(text: string): Uint8Array | undefined {
  let zeros = 0
  while (zeros < text.length && text.charCodeAt(zeros) === 0x31) zeros += 1
  const limbs: number[] = []
  for (let at = zeros; at < text.length; ) {
    // Four digits at a time; the first group is the short one.
    const end = at + ((text.length - at - 1) % 4) + 1
    let carry = 0
    let factor = 1
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at)
      const value = code < 128 ? (values[code] ?? -1) : -1
      if (value < 0) return undefined
      carry = carry * 58 + value
      factor *= 58
    }
    for (let limb = 0; limb < limbs.length; limb += 1) {
      const sum = (limbs[limb] ?? 0) * factor + carry
      carry = Math.floor(sum / 0x100_0000)
      limbs[limb] = sum - carry * 0x100_0000
    }
    for (; carry > 0; carry = Math.floor(carry / 0x100_0000)) limbs.push(carry % 0x100_0000)
  }
  const reversed: number[] = []
  for (const limb of limbs) reversed.push(limb & 0xff, (limb >> 8) & 0xff, (limb >> 16) & 0xff)
  while (reversed.length > 0 && reversed[reversed.length - 1] === 0) reversed.pop()
  const bytes = new Uint8Array(zeros + reversed.length)
  for (let at = 0; at < reversed.length; at += 1) bytes[zeros + at] = reversed[reversed.length - 1 - at] ?? 0
  return bytes
}
