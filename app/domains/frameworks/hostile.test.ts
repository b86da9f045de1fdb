import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../testing/index.ts'
import { requestImport } from './actions/request-import.ts'
import { readFrameworkFile } from './files/recognise.ts'
import { importById } from './imports.ts'

let world: World
let operator: Person
beforeAll(async () => {
  world = await testWorld('frameworks-hostile')
  operator = await world.person('serveur@instance.example', { operator: true, name: 'Responsable' })
})
afterAll(() => world.close())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readFrameworkFile(bytesOf(text), { fileName: 'x', language: 'fr' })

async function bring(file: string | Uint8Array) {
  const id = await requestImport(operator.ctx, {
    ownerId: null,
    fileName: 'fichier',
    bytes: typeof file === 'string' ? bytesOf(file) : file,
    wish: {},
  })
  await world.drainJobs()
  const one = await importById(world.ctx(), id)
  if (one === undefined) throw new Error('the import is gone')
  return one
}

let number = 0
const caseFile = (items: object[], document: object = {}) => {
  number += 1
  return JSON.stringify({
    CFDocument: {
      identifier: `doc-${number}`,
      uri: `https://x.example/d/${number}`,
      title: 'T',
      ...document,
    },
    CFItems: items.map((item, order) => ({
      identifier: `i-${order}`,
      uri: `https://x.example/i/${order}`,
      fullStatement: `Tenir un atelier ${order}`,
      ...item,
    })),
    CFAssociations: [],
  })
}
const wide = (length: number) =>
  Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join('')

describe('a file that no database keeps as it is', () => {
  const words: [name: string, file: () => string | Uint8Array][] = [
    ['NUL in a name', () => caseFile([{ fullStatement: 'a\0b' }])],
    ['NUL in an identifier', () => caseFile([{ identifier: 'a\0b' }])],
    ['NUL in an address', () => caseFile([{ uri: 'https://x.example/a\0b' }])],
    ['NUL in the version', () => caseFile([{}], { version: '1\0' })],
    ['NUL in the identifier of the document', () => caseFile([{}], { identifier: 'a\0b' })],
    ['half a sign in an identifier', () => caseFile([{ identifier: 'a\ud800b' }])],
    ['half a sign in an address', () => caseFile([{ uri: 'https://x.example/\ud800' }])],
    ['half a sign among the keys of an unknown JSON', () => '{"\\ud800":1}'],
    ['NUL in the titles of an unknown table', () => `\ufeff${'a'.repeat(400)};b\0;c\n1;2;3\n`],
    ['an identifier of 1,000 wide signs', () => caseFile([{ identifier: wide(1_000) }])],
    [
      'an address of a million signs',
      () => caseFile([{ uri: `https://x.example/${'/'.repeat(1_000_000)}x` }]),
    ],
    ['a code of 200 wide signs', () => caseFile([{ humanCodingScheme: wide(200) }])],
    ['another name of two million signs', () => caseFile([{ abbreviatedStatement: wide(700_000) }])],
    [
      'ten thousand other names',
      () => caseFile([{ conceptKeywords: Array.from({ length: 10_000 }, (_, at) => `mot ${at}`) }]),
    ],
    ['a language that is none', () => caseFile([{ language: '__proto__' }])],
  ]
  test.each(words)('%s: taken or refused, never left running', async (_name, file) => {
    const one = await bring(file())
    expect(['done', 'refused']).toContain(one.state)
  })
})

describe('a file that is made to take long', () => {
  test('a hundred thousand lines that hang from each other, and the first from nothing', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `c${at + 1};Savoir ${at + 1};c${at}`)
    const one = read(`code;libellé;parent\n${lines.join('\n')}`)
    expect(one).toMatchObject({ ok: false, fault: { code: 'nothing-kept' } })
  })

  test('ten million lines of one sign', () => {
    expect(read(`libellé\n${'a\n'.repeat(10_000_000)}`)).toMatchObject({
      ok: false,
      fault: { code: 'too-many' },
    })
  })

  test('thousands of columns', () => {
    const titles = Array.from({ length: 676 }, (_, at) => {
      const language = String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))
      return `label_${language};notes_${language};alias_${language}`
    })
    const one = read(
      `code;libellé;${titles.join(';')}\n${Array.from({ length: 20_000 }, (_, at) => `${at};a`).join('\n')}`,
    )
    expect(one.ok).toBe(true)
  })
})

test('an import that trips over a fault of ours is refused, and the next ones go on', async () => {
  await sql`alter table skills add constraint no_poison check (code <> 'poison')`.execute(world.ctx().db)
  const one = await bring('code;libellé\npoison;Tenir un atelier\n')
  expect(one).toMatchObject({ state: 'refused', refusal: { code: 'unexpected' } })
  expect(await bring('code;libellé\nfine;Tenir un atelier\n')).toMatchObject({ state: 'done', added: 1 })
})
