import type { Declaration } from './declarations.ts'

/** The door from which an example best takes a name: that of the page's own names, else the main one. */
function doorFor({ doors }: Declaration, beside: Declaration): string {
  return doors.find((door) => beside.doors.includes(door)) ?? doors[0] ?? '.'
}

const declared = (code: string): Set<string> =>
  new Set(
    [...code.matchAll(/\b(?:const|let)\s+(\{[^}]*\}|\w+)/g)].flatMap(([, names = '']) =>
      names
        .replace(/[{}\s]/g, '')
        .split(',')
        .map((name) => name.split(':').at(-1) ?? ''),
    ),
  )

// What stands in a string or a comment is not used.
const codeOnly = (code: string): string => code.replace(/'(?:[^'\\]|\\.)*'/g, "''").replace(/\/\/.*$/gm, '')

/** The import lines that a docstring's example leaves out. */
export function importsFor(
  code: string,
  beside: Declaration,
  packageName: string,
  all: readonly Declaration[],
): string[] {
  const own = declared(code)
  const text = codeOnly(code)
  const byDoor = new Map<string, string[]>()
  for (const one of all) {
    if (one.kind === 'type' || own.has(one.name)) continue
    if (!new RegExp(`(?:(?<![.\\w'])|(?<=\\.{3}))${one.name}\\b(?!\\s*:)`).test(text)) continue
    const door = doorFor(one, beside)
    byDoor.set(door, [...(byDoor.get(door) ?? []), one.name])
  }
  return [...byDoor]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([door, names]) => `import { ${names.toSorted().join(', ')} } from '${packageName}${door.slice(1)}'`)
}

/** The fenced blocks of code in a page. Languages other than these are not examples. */
export function blocksOf(markdown: string): { language: string; code: string }[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }))
}

export type Doors = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const AsyncFunction: unknown = Object.getPrototypeOf(async () => undefined).constructor

/**
 * Runs an example as a module of its own: its imports are taken from `doors`, the names that it does not declare from
 * `setting`. A line `expression // value` fails unless the expression gives the value. Gives what was compared.
 */
export async function runExample(
  code: string,
  doors: Doors,
  setting: Readonly<Record<string, unknown>>,
): Promise<{ given: unknown; said: unknown; line: string }[]> {
  const compared: { given: unknown; said: unknown; line: string }[] = []
  const body = code
    .replace(/^import (\{[^}]*\}) from '([^']+)'$/gm, (_, names: string, door: string) => {
      const exported = doors[door]
      if (!exported) throw new Error(`No such import: ${door}`)
      for (const name of names.replace(/[{}\s]/g, '').split(','))
        if (name !== '' && !(name in exported)) throw new Error(`${door} does not export ${name}`)
      return `const ${names.replaceAll(' as ', ': ')} = doors['${door}']`
    })
    .replace(
      /^(?!const |let |import |\/\/)(\S.*?) \/\/ (['"[{\d-].*|true|false|null|undefined)$/gm,
      (line: string, expression: string, value: string) =>
        `compare(${expression.replace(/^console\.log\((.*)\)$/, '$1')}, (${value}), ${JSON.stringify(line)})`,
    )
  if (typeof AsyncFunction !== 'function') throw new TypeError('No asynchronous functions here')
  const names = Object.keys(setting)
  const run: unknown = Reflect.construct(AsyncFunction, ['doors', 'compare', ...names, `{\n${body}\n}`])
  if (typeof run !== 'function') throw new TypeError('The example is not a module')
  const compare = (given: unknown, said: unknown, line: string): void => {
    compared.push({ given, said, line })
  }
  await run(doors, compare, ...names.map((name) => setting[name]))
  return compared
}
