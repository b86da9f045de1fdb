import { crc32, deflateSync } from 'node:zlib'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const u32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)

export function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join(utf8(type), data)
  return join(u32(data.length), body, u32(crc32(body)))
}
export const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)
export const header = (width: number, height: number): Uint8Array =>
  chunk('IHDR', join(u32(width), u32(height), Uint8Array.of(8, 0, 0, 0, 0)))
export const pixels = chunk('IDAT', new Uint8Array(deflateSync(Uint8Array.of(0, 128))))
export const end = chunk('IEND', new Uint8Array())
export const png = (...more: Uint8Array[]): Uint8Array => join(signature, header(1, 1), ...more, pixels, end)

/** A text chunk, of each kind that carries a credential somewhere. */
export const texts = {
  iTXt: (keyword: string, text: string): Uint8Array =>
    chunk('iTXt', join(utf8(keyword), new Uint8Array(5), utf8(text))),
  'compressed iTXt': (keyword: string, text: string): Uint8Array =>
    chunk('iTXt', join(utf8(keyword), Uint8Array.of(0, 1, 0, 0, 0), new Uint8Array(deflateSync(text)))),
  tEXt: (keyword: string, text: string): Uint8Array =>
    chunk('tEXt', join(utf8(keyword), Uint8Array.of(0), utf8(text))),
  zTXt: (keyword: string, text: string): Uint8Array =>
    chunk('zTXt', join(utf8(keyword), Uint8Array.of(0, 0), new Uint8Array(deflateSync(text)))),
}
