import { expect, test } from 'vitest'
import { receivedLetter } from './received.ts'

const letter = (name: string) =>
  receivedLetter({
    locale: 'fr',
    name,
    issuer: 'Atelier Cardan',
    achievement: 'Présence',
    url: 'https://insigne.test/r/x',
  })

test('a message greets the person by the name that was given', () => {
  expect(letter('Maëlle Dupont-Léger').greeting).toBe('Bonjour Maëlle Dupont-Léger,')
})

test.each(['Gagnez sur evil.example maintenant', 'https://evil.example', 'a@evil.example', 'x'.repeat(61)])(
  'a name that could carry an address or a sentence greets nobody: %s',
  (name) => {
    expect(letter(name).greeting).toBe('Bonjour,')
  },
)
