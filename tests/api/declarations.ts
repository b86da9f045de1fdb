import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../source-files.ts'
import { type Docstring, readDocstring } from './docstring.ts'

/** One thing that a package exports, as its type declarations show it. */
export interface Declaration {
  name: string
  kind: 'function' | 'value' | 'class' | 'type'
  doc: Docstring
  /** The declaration itself, without `export declare`. */
  text: string
  /** Where it is written, from the `src` of its package, without extension. */
  source: string
  /** Names of the doors that export it; `.` is the main one. */
  doors: string[]
}

interface Statement {
  doc: string
  text: string
}

const closing: Record<string, string> = { '{': '}', '(': ')', '[': ']' }

/** The place after a comment, a string or one character: nothing inside of them counts. */
function after(code: string, at: number): number {
  if (code.startsWith('/*', at)) return code.indexOf('*/', at) + 2
  if (code.startsWith('//', at)) return code.indexOf('\n', at) + 1
  const quote = code[at] ?? ''
  if (!`'"\``.includes(quote)) return at + 1
  let end = at + 1
  while (end < code.length && code[end] !== quote) end += code[end] === '\\' ? 2 : 1
  return end + 1
}

/** The place after the bracket that closes the one at `at`. */
export function afterBracket(code: string, at: number): number {
  const close = closing[code[at] ?? '']
  let place = at + 1
  while (place < code.length) {
    const here = code[place] ?? ''
    if (here === close) return place + 1
    place = closing[here] === undefined ? after(code, place) : afterBracket(code, place)
  }
  return place
}

/** Splits type declarations into statements, each with the docstring above it. */
export function statementsOf(code: string): Statement[] {
  const found: Statement[] = []
  let doc = ''
  let start = -1
  let place = 0
  while (place < code.length) {
    const here = code[place] ?? ''
    if (start === -1) {
      if (code.startsWith('/*', place)) {
        const end = after(code, place)
        if (code.startsWith('/**', place)) doc = code.slice(place, end)
        place = end
        continue
      }
      if (/\s/.test(here)) {
        place += 1
        continue
      }
      start = place
    }
    const text = code.slice(start, place)
    const isBlock =
      here === '{' && /^(?:export )?(?:declare )?(?:interface|class|abstract class)\b/.test(text)
    place = closing[here] === undefined ? after(code, place) : afterBracket(code, place)
    if (here === ';' || isBlock) {
      found.push({ doc, text: code.slice(start, place) })
      doc = ''
      start = -1
    }
  }
  return found
}

const nameOf = (text: string): string | undefined =>
  /^export (?:declare )?(?:function|const|class|interface|type)\s+([A-Za-z0-9_$]+)/.exec(text)?.[1]

function kindOf(text: string): Declaration['kind'] {
  if (/^export (?:interface|type)\b/.test(text)) return 'type'
  if (/^export declare class\b/.test(text)) return 'class'
  if (/^export declare function\b/.test(text)) return 'function'
  return /^export declare const \w+: (?:\(|<)/.test(text) ? 'function' : 'value'
}

class Files {
  readonly #folder: string
  readonly #read = new Map<string, Statement[]>()

  constructor(folder: string) {
    this.#folder = folder
  }

  statements(source: string): Statement[] {
    const known = this.#read.get(source)
    if (known) return known
    const file = path.join(this.#folder, `${source}.d.ts`)
    const statements = existsSync(file) ? statementsOf(readFileSync(file, 'utf8')) : []
    this.#read.set(source, statements)
    return statements
  }

  /** What a file exports by itself and from others: names, and where each is written. */
  exports(source: string): Map<string, { source: string; statement: Statement }> {
    const found = new Map<string, { source: string; statement: Statement }>()
    for (const statement of this.statements(source)) {
      const own = nameOf(statement.text)
      if (own !== undefined) found.set(own, { source, statement })
      const from = /^export (?:type )?(\*|\{([^}]*)\}) from '([^']+)\.ts';$/s.exec(statement.text)
      if (!from) continue
      const there = this.exports(path.posix.join(path.posix.dirname(source), from[3] ?? ''))
      const names = from[1] === '*' ? [...there.keys()] : (from[2] ?? '').split(',').map((one) => one.trim())
      for (const name of names) {
        const one = there.get(name)
        if (one) found.set(name, one)
        else if (name !== '') throw new Error(`${source} exports ${name}, which is not declared`)
      }
    }
    return found
  }
}

/** The doors of a package: the paths under which it is imported, and the source of each. */
export function doorsOf(folder: string): Map<string, string> {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
  const found = new Map<string, string>()
  const exported: unknown = Reflect.get(Object(manifest), 'exports')
  for (const [door, targets] of Object.entries(Object(exported))) {
    const source: unknown = Reflect.get(Object(targets), 'insigne-source')
    if (typeof source === 'string') found.set(door, source.replace(/^\.\/src\/|\.ts$/g, ''))
  }
  return found
}

/** Everything that a package exports, read from the type declarations that its build writes. */
export function declarationsOf(folder: string): Declaration[] {
  const out = mkdtempSync(path.join(tmpdir(), 'insigne-api-'))
  try {
    const project = path.join(root, folder, 'tsconfig.build.json')
    const quiet = ['--emitDeclarationOnly', '--incremental', 'false', '--composite', 'false']
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    // Types are checked elsewhere; here a package may not find another one that is not built yet.
    spawnSync(process.execPath, [tsc, '-p', project, '--outDir', out, ...quiet])
    const files = new Files(out)
    const found = new Map<string, Declaration>()
    for (const [door, index] of doorsOf(folder)) {
      for (const [name, { source, statement }] of files.exports(index)) {
        const known = found.get(name)
        if (known) known.doors.push(door)
        else {
          found.set(name, {
            name,
            kind: kindOf(statement.text),
            doc: readDocstring(statement.doc),
            text: statement.text.replace(/^export (?:declare )?/, ''),
            source,
            doors: [door],
          })
        }
      }
    }
    return [...found.values()]
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}
