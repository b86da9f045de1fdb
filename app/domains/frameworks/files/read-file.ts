import type { Item, Problem, ProblemCode } from '../item.ts'
import { keptProblems } from '../rules.ts'

export const formats = [
  'case',
  'esco-skills',
  'esco-relations',
  'rome-competences',
  'rome-tree',
  'register',
  'plain',
] as const
export type Format = (typeof formats)[number]

/** What a whole file is refused for. The sentence is made where it is shown. */
export interface FileFault {
  code: FileFaultCode
  line?: number | undefined
  /** What was found: a format, columns, a piece of text. */
  found?: string | undefined
}
export const fileFaultCodes = [
  'empty',
  'header-only',
  'zip',
  'workbook',
  'not-text',
  'markup',
  'broken-json',
  'unknown-json',
  'unknown-columns',
  'other-format',
  'too-many',
  'nothing-kept',
  'unexpected',
] as const
export type FileFaultCode = (typeof fileFaultCodes)[number]

/** What the file says of the framework itself. */
export interface Described {
  name: string | undefined
  origin: string | undefined
  sourceUrl: string | undefined
  licence: { name: string; url: string | null } | undefined
  version: string | undefined
}

/** A file that was read: items to keep, and each line that is left out with its reason. */
export interface ReadFile {
  format: Format
  kind: 'case' | 'esco' | 'rome' | 'rncp' | 'rs' | 'csv'
  /** A file withdraws only what came from the same part of its framework. */
  part: string
  completeOnly: boolean
  /** The file says nothing of parents: those that are known stay. */
  keepParents: boolean
  languages: string[]
  described: Partial<Described>
  items: Item[]
  refused: number
  problems: Problem[]
}

export interface ReadOptions {
  fileName: string
  /** The language of the words where the file does not say it. */
  language: string | undefined
}

const longest = { label: 1000, text: 20_000, code: 200, uri: 1000, aliases: 500 }
/** Identifiers and addresses are looked up by an index, which takes no longer ones. */
const mostIndexedBytes = 2_000
const isTooLong = (text: string): boolean =>
  text.length > longest.uri || Buffer.byteLength(text) > mostIndexedBytes

/** Gathers items line by line: whatever cannot be kept is noted with its line and its field. */
export class ItemList {
  private readonly kept = new Map<string, { item: Item; line: number }>()
  readonly problems: Problem[] = []
  refused = 0

  refuse(line: number, field: string, code: ProblemCode, value = ''): void {
    this.refused += 1
    if (this.problems.length < keptProblems)
      this.problems.push({ line, field, code, value: value.slice(0, 120) })
  }

  add(item: Omit<Item, 'place'>, line: number, fields: { key: string; label: string }): void {
    const twin = this.kept.get(item.key)
    const label = Object.values(item.labels)
    if (item.key.trim() === '') this.refuse(line, fields.key, 'key-missing')
    else if (label.every((text) => text === '') && label.length > 0)
      this.refuse(line, fields.label, 'label-missing', item.code)
    else if (twin !== undefined) this.refuse(line, fields.key, 'twice', `${item.key} (${twin.line})`)
    else if (label.some((text) => text.length > longest.label)) this.refuse(line, fields.label, 'too-long')
    else if (isTooLong(item.key) || isTooLong(item.uri ?? '') || item.code.length > longest.code)
      this.refuse(line, fields.key, 'too-long', item.key)
    else if (Object.values(item.aliases).some(tooManyWords))
      this.refuse(line, fields.label, 'too-long', item.code)
    else if (Object.values(item.descriptions).some((text) => text.length > longest.text))
      this.refuse(line, fields.label, 'too-long', item.code)
    else if (item.uri !== null && !isAddress(item.uri)) this.refuse(line, fields.key, 'bad-address', item.uri)
    else this.kept.set(item.key, { item: { ...item, place: this.kept.size }, line })
  }

  has(key: string): boolean {
    return this.kept.has(key)
  }

  /** Parents that turn in a circle take their lines out; so do parents that are nowhere, where `strict`. */
  finish(field: string, strict: boolean): Item[] {
    for (const key of this.circles()) this.drop(key, field, 'parent-cycle')
    if (strict) for (const key of this.lost()) this.drop(key, field, 'parent-unknown')
    return [...this.kept.values()].map(({ item }, place) => ({ ...item, place }))
  }

  private drop(key: string, field: string, code: ProblemCode): void {
    const one = this.kept.get(key)
    if (one === undefined) return
    this.kept.delete(key)
    this.refuse(one.line, field, code, one.item.parentKey ?? '')
  }

  /** Lines whose parent, or whose parent's parent, is nowhere. Each line is looked at once, however long the chain. */
  private lost(): string[] {
    const children = new Map<string, string[]>()
    const found: string[] = []
    for (const [key, { item }] of this.kept) {
      if (item.parentKey === null) continue
      const siblings = children.get(item.parentKey)
      if (siblings === undefined) children.set(item.parentKey, [key])
      else siblings.push(key)
      if (!this.kept.has(item.parentKey)) found.push(key)
    }
    // Grows while it is read.
    for (const key of found) for (const child of children.get(key) ?? []) found.push(child)
    return found
  }

  private circles(): string[] {
    const state = new Map<string, 'open' | 'straight' | 'circle'>()
    for (const start of this.kept.keys()) {
      const path: string[] = []
      let key: string | null = start
      while (key !== null && this.kept.has(key) && !state.has(key)) {
        state.set(key, 'open')
        path.push(key)
        key = this.kept.get(key)?.item.parentKey ?? null
      }
      // Only what stands on the circle itself is at fault; what hangs from it is told as an unknown parent.
      const turn = key === null ? -1 : path.indexOf(key)
      for (const [at, one] of path.entries())
        state.set(one, turn !== -1 && at >= turn ? 'circle' : 'straight')
    }
    return [...state].filter(([, known]) => known === 'circle').map(([key]) => key)
  }
}

const tooManyWords = (aliases: readonly string[]): boolean =>
  aliases.length > longest.aliases || aliases.some((text) => text.length > longest.label)

/** An address that a badge may point at. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text)
}

/** Text as it is kept: no control signs, no double spaces. */
export const tidy = (text: string): string =>
  text
    .replaceAll('\0', '')
    .toWellFormed()
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim()

/** Words between line breaks or bars, each once. */
export const splitList = (text: string, cut = /\r?\n|\s\|\s/): string[] => [
  ...new Set(
    text
      .split(cut)
      .map(tidy)
      .filter((part) => part !== ''),
  ),
]

/** Two letters of a language name or code; undefined when it is none. */
export const languageCode = (text: string | undefined): string | undefined =>
  /^([a-z]{2})(?:[-_][A-Za-z]+)?$/.exec(text?.trim().toLowerCase() ?? '')?.[1]
