import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { decodeText, readRecipients } from './recipients.ts'

test('every row comes back with its cells and the line where it begins', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\n', '’', '1') })
  const row = fc.tuple(fc.constant('a@example.org'), cell, cell)
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (rows, delimiter, newline) => {
        const lines = [['email', 'name', 'narrative'], ...rows]
        const text = lines
          .map((one) => Papa.unparse([one], { delimiter, quotes: true }))
          .join('\n')
          .replaceAll('\n', newline)
        const read = readRecipients(text)
        expect(read?.map(({ email, name, narrative }) => [email, name, narrative])).toEqual(
          rows.map((one) => one.map((value) => value.trim())),
        )
        let line = 2
        for (const [index, one] of rows.entries()) {
          expect(read?.[index]?.line).toBe(line)
          line += 1 + one.join('').split('\n').length - 1
        }
      },
    ),
  )
})

test('a list without a column for the recipient is no list', () => {
  expect(readRecipients('prénom;ville\nA;B')).toBeUndefined()
  expect(readRecipients('')).toBeUndefined()
})

test('a row with more cells than names is marked, an empty one is skipped', () => {
  const read = readRecipients('email,name\n\n,\na@example.org,A,too much\n')
  expect(read).toEqual([expect.objectContaining({ line: 4, overfull: true, email: 'a@example.org' })])
})

test('a file saved by an old spreadsheet keeps its accents', () => {
  expect(decodeText(Uint8Array.of(0x43, 0x68, 0x6c, 0x6f, 0xe9))).toBe('Chloé')
  expect(decodeText(new TextEncoder().encode('Chloé’s'))).toBe('Chloé’s')
})
