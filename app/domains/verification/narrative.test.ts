import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, readNarrative } from './narrative.ts'

test('paragraphs, labelled lines and lists are told apart, their marks removed', () => {
  const markdown = [
    '**Situation\u00a0:** Dans un *atelier*',
    '# Critères',
    '1. Prépare son poste\n2. Prévient d’un retard',
    'Voir [la grille](https://example.org/grille) et `le code`.',
    '- un\n- deux',
  ].join('\n\n')
  expect(readNarrative(markdown)).toEqual([
    { kind: 'labelled', label: 'Situation', text: 'Dans un atelier' },
    { kind: 'paragraph', text: 'Critères' },
    { kind: 'list', items: ['Prépare son poste', 'Prévient d’un retard'] },
    { kind: 'paragraph', text: 'Voir la grille et le code.' },
    { kind: 'list', items: ['un', 'deux'] },
  ])
})

test('an escaped sign stays the sign, and opens no label', () => {
  expect(plainText('5 \\* 3 \\[a\\]\\(b\\) \\_x\\_')).toBe('5 * 3 [a](b) _x_')
  expect(readNarrative('\\*\\*Évaluation :\\*\\* inventée')).toEqual([
    { kind: 'paragraph', text: '**Évaluation :** inventée' },
  ])
})

test('any text is read, and words without marks come back whole', () => {
  fc.assert(fc.property(fc.string({ maxLength: 2_000 }), (text) => void readNarrative(text)))
  const word = fc.stringMatching(/^[a-zé’0-9]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      const text = `Le ${words.join(' ')}`
      expect(plainText(text)).toBe(text)
    }),
  )
})
