import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from './bytes.ts'

test('base64url is that of the platform, both ways', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64url')
      expect(encodeBase64Url(bytes)).toBe(text)
      expect(decodeBase64Url(text)).toEqual(bytes)
    }),
  )
})

test('only one text stands for any bytes', () => {
  const letter = fc.constantFrom(...'ABCDwxyz0189-_', '=', '+', '/', ' ', '\n', 'é', '\u2019')
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 12 }), (text) => {
      const bytes = decodeBase64Url(text)
      expect(bytes === undefined ? undefined : encodeBase64Url(bytes)).toBe(
        Buffer.from(text, 'base64url').toString('base64url') === text ? text : undefined,
      )
    }),
    { numRuns: 2_000 },
  )
})

test.each(['A', 'AB', 'AAB', 'AA==', 'AA=', 'A A', 'AAAA\n', 'AA+A', 'AA/A'])('%j is refused', (text) => {
  expect(decodeBase64Url(text)).toBeUndefined()
})
