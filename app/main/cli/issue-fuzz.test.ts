import { OpenBadgesError, restorePrepared } from '@insigne/open-badges'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AchievementFile } from './achievement-file.ts'
import { UsageError } from './arguments.ts'
import { draftFor } from './draft.ts'
import { parseInputFile } from './input-file.ts'
import { issueWords } from './issue-words.ts'
import type { KeyFile } from './key-file.ts'
import { openPicture } from './picture.ts'
import { decodeText, readRecipients } from './recipients.ts'

const t = issueWords(true)
const key: KeyFile = {
  did: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  verificationMethod: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi#z6Mk',
  algorithm: 'Ed25519',
  publicKeyMultibase: 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  secretKeyMultibase: 'z3u2',
}
const achievement = {
  id: 'https://badges.example/achievements/3',
  type: ['Achievement'],
  name: 'Travailler en équipe',
  description: 'Mener une tâche commune à son terme.',
  criteria: { narrative: 'A organisé le travail de trois personnes.' },
  creator: { id: key.did, name: 'Atelier du Port' },
  tag: ['équipe'],
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const seconds = (count: number) => ({ timeout: count * 1000 })

/** A text made of what lists are made of, and of what breaks their readers. */
const piece = fc.constantFrom(
  ...[
    'email',
    'id',
    'name',
    'nom',
    'preuve',
    '__proto__',
    'constructor',
    'toString',
    'a@example.org',
    'did:x:y',
  ],
  ...[',', ';', '\t', '"', '""', '\n', '\r\n', '\r', '\ufeff', 'sep=;', '\0', '=1+1', '\ud800', '’', ' '],
)
const list = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 })
  .map((parts) => parts.join(''))
const columns = ['line', 'id', 'email', 'name', 'evidence', 'narrative', 'overfull'].sort()

describe('any list of recipients', () => {
  const wellRead = (text: string): void => {
    const rows = readRecipients(text)
    if (rows === undefined) return
    expect(rows.length).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length)
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(columns)
      expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
    }
    expect(rows.map(({ line }) => line)).toEqual(rows.map(({ line }) => line).toSorted((a, b) => a - b))
  }

  test('as text is rows or no list', seconds(60), () => {
    fc.assert(fc.property(list, wellRead), { numRuns: 1500 })
  })
  test('with a header is rows', seconds(60), () => {
    fc.assert(
      fc.property(fc.constantFrom(',', ';', '\t'), list, (delimiter, text) => {
        const whole = `id${delimiter}constructor${delimiter}email\n${text}`
        wellRead(whole)
        expect(readRecipients(whole)).toBeDefined()
      }),
      { numRuns: 500 },
    )
  })
  test('as bytes is rows or no list', seconds(60), () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => wellRead(decodeText(bytes))),
      { numRuns: 500 },
    )
  })
  test.each([
    ['a million quotes', '"'.repeat(1_000_000)],
    ['a million delimiters', `id${','.repeat(1_000_000)}`],
    ['a million lines', `id\n${'\n'.repeat(1_000_000)}`],
    ['a quote that nothing closes', `id\n"${'a\n'.repeat(500_000)}`],
    ['a quarter of a million people', `id\n${'did:x:y\n'.repeat(250_000)}`],
    ['quotes that open and close', `id\n${'"a""b",'.repeat(150_000)}`],
  ])('that is %s is read in time', seconds(10), (_name, text) => {
    readRecipients(text)
  })
})

describe('any file of an achievement', () => {
  const read = (text: string): AchievementFile | undefined => {
    try {
      return parseInputFile(utf8(text), AchievementFile, (why) => t.notAchievement('a.json', why))
    } catch (error) {
      if (error instanceof UsageError) return undefined
      throw error
    }
  }
  /** What a line of the list comes to: a refusal with its sentence, or a badge that can be signed. */
  const outcome = async (file: AchievementFile, cell: string): Promise<'refused' | 'prepared'> => {
    const row = {
      line: 2,
      id: 'did:x:y',
      email: '',
      name: cell,
      evidence: cell,
      narrative: cell,
      overfull: false,
    }
    const draft = await draftFor({ key, achievement: file, t }, row)
    if ('refused' in draft) return 'refused'
    try {
      restorePrepared(draft.json)
      return 'prepared'
    } catch (error) {
      if (error instanceof OpenBadgesError) return 'refused'
      throw error
    }
  }

  test('is prepared, or refused in a sentence, whatever its members are', seconds(60), async () => {
    const member = fc.constantFrom(
      ...Object.keys(achievement),
      'image',
      'alignment',
      'resultDescription',
      '__proto__',
      '@context',
    )
    const change = fc.dictionary(member, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 })
    let prepared = 0
    await fc.assert(
      fc.asyncProperty(change, fc.string({ unit: 'binary', maxLength: 12 }), async (changed, cell) => {
        const file = read(JSON.stringify({ ...achievement, ...changed }))
        if (file && (await outcome(file, cell)) === 'prepared') prepared += 1
      }),
      { numRuns: 500 },
    )
    expect(prepared).toBeGreaterThan(0)
  })
  test('that is no JSON, or any JSON, is refused in a sentence', seconds(60), () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(read(text)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })
  test.each([
    ['nested a hundred thousand times', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['with a member twice', `"x","name":"autre"`],
    ['with a prototype', '{"__proto__":{"id":"x"}}'],
  ])('%s is refused in a sentence', (_name, value) => {
    const text = JSON.stringify(achievement).replace('"équipe"', value)
    expect(read(text)).toBeUndefined()
  })

  test('has a picture that is baked into, or refused in a sentence', seconds(60), async () => {
    const address = fc.tuple(
      fc.constantFrom(
        'data:image/svg+xml,',
        'data:image/svg+xml;base64,',
        'data:image/png;base64,',
        'data:image/png,',
        '',
      ),
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.constantFrom('%E0%A4%A', '%3Csvg/%3E', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        address,
        fc.constantFrom('png' as const, 'svg' as const),
        async ([head, data], kind) => {
          try {
            const bake = await openPicture({ ...achievement, image: `${head}${data}` }, kind, 'refused')
            expect((await bake('{}')).ending).toBe(kind)
          } catch (error) {
            if (!(error instanceof UsageError)) throw error
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
