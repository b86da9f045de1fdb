import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OpenBadgesError } from './errors.ts'
import { parseJson } from './json-parse.ts'

const codeOf = (text: string): string => {
  try {
    parseJson(text)
    return 'accepted'
  } catch (error) {
    return error instanceof OpenBadgesError ? error.code : 'another error'
  }
}

describe('strict JSON', () => {
  test.each([
    ['{"a":1,"a":2}', 'json.duplicate-key'],
    ['{"a":{"b":1,"\\u0062":2}}', 'json.duplicate-key'],
    ['[{"a":":"},{"a":"\\":"}]', 'accepted'],
    ['{"__proto__":{"admin":true}}', 'json.forbidden-key'],
    ['{"\\u005f_proto__":1}', 'json.forbidden-key'],
    ['"\\ud800"', 'json.lone-surrogate'],
    ['{"\\udc00":1}', 'json.lone-surrogate'],
    ['{"a":"\ud800"}', 'json.lone-surrogate'],
    ['{"constructor":1}', 'json.forbidden-key'],
    ['{"a":[{"prototype":{}}]}', 'json.forbidden-key'],
    ['{"prot\\u006ftype":1}', 'json.forbidden-key'],
    ['{"a":"constructor"}', 'accepted'],
    ['{"a":1,"b":{"a":1,"c":[{"d":1},{"d":1}]}}', 'accepted'],
    ['{"a":1,"b":{"a":1,"c":[{"d":1},{"d":1,"d":2}]}}', 'json.duplicate-key'],
    ['{"a":1', 'json.malformed'],
    ['', 'json.malformed'],
    [`${'['.repeat(33)}${']'.repeat(33)}`, 'json.too-deep'],
    [`${'['.repeat(32)}${']'.repeat(32)}`, 'accepted'],
    [`"${'['.repeat(1_000)}"`, 'accepted'],
    ['{"a":"\\\\"}', 'accepted'],
  ])('%s gives %s', (text, code) => expect(codeOf(text)).toBe(code))

  test('a hundred thousand levels are refused without recursion', () => {
    expect(codeOf('['.repeat(100_000))).toBe('json.too-deep')
  })

  test('what is accepted is what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        if (codeOf(text) === 'accepted') expect(parseJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('any text is parsed or refused with a code', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => codeOf(text) !== 'another error'))
  })
})
