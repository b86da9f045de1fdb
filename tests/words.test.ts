import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source-files.ts'

const files = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => !file.includes('node_modules') && !file.startsWith('dist'))
  .map((file) => path.join(root, 'app', file))

async function load(file: string): Promise<Record<string, unknown>> {
  const module: unknown = await import(file)
  return typeof module === 'object' && module !== null ? { ...module } : {}
}

interface Kind {
  code: string
  status: number
  fr: unknown
  en: unknown
}
const isKind = (value: unknown): value is Kind =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'status' in value &&
  'fr' in value &&
  'en' in value

// Stands for any fact a sentence may name.
const facts = new Proxy({}, { get: (_, name) => `‹${String(name)}›` })
const say = (sentence: unknown): string =>
  typeof sentence === 'function' ? String(sentence(facts)) : String(sentence)

const kinds: { file: string; kind: Kind }[] = []
for (const file of files.filter((one) => /\/errors\.ts$|infra\/refusal\.ts$/.test(one)))
  for (const exported of Object.values(await load(file)))
    if (typeof exported === 'object' && exported !== null)
      for (const kind of Object.values(exported)) if (isKind(kind)) kinds.push({ file, kind })

test('every refusal has a code of its own, a status and a sentence in both languages', () => {
  expect(kinds.length).toBeGreaterThan(20)
  const codes = kinds.map(({ kind }) => kind.code)
  expect(codes.filter((code, order) => codes.indexOf(code) !== order)).toEqual([])
  for (const { kind } of kinds) {
    expect(kind.code).toMatch(/^[a-z]+(?:[.-][a-z]+)*$/)
    expect(kind.status).toBeGreaterThanOrEqual(400)
    for (const sentence of [say(kind.fr), say(kind.en)]) {
      expect(sentence.length, kind.code).toBeGreaterThan(10)
      expect(sentence, kind.code).toMatch(/[.?]$/)
      expect(sentence, kind.code).not.toContain('undefined')
    }
  }
})

/** Every sentence of a catalogue, by its path. */
function sentences(value: unknown, at = ''): [string, string][] {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${at}.${key}`))
  return []
}

const french = files.filter((one) => /(?:words|prose)[\w-]*\.fr\.ts$/.test(one))

test('French sentences carry French typography', async () => {
  expect(french.length).toBeGreaterThan(8)
  const faults: string[] = []
  for (const file of french)
    for (const [at, sentence] of sentences(await load(file))) {
      if (/[a-zà-ÿ]'[a-zà-ÿ]/i.test(sentence))
        faults.push(`${path.basename(file)}${at}: straight apostrophe in « ${sentence} »`)
      if (/[^\s\u00a0\u202f][;?!»](?:\s|$)/.test(sentence) || /«[^\s\u00a0\u202f]/.test(sentence))
        faults.push(`${path.basename(file)}${at}: a space is missing in « ${sentence} »`)
      if (/ [;:?!»]|« /.test(sentence))
        faults.push(`${path.basename(file)}${at}: a breaking space before a sign in « ${sentence} »`)
      if (/!/.test(sentence))
        faults.push(`${path.basename(file)}${at}: an exclamation mark in « ${sentence} »`)
    }
  expect(faults).toEqual([])
})

test('words that nobody should have to know stay out of the pages', async () => {
  const refused = /\b(assertion|métadonnées|wallet|backpack|payload|hash)\b/i
  const faults: string[] = []
  for (const file of french)
    for (const [at, sentence] of sentences(await load(file)))
      if (refused.test(sentence)) faults.push(`${path.basename(file)}${at}: ${sentence}`)
  expect(faults).toEqual([])
})
