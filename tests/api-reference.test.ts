import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { books } from './api/books.ts'
import { type Declaration, declarationsOf, statementsOf } from './api/declarations.ts'
import { readDocstring } from './api/docstring.ts'
import { bookOf, mentions, signatureOf } from './api/page.ts'
import { root } from './source-files.ts'

/** A docstring names where the text says so, or says that no text does. */
const section =
  /\b(?:OB [23]\.0|CLR 2\.0|VC Data Model 2\.0|VC Data Integrity 1\.0|Data Integrity (?:EdDSA|ECDSA) 1\.0|Bitstring Status List 1\.0|Controlled Identifiers 1\.0|DID Core 1\.0|did:(?:webvh 1\.0|web method|key method|jwk method)|RFC \d{4}|Web Cryptography API)|No specification: ours\./
/** Types of the language and of its platforms. */
const builtIn = new Set(
  'AsyncGenerator AsyncIterable Crypto Date Error Exclude Extract Iterable Map NodeJS Omit Partial Pick Promise Readonly ReadonlyMap Record Set Uint8Array T URL'.split(
    ' ',
  ),
)

// The other package's types are those of this one.
const main = declarationsOf('packages/open-badges')

describe.each(books.map((book) => [book.packageName, book] as const))(
  'the reference of %s',
  (_name, book) => {
    const all = declarationsOf(book.folder)
    const values = all.filter(({ kind }) => kind !== 'type')
    const functions = all.filter(({ kind }) => kind === 'function')
    const lacking = (from: readonly Declaration[], has: (one: Declaration) => boolean): string[] =>
      from.filter((one) => !has(one)).map(({ name }) => name)

    test('is as the docstrings say (npm run reference writes it again)', () => {
      const folder = path.join(root, book.folder, 'docs/api')
      const expected = bookOf(book, all)
      expect(existsSync(folder) ? readdirSync(folder).sort() : []).toEqual([...expected.keys()].sort())
      for (const [file, text] of expected)
        expect(readFileSync(path.join(folder, file), 'utf8'), file).toBe(text)
    })

    test('says of every export what it is, and where the standard says so', () => {
      expect(all.length).toBeGreaterThan(10)
      expect(lacking(all, ({ doc }) => doc.description.length > 20)).toEqual([])
      expect(lacking(all, ({ doc }) => section.test(doc.description))).toEqual([])
    })

    test('shows every function, value and class in an example', () => {
      expect(lacking(values, ({ doc, name }) => doc.examples.some((code) => code.includes(name)))).toEqual([])
    })

    test('says of every function what it throws, and of every parameter what it is', () => {
      expect(
        lacking(functions, ({ doc }) => /^(?:never|as )|`[a-z0-9-]+(?:\.[a-z0-9…-]+)?`/.test(doc.throws)),
      ).toEqual([])
      for (const one of functions) {
        const names = signatureOf(one).parameters.map(({ name }) => name.replace('?', ''))
        expect([...one.doc.parameters.keys()], one.name).toEqual(names)
        for (const [name, what] of one.doc.parameters) expect(what, `${one.name} ${name}`).not.toBe('')
      }
    })

    test('names no code that is thrown nowhere', () => {
      const sources = readdirSync(path.join(root, book.folder, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((file) => /(?<!\.test)\.ts$/.test(file))
        .map((file) =>
          readFileSync(path.join(root, book.folder, 'src', file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''),
        )
        .join('\n')
      const codes = functions.flatMap(({ doc }) =>
        [...doc.throws.matchAll(/`([a-z0-9-]+\.[a-z0-9-]+)`/g)].map(([, code]) => code ?? ''),
      )
      expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([])
    })

    test('exports every type that an export names, and none that no export leads to', () => {
      const words = (one: Declaration): string[] =>
        [...one.text.replace(/\/\*\*[\s\S]*?\*\/|'[^']*'|`[^`]*`/g, '').matchAll(/(?<![.\w@])[A-Z]\w*/g)].map(
          ([word]) => word,
        )
      const known = new Set([...all, ...main].map(({ name }) => name))
      const generics = /^(?:T)$/
      const strangers = all.flatMap((one) =>
        words(one)
          .filter((word) => !known.has(word) && !builtIn.has(word) && !generics.test(word))
          .map((word) => `${one.name}: ${word}`),
      )
      expect(strangers).toEqual([])
      const names = new Set(all.map(({ name }) => name))
      const reached = new Set(values.map(({ name }) => name))
      for (const name of reached)
        for (const next of mentions(all.find((one) => one.name === name)?.text ?? '', names))
          reached.add(next)
      expect(lacking(all, ({ name }) => reached.has(name))).toEqual([])
    })
  },
)

describe('the reader of declarations', () => {
  test('splits what strings, comments and brackets could confuse', () => {
    const code = `/** A; b */
export interface A {
    /** } */
    a: '}' | \`\${string};\`;
}
export declare const b: (c: { d: string; }) => void;
export type C = { e: ";" };`
    expect(statementsOf(code).map(({ text }) => text.slice(0, 16))).toEqual([
      'export interface',
      'export declare c',
      'export type C = ',
    ])
  })

  test('keeps the parts of a docstring apart, and refuses a tag that it does not know', () => {
    const doc = readDocstring(
      '/**\n * What.\n * @param a one\n *   two\n * @throws `b.c`\n * @example\n * d()\n */',
    )
    expect(doc).toEqual({
      description: 'What.',
      parameters: new Map([['a', 'one two']]),
      throws: '`b.c`',
      examples: ['d()'],
    })
    expect(() => readDocstring('/** @returns x */')).toThrow('@returns')
  })
})
