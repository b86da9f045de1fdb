import { describe, expect, test } from 'vitest'
import { didOf, freeSlug, isReservedSlug, isWebAddress, leavesNobodyInCharge, slugOf } from './rules.ts'

describe('the address of an organisation', () => {
  test.each([
    ['Atelier de l’Été', 'atelier-de-l-ete'],
    ['  Œuvres & Cie  ', 'oeuvres-cie'],
    ['ÉCOLE 42', 'ecole-42'],
    ['École numéro 2 (Caen)', 'ecole-numero-2-caen'],
    ['Łódź', 'odz'],
    ['東京', ''],
    ['---', ''],
    [`${'très long '.repeat(20)}`, 'tres-long-tres-long-tres-long-tres-long-tres-long-tres-long'],
  ])('« %s » becomes %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test('words that the site uses are reserved', () => {
    for (const word of ['new', 'manage', 'api', 'insigne']) expect(isReservedSlug(word)).toBe(true)
    expect(isReservedSlug('atelier')).toBe(false)
  })

  test('the second organisation of a name gets a number', () => {
    expect(freeSlug('atelier', new Set())).toBe('atelier')
    expect(freeSlug('atelier', new Set(['atelier', 'atelier-2', 'atelier-bois']))).toBe('atelier-3')
  })

  test('the identifier carries the host, its port escaped', () => {
    expect(didOf('https://insigne.example', 'atelier')).toBe('did:web:insigne.example:organisations:atelier')
    expect(didOf('http://localhost:3000', 'atelier')).toBe('did:web:localhost%3A3000:organisations:atelier')
  })

  test.each([
    ['https://exemple.fr/page?a=1', true],
    ['http://exemple.fr', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['exemple.fr', false],
    ['https://toi:moi@exemple.fr', false],
    ['', false],
  ])('%s as a website: %s', (typed, accepted) => {
    expect(isWebAddress(typed)).toBe(accepted)
  })
})

describe('somebody stays in charge', () => {
  const two = [
    { accountId: 'a', role: 'owner' },
    { accountId: 'b', role: 'owner' },
    { accountId: 'c', role: 'awarder' },
  ]
  const one = two.filter((member) => member.accountId !== 'b')
  test.each([
    ['one of two owners leaves', two, 'a', undefined, false],
    ['one of two owners becomes a reader', two, 'a', 'viewer', false],
    ['the only owner leaves', one, 'a', undefined, true],
    ['the only owner becomes a reader', one, 'a', 'viewer', true],
    ['the only owner stays an owner', one, 'a', 'owner', false],
    ['somebody else leaves', one, 'c', undefined, false],
  ])('%s', (_title, members, accountId, nextRole, refused) => {
    expect(leavesNobodyInCharge(members, accountId, nextRole)).toBe(refused)
  })
})
