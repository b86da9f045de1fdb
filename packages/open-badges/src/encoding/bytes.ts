// What is made once is marked as pure: a bundle carries what it uses alone.
const encoder = /* @__PURE__ */ new TextEncoder()
const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true })

/** UTF-8 bytes of a text. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Text of UTF-8 bytes, without byte order mark; `undefined` when they are not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

const hexPairs = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export const hex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += hexPairs[byte]
  return text
}

const base64Letters = encoder.encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
const ascii = /* @__PURE__ */ new TextDecoder()

/** base64url without padding. RFC 4648, 5. */
export function encodeBase64Url(bytes: Uint8Array): string {
  const made = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let to = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    made[to] = base64Letters[bits >> 18] ?? 0
    made[to + 1] = base64Letters[(bits >> 12) & 63] ?? 0
    made[to + 2] = base64Letters[(bits >> 6) & 63] ?? 0
    made[to + 3] = base64Letters[bits & 63] ?? 0
    to += 4
  }
  // The last letters stand for bytes that are not there.
  return ascii.decode(made.subarray(0, Math.ceil((bytes.length * 4) / 3)))
}

const base64Values = /* @__PURE__ */ base64Letters.reduce(
  (values, letter, value) => values.fill(value, letter, letter + 1),
  /* @__PURE__ */ new Uint8Array(128).fill(255),
)

/** Strict base64url: no padding, no other character, no stray bits; else `undefined`. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  const rest = text.length % 4
  if (rest === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let count = 0
  let to = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const value = unit < 128 ? (base64Values[unit] ?? 255) : 255
    if (value === 255) return undefined
    bits = ((bits << 6) | value) & 0xffffff
    count += 6
    if (count >= 8) {
      count -= 8
      bytes[to] = (bits >> count) & 0xff
      to += 1
    }
  }
  // Two texts must not stand for the same bytes: a signature is compared as text elsewhere.
  return (bits & ((1 << count) - 1)) === 0 ? bytes : undefined
}
