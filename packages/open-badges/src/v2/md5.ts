import { hex, utf8 } from '../encoding/bytes.ts'

const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const sines = Int32Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32))

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d)
  if (round === 1) return (d & b) | (~d & c)
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d)
}

const wordOf = (round: number, step: number): number => {
  if (round === 0) return step
  if (round === 1) return (5 * step + 1) % 16
  return round === 2 ? (3 * step + 5) % 16 : (7 * step) % 16
}

/**
 * MD5 in hexadecimal. RFC 1321. Only to compare with the `md5$` hashes of old badges: it protects nothing, and
 * browsers do not offer it.
 */
export function md5(text: string): string {
  const bytes = utf8(text)
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, (bytes.length * 8) >>> 0, true)
  view.setUint32(padded.length - 4, Math.floor((bytes.length * 8) / 2 ** 32), true)
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  for (let block = 0; block < padded.length; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state
    for (let step = 0; step < 64; step += 1) {
      const round = step >> 4
      const word = view.getInt32(block + 4 * wordOf(round, step % 16), true)
      const sum = (a + mix(round, b, c, d) + (sines[step] ?? 0) + word) | 0
      a = d
      d = c
      c = b
      b = (b + rotate(sum, shifts[round * 4 + (step % 4)] ?? 0)) | 0
    }
    for (const [at, value] of [a, b, c, d].entries()) state[at] = ((state[at] ?? 0) + value) | 0
  }
  return hex(new Uint8Array(state.buffer))
}
