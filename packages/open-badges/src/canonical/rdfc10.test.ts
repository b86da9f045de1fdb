import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OpenBadgesError } from '../errors.ts'
import { parseNQuads } from './n-quads.ts'
import { byCodePoint, type Quad, sortLines } from './rdf.ts'
import { canonicalize } from './rdfc10.ts'
import { canonicalText } from './statements.ts'

const folder = new URL('../../../../../shared/fixtures/w3c-rdf-canon/', import.meta.url)
const present = existsSync(folder)

interface Entry {
  id: string
  type: string
  name: string
  action: string
  result?: string
  hashAlgorithm?: string
}
const entries: Entry[] = present
  ? JSON.parse(readFileSync(new URL('manifest.jsonld', folder), 'utf8')).entries
  : []
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')

describe.skipIf(!present)('the W3C rdf-canon suite (skipped where ../shared/fixtures is absent)', () => {
  test('has its 86 cases', () => expect(entries).toHaveLength(86))
  test.each(entries.map((entry) => [entry.id, entry.name, entry] as const))(
    '%s %s',
    async (_id, _name, entry) => {
      const hash = entry.hashAlgorithm === 'SHA384' ? 'SHA-384' : 'SHA-256'
      const run = canonicalize(parseNQuads(read(entry.action)), { hash, maxSteps: 500_000 })
      if (entry.type.includes('Negative')) {
        await expect(run).rejects.toBeInstanceOf(OpenBadgesError)
        return
      }
      const { nQuads, labels } = await run
      if (entry.type.includes('Map')) {
        expect(Object.fromEntries(labels)).toEqual(JSON.parse(read(entry.result ?? '')))
      } else expect(nQuads).toBe(read(entry.result ?? ''))
    },
  )
})

test('a clique of alike blank nodes is refused rather than compared for ever', async () => {
  const nodes = Array.from({ length: 8 }, (_, at) => `_:n${at}`)
  const quads: Quad[] = nodes.flatMap((subject) =>
    nodes
      .filter((object) => object !== subject)
      .map((object) => ({ subject, predicate: '<urn:p>', object, graph: '' })),
  )
  await expect(canonicalize(quads)).rejects.toMatchObject({ code: 'canonical.poison-graph' })
})

test('lines are ordered by code point, not by UTF-16 unit', async () => {
  const quad = (object: string): Quad => ({ subject: '<urn:s>', predicate: '<urn:p>', object, graph: '' })
  const { nQuads } = await canonicalize([quad('"😀"'), quad('"\uff5e"')])
  expect(nQuads).toBe('<urn:s> <urn:p> "\uff5e" .\n<urn:s> <urn:p> "😀" .\n')
})

test('any lines are ordered so', () => {
  const line = fc.string({
    unit: fc.constantFrom('a', 'é', '\ud7ff', '\ue000', '\uffff', '😀', '\u{10ffff}', '𐀀'),
  })
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(sortLines([...lines])).toEqual([...lines].sort(byCodePoint))
    }),
  )
})

test('credentials alike, each in its graph, are told apart', async () => {
  const one = (at: number): Quad[] => [
    { subject: '_:p', predicate: '<urn:holds>', object: `_:g${at}`, graph: '' },
    ...['a', 'b', 'c', 'd', 'e'].flatMap((name) => [
      { subject: '<urn:s>', predicate: `<urn:${name}>`, object: `_:${name}${at}`, graph: `_:g${at}` },
      { subject: `_:${name}${at}`, predicate: '<urn:v>', object: `"${name}"`, graph: `_:g${at}` },
    ]),
    { subject: '<urn:s>', predicate: '<urn:name>', object: `"${at}"`, graph: `_:g${at}` },
  ]
  const text = await canonicalText([...one(1), ...one(2), ...one(3)])
  expect(text).toBe(await canonicalText([...one(3), ...one(1), ...one(2)]))
  expect(text.trim().split('\n')).toHaveLength(36)
})
