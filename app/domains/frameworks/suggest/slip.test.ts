import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlip, slips } from './slip.ts'

test.each<[string, string, number]>([
  ['client', 'client', 0],
  ['clinet', 'client', 1],
  ['autonmi', 'autonom', 2],
  ['equip', 'equipe', 1],
  ['calme', 'palme', 1],
  ['a', 'abcdef', 4],
])('between %s and %s there are %i slips', (a, b, count) => {
  expect(slips(a, b)).toBe(count)
  expect(slips(b, a)).toBe(count)
})

test('one slip of any kind is found in any word', () => {
  const word = fc.stringMatching(/^[a-z]{4,12}$/)
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('out', 'in', 'wrong', 'swap'), (text, place, kind) => {
      const at = place % (text.length - 1)
      const head = text.slice(0, at)
      const typed =
        kind === 'out'
          ? head + text.slice(at + 1)
          : kind === 'in'
            ? `${head}z${text.slice(at)}`
            : kind === 'wrong'
              ? `${head}z${text.slice(at + 1)}`
              : `${head}${text[at + 1]}${text[at]}${text.slice(at + 2)}`
      expect(slips(typed, text)).toBeLessThanOrEqual(1)
      expect(isSlip(typed, text)).toBe(true)
    }),
  )
})
