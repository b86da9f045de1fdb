import { decode, type SourceLine, separate } from '../../../infra/text-table/index.ts'
import { mostItems, mostLines } from '../rules.ts'
import { isCase, readCase } from './case.ts'
import { isEscoRelations, isEscoSkills, readEscoRelations, readEscoSkills } from './esco.ts'
import { isPlain, readPlain } from './plain.ts'
import { type FileFault, type FileFaultCode, type ReadFile, type ReadOptions, tidy } from './read-file.ts'
import { isRegister, readRegister } from './register.ts'
import { isRomeList, isRomeTable, isRomeTree, readRomeList, readRomeTable, readRomeTree } from './rome.ts'
import { Titled } from './titles.ts'

/** What a person may say that a file is, when they know better. */
export const wishedFormats = ['case', 'esco', 'rome', 'register', 'csv'] as const
export type WishedFormat = (typeof wishedFormats)[number]

export interface RecogniseOptions extends ReadOptions {
  wished?: WishedFormat | undefined
}

const fault = (code: FileFaultCode, { line, found }: Omit<FileFault, 'code'> = {}): FileFault => ({
  code,
  line,
  // It quotes the file: no sign that a database does not keep.
  found: found === undefined ? undefined : tidy(found).slice(0, 200),
})

/** Reads a file whatever it is, by what stands in it; or says what is wrong with it and where. Never throws. */
export function readFrameworkFile(
  bytes: Uint8Array,
  options: RecogniseOptions,
): { ok: true; file: ReadFile } | { ok: false; fault: FileFault } {
  const read = recognise(bytes, options)
  if ('code' in read) return { ok: false, fault: read }
  const { wished } = options
  const found = wishOf(read)
  if (wished !== undefined && wished !== found) return { ok: false, fault: fault('other-format', { found }) }
  if (read.items.length > mostItems)
    return { ok: false, fault: fault('too-many', { found: String(read.items.length) }) }
  if (read.items.length === 0 && read.refused === 0) return { ok: false, fault: fault('header-only') }
  if (read.items.length === 0) {
    const [first] = read.problems
    return { ok: false, fault: fault('nothing-kept', { line: first?.line, found: first?.field }) }
  }
  return { ok: true, file: read }
}

const wishOf = (file: ReadFile): WishedFormat =>
  file.kind === 'rncp' || file.kind === 'rs' ? 'register' : file.kind

function recognise(bytes: Uint8Array, options: RecogniseOptions): ReadFile | FileFault {
  if (bytes.length === 0) return fault('empty')
  const packed = packedAs(bytes)
  if (packed !== undefined) return fault(packed)
  const text = decode(bytes)
    ?.text.replace(/^\ufeff/, '')
    .replaceAll('\0', '')
  if (text === undefined) return fault('not-text')
  const start = text.trimStart().slice(0, 1)
  if (start === '') return fault('empty')
  if (start === '<') return fault('markup')
  if (start === '{' || start === '[') return readJson(text, options)
  return readTable(text, options)
}

/** Archives and workbooks say what they are in their first bytes. */
function packedAs(bytes: Uint8Array): 'zip' | 'workbook' | 'not-text' | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006'))
    return /\[Content_Types\]\.xml|mimetypeapplication\/vnd|xl\//.test(head) ? 'workbook' : 'zip'
  if (head.startsWith('\u001f\u008b')) return 'zip'
  return head.startsWith('%PDF') || head.startsWith('\u00d0\u00cf\u0011\u00e0') ? 'not-text' : undefined
}

function readJson(text: string, options: RecogniseOptions): ReadFile | FileFault {
  let value: unknown
  try {
    value = /\\u(?:0000|d[89a-f])/i.test(text) ? JSON.parse(text, keepable) : JSON.parse(text)
  } catch (error) {
    return fault('broken-json', { line: brokenLine(text, error) })
  }
  if (isCase(value)) {
    const file = readCase(value, options)
    return 'missing' in file ? fault('unknown-json', { found: file.missing }) : file
  }
  if (isRomeTree(value))
    return readRomeTree(value) ?? fault('unknown-json', { found: 'arborescence_competence' })
  if (isRomeList(value)) return readRomeList(value, options.fileName)
  if (Array.isArray(value) && value.length === 0) return fault('header-only')
  const keys = typeof value === 'object' && value !== null ? Object.keys(value).slice(0, 5).join(', ') : ''
  return fault('unknown-json', { found: keys })
}

// NUL and half a sign can be spelled out in JSON, and no database keeps them.
const keepable = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value

/** The line on which JSON breaks: the engine says at which sign, or quotes what stands around it. */
function brokenLine(text: string, error: unknown): number | undefined {
  const said = error instanceof Error ? error.message : ''
  const lineAt = (at: number) => text.slice(0, at).split('\n').length
  const position = /position (\d+)/.exec(said)?.[1]
  if (position !== undefined) return lineAt(Number(position))
  if (/end of JSON/i.test(said)) return lineAt(text.length)
  const around = /"([\s\S]+)"(?:\.\.\.)? is not valid JSON/.exec(said)?.[1] ?? ''
  const found = around === '' ? -1 : text.indexOf(around)
  return found === -1 ? undefined : lineAt(found + Math.ceil(around.length / 2))
}

function readTable(text: string, options: RecogniseOptions): ReadFile | FileFault {
  const { lines } = separate(text, mostLines + 1)
  if (lines.length > mostLines) return fault('too-many', { found: String(lines.length) })
  const [first] = lines
  if (first === undefined) return fault('empty')
  const found = findHeader(lines)
  if (found === undefined)
    return fault('unknown-columns', {
      line: first.line,
      found: first.cells.slice(0, 8).join(', ').slice(0, 200),
    })
  const { table, reader } = found
  if (table.lines.length === 0) return fault('header-only', { line: first.line })
  return reader(table, options)
}

type Reader = (table: Titled, options: ReadOptions) => ReadFile
const readers: readonly (readonly [(table: Titled) => boolean, Reader])[] = [
  [isEscoRelations, readEscoRelations],
  [isEscoSkills, readEscoSkills],
  [isRegister, readRegister],
  [isRomeTable, readRomeTable],
  [isPlain, readPlain],
]

/** The header, which a title or two may stand above. */
function findHeader(lines: readonly SourceLine[]): { table: Titled; reader: Reader } | undefined {
  for (const [at, line] of lines.slice(0, 5).entries()) {
    const table = new Titled(line, lines.slice(at + 1))
    const known = readers.find(([test]) => test(table))
    if (known !== undefined) return { table, reader: known[1] }
  }
  return undefined
}
