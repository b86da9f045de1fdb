const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const values = new Int8Array(128).fill(-1)
for (let at = 0; at < alphabet.length; at += 1) values[alphabet.charCodeAt(at)] = at

// Seven digits at a time keep each product below 2^53.
const chunkDigits = 7
const chunkBase = 58 ** chunkDigits

/** Bytes to base58btc, without multibase prefix. */
export function encodeBase58(bytes: Uint8Array): string {
  let zeros = 0
  while (zeros < bytes.length && bytes[zeros] === 0) zeros += 1
  const limbs: number[] = []
  for (let at = zeros; at < bytes.length; at += 1) {
    let carry = bytes[at] ?? 0
    for (let limb = 0; limb < limbs.length; limb += 1) {
      const sum = (limbs[limb] ?? 0) * 256 + carry
      limbs[limb] = sum % chunkBase
      carry = Math.floor(sum / chunkBase)
    }
    if (carry > 0) limbs.push(carry)
  }
  let text = ''
  for (let limb = 0; limb < limbs.length; limb += 1) {
    let rest = limbs[limb] ?? 0
    let digits = ''
    const last = limb === limbs.length - 1
    for (let digit = 0; digit < chunkDigits && !(last && rest === 0); digit += 1) {
      digits = alphabet.charAt(rest % 58) + digits
      rest = Math.floor(rest / 58)
    }
    text = digits + text
  }
  return '1'.repeat(zeros) + text
}

/** base58btc to bytes; `undefined` when a character is not of the alphabet. */
export function decodeBase58(text: string): Uint8Array | undefined {
  let zeros = 0
  while (zeros < text.length && text.charCodeAt(zeros) === 0x31) zeros += 1
  const limbs: number[] = []
  for (let at = zeros; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const value = code < 128 ? (values[code] ?? -1) : -1
    if (value < 0) return undefined
    let carry = value
    for (let limb = 0; limb < limbs.length; limb += 1) {
      const sum = (limbs[limb] ?? 0) * 58 + carry
      limbs[limb] = sum & 0xff_ffff
      carry = Math.floor(sum / 0x100_0000)
    }
    if (carry > 0) limbs.push(carry)
  }
  const reversed: number[] = []
  for (const limb of limbs) reversed.push(limb & 0xff, (limb >> 8) & 0xff, (limb >> 16) & 0xff)
  while (reversed.length > 0 && reversed[reversed.length - 1] === 0) reversed.pop()
  const bytes = new Uint8Array(zeros + reversed.length)
  for (let at = 0; at < reversed.length; at += 1) bytes[zeros + at] = reversed[reversed.length - 1 - at] ?? 0
  return bytes
}
