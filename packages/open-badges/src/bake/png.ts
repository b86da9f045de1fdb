import { concatBytes, utf8, utf8Text } from '../encoding/bytes.ts'
import { inflate } from '../encoding/inflate.ts'
import { OpenBadgesError } from '../errors.ts'
import { type Family, familyOfKeyword, pngKeywords } from './families.ts'

const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Pixels after which a picture is refused, from its header. */
export const maxPixels = 16_000_000
const maxChunks = 10_000

interface Chunk {
  type: string
  /** Offset of the length field; the chunk takes `12 + data.length` bytes. */
  start: number
  data: Uint8Array
  crcHolds: () => boolean
}

/** A payload found in a picture. */
export interface Payload {
  family: Family
  text: string
  notes: string[]
}

const refuse = (code: string, message: string): never => {
  throw new OpenBadgesError({ code, message })
}

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, at) => bytes[at] === byte)

let table: Uint32Array | undefined
function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value
  })
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function chunksOf(png: Uint8Array): { chunks: Chunk[]; end: number } {
  if (!isPng(png)) refuse('extract.png-malformed', 'This is not a PNG')
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  let at = signature.length
  while (at + 12 <= png.length && chunks.length < maxChunks) {
    const start = at
    const length = view.getUint32(start)
    if (start + 12 + length > png.length) refuse('extract.png-malformed', 'A chunk of this PNG is cut')
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8))
    const data = png.subarray(start + 8, start + 8 + length)
    const crcHolds = () =>
      view.getUint32(start + 8 + length) === crc32(png.subarray(start + 4, start + 8 + length))
    chunks.push({ type, start, data, crcHolds })
    at += 12 + length
    if (type === 'IEND') {
      checkHeader(chunks[0])
      return { chunks, end: at }
    }
  }
  return refuse('extract.png-malformed', 'This PNG has no end')
}

function checkHeader(header: Chunk | undefined): void {
  if (header?.type !== 'IHDR' || header.data.length !== 13) {
    throw new OpenBadgesError({ code: 'extract.png-malformed', message: 'This PNG has no header' })
  }
  const view = new DataView(header.data.buffer, header.data.byteOffset, 13)
  const pixels = view.getUint32(0) * view.getUint32(4)
  if (pixels > maxPixels || pixels === 0)
    refuse('extract.pixels', `A picture has at most ${maxPixels} pixels`)
}

const latin1 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function keywordOf({ type, data }: Chunk): { keyword: string; rest: Uint8Array } | undefined {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return undefined
  const end = data.indexOf(0)
  return end < 1 || end > 79
    ? undefined
    : { keyword: latin1(data.subarray(0, end)), rest: data.subarray(end + 1) }
}

async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await inflate(bytes, 'deflate')
  if ('bytes' in result) return result.bytes
  return result.problem === 'too-large'
    ? refuse('extract.inflated-too-large', 'The compressed text is too large once inflated')
    : refuse('extract.png-malformed', 'The compressed text cannot be inflated')
}

async function textOf(type: string, rest: Uint8Array, notes: string[]): Promise<string> {
  if (type === 'tEXt') {
    notes.push('text-chunk')
    return utf8Text(rest) ?? latin1(rest)
  }
  if (type === 'zTXt') {
    notes.push('compressed-chunk')
    const bytes = await inflated(rest.subarray(1))
    return utf8Text(bytes) ?? latin1(bytes)
  }
  const isCompressed = rest[0] === 1
  const language = rest.indexOf(0, 2)
  const translated = language < 0 ? -1 : rest.indexOf(0, language + 1)
  if (translated < 0) return refuse('extract.png-malformed', 'The text chunk is cut')
  if (isCompressed) notes.push('compressed-chunk')
  const content = rest.subarray(translated + 1)
  return (
    utf8Text(isCompressed ? await inflated(content) : content) ??
    refuse('extract.not-utf8', 'The text of this PNG is not UTF-8')
  )
}

/** The payloads of a picture: iTXt, and tEXt or compressed chunks that older tools wrote. */
export async function readPng(png: Uint8Array): Promise<Payload[]> {
  const { chunks, end } = chunksOf(png)
  const payloads: Payload[] = []
  for (const chunk of chunks) {
    const found = keywordOf(chunk)
    const family = found && familyOfKeyword(found.keyword)
    if (!found || !family) continue
    if (!chunk.crcHolds()) refuse('extract.png-malformed', 'The checksum of the credential chunk is wrong')
    const notes: string[] = []
    if (found.keyword !== pngKeywords[family]) notes.push('keyword-case')
    payloads.push({ family, text: await textOf(chunk.type, found.rest, notes), notes })
  }
  if (end < png.length) for (const payload of payloads) payload.notes.push('bytes-after-end')
  return payloads
}

function textChunk(keyword: string, text: string): Uint8Array {
  const body = concatBytes(utf8('iTXt'), utf8(keyword), new Uint8Array(5), utf8(text))
  const chunk = new Uint8Array(body.length + 8)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, body.length - 4)
  chunk.set(body, 4)
  view.setUint32(body.length + 4, crc32(body))
  return chunk
}

/** Writes one uncompressed iTXt chunk after the header, and removes earlier credentials. */
export function writePng(png: Uint8Array, text: string, family: Family): Uint8Array {
  const { chunks, end } = chunksOf(png)
  const kept = chunks.filter((chunk) => {
    const found = keywordOf(chunk)
    return !found || familyOfKeyword(found.keyword) === undefined
  })
  const parts = kept.map(({ start, data }) => png.subarray(start, start + 12 + data.length))
  const [header = new Uint8Array(), ...rest] = parts
  return concatBytes(signature, header, textChunk(pngKeywords[family], text), ...rest, png.subarray(end))
}
