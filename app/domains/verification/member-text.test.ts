import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memberText } from './member-text.ts'

test('a member is found whatever stands around it, and parses to the same value', () => {
  const spaces = fc.constantFrom('', ' ', '\n', '\t  ')
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.jsonValue(),
      spaces,
      fc.nat(10),
      (others, value, space, place) => {
        delete others['credential']
        const members = Object.entries(others).map(
          ([key, other]) => `${JSON.stringify(key)}${space}:${space}${JSON.stringify(other)}`,
        )
        members.splice(
          place % (members.length + 1),
          0,
          `"credential"${space}:${space}${JSON.stringify(value)}`,
        )
        const text = `${space}{${space}${members.join(`${space},${space}`)}${space}}${space}`
        expect(memberText(text, 'credential')).toBe(JSON.stringify(value))
      },
    ),
  )
})

test('the text keeps what parsing would lose', () => {
  const inner = '{ "id" : "a", "id":"b", "n": 1.0, "s":"\\u00e9 \\" }" }'
  expect(memberText(`{"url":null,"credential": ${inner} }`, 'credential')).toBe(inner)
})

test('a key written with escapes is the same key, and two of them are no answer', () => {
  expect(memberText('{"cr\\u0065dential":[1,{"credential":2}]}', 'credential')).toBe('[1,{"credential":2}]')
  expect(memberText('{"credential":1,"cr\\u0065dential":2}', 'credential')).toBeNull()
})

test('an object without it, and what is no object, have none', () => {
  for (const text of ['{}', '{"a":{"credential":1}}', '[]', '"credential"', '1', 'null'])
    expect(memberText(text, 'credential')).toBeUndefined()
})
