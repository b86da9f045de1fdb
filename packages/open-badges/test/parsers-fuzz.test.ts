import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bakePng, bakeSvg, checkNames, extract, OpenBadgesError, verify } from '../src/index.ts'
import { parseJws } from '../src/proof/jwt.ts'
import { onePixel } from './altered.ts'

const encoder = new TextEncoder()

/** What came of a parser: it may refuse with a code, and do nothing else. */
const outcome = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'read'
  } catch (error) {
    if (error instanceof OpenBadgesError && error.code.includes('.')) return 'refused'
    throw error
  }
}
const reported = async (input: Uint8Array | string): Promise<void> => {
  const { checks, verdict } = await verify(input)
  expect(checks.map(({ name }) => name)).toEqual(checkNames)
  expect(verdict).not.toBe('valid')
}

const keyword = fc.constantFrom('openbadges', 'openbadgecredential', 'clrcredential', 'OpenBadges', 'Comment')
const type = fc.constantFrom('iTXt', 'tEXt', 'zTXt', 'IDAT', 'IHDR', 'IEND', 'eXIf', 'aaaa')
const payload = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc
    .tuple(keyword, fc.uint8Array({ maxLength: 6 }), fc.string({ maxLength: 40 }))
    .map(([key, flags, text]) =>
      Uint8Array.from([...encoder.encode(key), 0, ...flags, ...encoder.encode(text)]),
    ),
)
const chunk = fc
  .tuple(type, payload, fc.boolean(), fc.constantFrom(0, 0, 0, 1, 0x7fffffff, 0xffffffff))
  .map(([name, data, isTrue, lie]) => {
    const made = Buffer.alloc(12 + data.length)
    made.writeUInt32BE((data.length + lie) % 2 ** 32)
    made.write(name, 4, 'latin1')
    made.set(data, 8)
    made.writeUInt32BE(isTrue ? crc32(made.subarray(4, 8 + data.length)) : 7, 8 + data.length)
    return made
  })
const png = fc.tuple(fc.array(chunk, { maxLength: 6 }), fc.nat({ max: 4 })).map(([chunks, at]) => {
  const start = onePixel.subarray(0, [8, 33, 33, 33, onePixel.length][at])
  return new Uint8Array(Buffer.concat([start, ...chunks, onePixel.subarray(33)]))
})

const tag = fc.constantFrom(
  '<svg xmlns="http://www.w3.org/2000/svg">',
  '</svg>',
  '<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">',
  '<openbadges:assertion xmlns:openbadges="http://openbadges.org" verify="',
  '</openbadges:credential>',
  '<![CDATA[{"a":1}]]>',
  '<!DOCTYPE svg [<!ENTITY a "&b;&b;">]>',
  '<!-- ',
  ' -->',
  '&a;',
  '&#x0;',
  '"/>',
  '<?xml version="1.1" encoding="utf-16"?>',
  '{"type":["VerifiableCredential","OpenBadgeCredential"]}',
)
const svg = fc
  .array(fc.oneof(tag, fc.string({ maxLength: 12 })), { maxLength: 12 })
  .map((parts) => `<svg xmlns="http://www.w3.org/2000/svg">${parts.join('')}`)

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value) ?? 'null').toString('base64url')
const word = fc.constantFrom(
  'alg',
  'kid',
  'jwk',
  'iss',
  'sub',
  'exp',
  'vc',
  'type',
  'credentialSubject',
  '@context',
)
const members = fc.dictionary(
  word,
  fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('RS256', 'none', 'OpenBadgeCredential', 'Assertion', 'did:jwk:e30'),
  ),
)
const jwt = fc.oneof(
  fc.tuple(members, members, fc.base64String()).map(([a, b, c]) => `${encoded(a)}.${encoded(b)}.${c}`),
  fc.tuple(fc.base64String(), fc.base64String(), fc.base64String()).map((parts) => parts.join('.')),
)
const json = fc.oneof(
  fc.json({ maxDepth: 5 }),
  members.map((value) => JSON.stringify(value)),
  fc
    .tuple(fc.constantFrom('[', '{"a":', '{"credentialSubject":[', '"\\ud800', '-0e9'), fc.nat({ max: 60 }))
    .map(([part, times]) => part.repeat(times)),
)

describe('any input is read or refused with a code, and gets a whole report', () => {
  test('PNG', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(png, async (bytes) => {
        await outcome(() => extract(bytes))
        await outcome(() => bakePng(bytes, '{"a":1}'))
        await reported(bytes)
      }),
      { numRuns: 400 },
    ),
  )
  test('SVG', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(svg, async (text) => {
        await outcome(() => extract(text))
        await outcome(() => bakeSvg(text, '{"a":1}'))
        await reported(text)
      }),
      { numRuns: 400 },
    ),
  )
  test('JWT', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(jwt, async (text) => {
        await outcome(() => parseJws(text))
        await reported(text)
      }),
      { numRuns: 400 },
    ),
  )
  test('JSON', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(json, async (text) => reported(text)),
      { numRuns: 400 },
    ),
  )
  test('bytes that are nothing', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => reported(bytes)),
      { numRuns: 400 },
    ),
  )
})

describe('input made to be slow or large is refused', () => {
  const million = 1_000_000
  test.each([
    ['a million open brackets', '['.repeat(million)],
    ['a million open tags', `<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(million / 3)}`],
    ['a million attributes', `<svg ${'a="" '.repeat(million / 5)}/>`],
    ['a million dots', '.'.repeat(million)],
    ['a million escapes', `"${'\\\\'.repeat(million / 2)}`],
    ['a million quotes after escapes', `{"a":${'"\\"'.repeat(million / 4)}`],
    ['a long token', `${'A'.repeat(million / 2)}.${'A'.repeat(million / 2)}.AA`],
    ['a million spaces', `${' '.repeat(million)}{`],
  ])('%s', (_name, text) => reported(text))
})
