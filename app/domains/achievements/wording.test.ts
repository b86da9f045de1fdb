import { describe, expect, test } from 'vitest'
import { judgingWord } from './wording.ts'

describe('words that judge the person', () => {
  test.each([
    ['Est motivée et sérieuse', 'motivée'],
    ['SÉRIEUX au travail', 'SÉRIEUX'],
    ["Montre un bon état d'esprit", 'bon état d’esprit'],
    ['Range les tâches avant de commencer', undefined],
    ['Explique sa motivation par écrit', undefined],
    ['Mène une action volontairement', undefined],
    ['', undefined],
  ])('« %s »: %s', (text, word) => {
    expect(judgingWord(text, 'fr')).toBe(word)
  })

  test('follow the language of the badge', () => {
    expect(judgingWord('Is kind to customers', 'en')).toBe('kind')
    expect(judgingWord('Sorts every kindling box', 'en')).toBeUndefined()
    expect(judgingWord('Is kind to customers', 'fr')).toBeUndefined()
  })
})
