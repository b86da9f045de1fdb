import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

const require = createRequire(import.meta.url)
const family = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'

/** The bold face, as the raster library wants it. A bare machine has no font at all, so ours comes along. */
export const boldFaces = (): Uint8Array[] =>
  ['latin', 'latin-ext'].map((subset) =>
    sfntFromWoff(readFileSync(require.resolve(`${family}-${subset}-700-normal.woff`))),
  )

let folder: string | undefined

/** Paths of the faces: the raster library reads files only. Written once, and again if someone swept the folder. */
export const boldFaceFiles = (): string[] => {
  if (folder === undefined || !existsSync(join(folder, '0.ttf'))) folder = writeFaces()
  return [join(folder, '0.ttf'), join(folder, '1.ttf')]
}

const writeFaces = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'insigne-faces-'))
  for (const [index, face] of boldFaces().entries()) writeFileSync(join(path, `${index}.ttf`), face)
  process.once('exit', () => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Undoes WOFF 1.0: the same tables, each deflated on its own (W3C WOFF 1.0, sections 3 and 4). */
export const sfntFromWoff = (woff: Uint8Array): Uint8Array => {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (view.getUint32(0) !== 0x774f4646) throw new Error('Not a WOFF 1.0 file')
  const count = view.getUint16(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20
    const [offset, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)]
    const bytes = woff.subarray(offset, offset + packed)
    return {
      tag: view.getUint32(at),
      checksum: view.getUint32(at + 16),
      data: packed < length ? inflateSync(bytes) : bytes,
    }
  })
  const start = 12 + 16 * count
  const total = tables.reduce((sum, { data }) => sum + padded(data.length), start)
  const sfnt = new Uint8Array(total)
  const out = new DataView(sfnt.buffer)
  const power = Math.floor(Math.log2(count))
  out.setUint32(0, view.getUint32(4))
  out.setUint16(4, count)
  out.setUint16(6, 16 * 2 ** power)
  out.setUint16(8, power)
  out.setUint16(10, 16 * (count - 2 ** power))
  let offset = start
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = 12 + index * 16
    out.setUint32(at, tag)
    out.setUint32(at + 4, checksum)
    out.setUint32(at + 8, offset)
    out.setUint32(at + 12, data.length)
    sfnt.set(data, offset)
    offset += padded(data.length)
  }
  return sfnt
}

const padded = (length: number): number => (length + 3) & ~3
