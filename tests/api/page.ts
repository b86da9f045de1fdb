import { afterBracket, type Declaration } from './declarations.ts'
import { importsFor } from './examples.ts'

/** A page of the reference: a job, and the sources (or folders of them) that do it. */
export interface Page {
  file: string
  title: string
  about: string
  sources: string[]
}

/** A package's reference: its name, its pages, the names that its examples begin from. */
export interface Book {
  folder: string
  packageName: string
  pages: Page[]
  /** What each name stands for, that examples use without declaring it. */
  setting: Record<string, string>
}

/** The page of a declaration: the one whose source is the longest match. */
export function pageOf(pages: readonly Page[], { source, name }: Declaration): Page {
  const fits = pages.flatMap((page) =>
    page.sources
      .filter((one) => source === one || source.startsWith(`${one}/`))
      .map((one) => ({ page, one })),
  )
  const [best] = fits.toSorted((a, b) => b.one.length - a.one.length)
  if (!best) throw new Error(`${name}, in ${source}, belongs to no page of the reference`)
  return best.page
}

/** A parameter as people read it: `{ a, b }: Options` is `options: Options`. */
interface Parameter {
  name: string
  type: string
}

function splitTop(text: string): string[] {
  const parts: string[] = []
  let start = 0
  let at = 0
  let angle = 0
  while (at < text.length) {
    const here = text[at] ?? ''
    if (here === '<') angle += 1
    if (here === '>' && text[at - 1] !== '=') angle -= 1
    if (here === ',' && angle === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
    at = '{(['.includes(here) ? afterBracket(text, at) : at + 1
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '')
}

/** The parts of a function's declaration. */
export function signatureOf({ name, text, doc }: Declaration): {
  generics: string
  parameters: Parameter[]
  result: string
} {
  const flat = text.replace(/\s+/g, ' ')
  const open = flat.indexOf('(')
  const generics = /<.*>$/.exec(flat.slice(0, open))?.[0] ?? ''
  const close = afterBracket(flat, open)
  const named = [...doc.parameters.keys()]
  const parameters = splitTop(flat.slice(open + 1, close - 1)).map((part, order): Parameter => {
    const start = part.startsWith('{') ? afterBracket(part, 0) : part.search(/[?:]/)
    const own = part.startsWith('{') ? (named[order] ?? 'options') : part.slice(0, start)
    const isOptional = part[start] === '?'
    const type = part.slice(start).replace(/^\??:\s*/, '')
    return { name: `${own}${isOptional ? '?' : ''}`, type: clean(type) }
  })
  const result = clean(
    flat
      .slice(close)
      .replace(/^\s*(?::|=>)\s*/, '')
      .replace(/;$/, ''),
  )
  if (result === '') throw new Error(`${name} has no result`)
  return { generics, parameters, result }
}

// Modules that a source imports whole are its own affair.
const clean = (text: string): string => text.replace(/\b(?:model3?|input)\./g, '').replace(/, \}/g, ' }')

const indented = (text: string): string =>
  clean(text).replace(/^( {4})+/gm, (spaces) => ' '.repeat(spaces.length / 2))

/** Names of exported types that a text mentions. */
export const mentions = (text: string, names: ReadonlySet<string>): string[] => [
  ...new Set(
    [...text.matchAll(/\b[A-Z][A-Za-z0-9]*\b/g)].map(([word]) => word).filter((word) => names.has(word)),
  ),
]

const paragraph = (text: string): string => text.replace(/([^\n])\n(?=[^\n-])/g, '$1 ')

function exampleBlock(one: Declaration, code: string, book: Book, all: readonly Declaration[]): string {
  const imports = importsFor(code, one, book.packageName, all)
  return ['```js', ...imports, ...(imports.length > 0 ? [''] : []), code, '```'].join('\n')
}

function functionEntry(one: Declaration): string[] {
  const { generics, parameters, result } = signatureOf(one)
  const list = parameters.map(({ name, type }) => `${name}: ${type}`)
  const line = `${one.name}${generics}(${list.join(', ')}): ${result}`
  const whole = line.length <= 100 ? line : `${one.name}${generics}(\n  ${list.join(',\n  ')},\n): ${result}`
  const table = parameters.map(({ name }) => {
    const bare = name.replace('?', '')
    return `- \`${bare}\`${name.endsWith('?') ? ' (optional)' : ''}: ${one.doc.parameters.get(bare) ?? ''}`
  })
  return [
    '```ts',
    whole,
    '```',
    '',
    paragraph(one.doc.description),
    '',
    ...table,
    ...(table.length > 0 ? [''] : []),
    `Throws: ${one.doc.throws}.`,
  ]
}

const valueEntry = (one: Declaration): string[] => {
  const text =
    one.kind === 'class' ? indented(one.text) : clean(one.text.replace(/\s+/g, ' ')).replace(/;$/, '')
  return ['```ts', text, '```', '', paragraph(one.doc.description)]
}

const typeEntry = (one: Declaration): string[] => [
  paragraph(one.doc.description),
  '',
  '```ts',
  indented(one.text).replace(/;$/gm, ''),
  '```',
]

function entry(one: Declaration, book: Book, all: readonly Declaration[]): string {
  const types = new Set(all.filter(({ kind }) => kind === 'type').map(({ name }) => name))
  const linked = mentions(clean(one.text), types).filter((name) => name !== one.name)
  const links = linked.flatMap((name) => {
    const there = all.find((other) => other.name === name)
    return there ? [`[${name}](${pageOf(book.pages, there).file}#${name.toLowerCase()})`] : []
  })
  const body =
    one.kind === 'function' ? functionEntry(one) : one.kind === 'type' ? typeEntry(one) : valueEntry(one)
  const examples = one.doc.examples.flatMap((code) => ['', exampleBlock(one, code, book, all)])
  return [
    `${one.kind === 'type' ? '###' : '##'} ${one.name}`,
    '',
    ...body,
    ...(links.length > 0 ? ['', `Types: ${links.join(', ')}.`] : []),
    ...examples,
    '',
  ].join('\n')
}

const order: Declaration['kind'][] = ['function', 'class', 'value', 'type']

function pageText(page: Page, book: Book, all: readonly Declaration[]): string {
  const own = all
    .filter((one) => pageOf(book.pages, one) === page)
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const doors = [...new Set(own.flatMap((one) => one.doors))].map(
    (door) => `\`${book.packageName}${door.slice(1)}\``,
  )
  const head = [
    `# ${page.title}`,
    '',
    page.about,
    '',
    `Imported from ${doors.join(' or ')}. [All pages](README.md).`,
    '',
  ]
  const values = own.filter(({ kind }) => kind !== 'type')
  const types = own.filter(({ kind }) => kind === 'type')
  return [
    ...head,
    ...values.map((one) => entry(one, book, all)),
    ...(types.length > 0 ? ['## Types', '', ...types.map((one) => entry(one, book, all))] : []),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function indexText(book: Book, all: readonly Declaration[]): string {
  const rows = book.pages.map((page) => {
    const names = all
      .filter((one) => one.kind !== 'type' && pageOf(book.pages, one) === page)
      .map(({ name }) => `[\`${name}\`](${page.file}#${name.toLowerCase()})`)
    return `- [${page.title}](${page.file}): ${names.join(', ')}`
  })
  return [
    `# ${book.packageName}: reference`,
    '',
    'Written from the docstrings by `npm run reference`; a test fails when it is stale. Every example on these pages is run by',
    'another test. A comment at the end of a line says what the line gives.',
    '',
    ...rows,
    '',
    '## Names that the examples begin from',
    '',
    ...Object.entries(book.setting).map(([name, what]) => `- \`${name}\`: ${what}`),
    '',
  ].join('\n')
}

/** The files of a reference, by their names in its folder. */
export function bookOf(book: Book, all: readonly Declaration[]): Map<string, string> {
  const files = new Map([['README.md', indexText(book, all)]])
  for (const page of book.pages) files.set(page.file, pageText(page, book, all))
  return files
}
