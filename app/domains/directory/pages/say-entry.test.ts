import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedRows, differingFacts, factDiffers, rowDiffers } from '../differences.ts'
import { withPlace } from '../place.ts'
import { DirectoryQuery } from '../query.ts'
import { entryPath, issuerKeyIn, issuerPath, languageName, shortly } from './say-entry.ts'
import { atlas, competence, crops, facts, lowered } from './test-badges.ts'

describe('the address of an issuer', () => {
  test('holds no slash and gives its key back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.constant('a~1b/~0')), (key) => {
        const written = issuerPath({ key }).slice('/directory/issuers/'.length)
        expect(written).not.toMatch(/\/|%2f/i)
        expect(issuerKeyIn(decodeURIComponent(written))).toBe(key)
      }),
    )
    expect(issuerPath({ key: 'badges.example.org/issuers/1' })).toBe(
      '/directory/issuers/badges.example.org~1issuers~11',
    )
  })
})

test('a badge made here has one page, whatever its address looks like; one read elsewhere has ours', () => {
  const elsewhere = { ...crops, address: 'https://jardins-vire.example/achievements/1' }
  expect(entryPath(elsewhere)).toBe(`/directory/entries/${crops.id}`)
  const here = { ...competence, address: 'https://moved.example/' }
  expect(entryPath(here)).toBe(`/achievements/${competence.ownAchievementId}`)
})

describe('a text cut short', () => {
  test('is its first sentence, or whole words with a sign that more follows', () => {
    expect(shortly('Prépare son poste chaque matin. Puis range.')).toBe('Prépare son poste chaque matin.')
    expect(shortly('un deux trois quatre', 12)).toBe('un deux…')
    expect(shortly('')).toBe('')
  })

  test('is never longer than asked, and never half a sign', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.integer({ min: 5, max: 200 }),
        (text, most) => {
          const short = shortly(text.toWellFormed(), most)
          expect(short.length).toBeLessThanOrEqual(most + 1)
          expect(short.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

test('a language that is none reads as it is written', () => {
  expect(languageName('fr', 'en')).toBe('anglais')
  expect(languageName('fr', 'not a tag')).toBe('not a tag')
})

describe('differences', () => {
  test('name what holds on one side alone', () => {
    expect(differingFacts(facts('yynuuuuuuu'), facts('yuyuuuuuun'))).toEqual({ here: [2], there: [3] })
    fc.assert(
      fc.property(fc.array(fc.constantFrom('y', 'n', 'u'), { minLength: 10, maxLength: 10 }), (signs) => {
        const same = facts(signs.join(''))
        expect(differingFacts(same, same)).toEqual({ here: [], there: [] })
      }),
    )
  })

  test('are of answers, and a suggestion of ours is another answer than the issuer’s own', () => {
    const differing = comparedRows.filter((row) => rowDiffers(row, [competence, lowered]))
    expect(differing).toEqual(['nature', 'skills', 'language', 'awarded'])
    expect(comparedRows.some((row) => rowDiffers(row, [competence, competence]))).toBe(false)
    expect(factDiffers(1, [competence, lowered])).toBe(false)
    expect(factDiffers(2, [competence, lowered])).toBe(true)
  })
})

describe('the box « Où »', () => {
  const ask = (area: string[]) => DirectoryQuery.parse({ q: 'accueil', area })
  test.each([
    [[], 'Normandie', '', ['R28']],
    [['R28'], 'Normandie', 'R28', ['R28']],
    [['R28'], 'bretagne', 'R28', ['R53']],
    [['R28', 'D29'], '14', 'R28', ['D29', 'D14']],
    [['R28', 'D29'], '', 'R28', ['D29']],
    [['R28'], '', '', ['R28']],
    [[], 'Normandie', 'R28', []],
  ])('of %j, typed %s where %s stood, asks for %j', (area, where, shown, wanted) => {
    const placed = withPlace(ask(area), { where, shown }, atlas)
    expect(placed).toMatchObject({ unknown: false, query: { q: 'accueil', area: wanted } })
  })

  test('keeps the other choices of a place that it does not know', () => {
    expect(withPlace(ask(['D29']), { where: 'Atlantide', shown: '' }, atlas)).toMatchObject({
      unknown: true,
      query: { area: ['D29'] },
    })
  })
})
