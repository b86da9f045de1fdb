import { describe, expect, test } from 'vitest'
import { askedJsonType } from './files.ts'
import {
  bearerMayDecide,
  belongsTo,
  type Decision,
  entryStates,
  keeperOf,
  mayDecide,
  veilAddress,
} from './rules.ts'

const decisions: Decision[] = ['keep', 'decline', 'delete', 'publish']
const allowed: Record<string, string> = {
  offered: 'keep decline delete',
  kept: 'decline delete publish',
  declined: 'keep delete',
  deleted: '',
}

test.each(entryStates.flatMap((state) => decisions.map((decision) => [state, decision] as const)))(
  'an entry that is %s: %s',
  (state, decision) => {
    expect(mayDecide(state, decision)).toBe(allowed[state]?.split(' ').includes(decision))
  },
)

describe('whose badge it is', () => {
  const amina = { accountId: 'a', addresses: ['amina@exemple.fr'] }
  const bob = { accountId: 'b', addresses: ['bob@exemple.fr'] }
  const sent = { accountId: null, address: 'amina@exemple.fr' }
  const taken = { accountId: 'a', address: 'amina@exemple.fr' }
  const handed = { accountId: null, address: null }

  test('the address decides until an account keeps it; then the account does', () => {
    expect([belongsTo(sent, amina), belongsTo(sent, bob)]).toEqual([true, false])
    // Bob may well have got the address since: what Amina keeps stays hers.
    const heir = { accountId: 'b', addresses: ['amina@exemple.fr'] }
    expect([belongsTo(taken, amina), belongsTo(taken, heir)]).toEqual([true, false])
    expect(belongsTo(handed, amina)).toBe(false)
  })

  test('a link decides until an account keeps the badge', () => {
    expect([undefined, amina, bob].map((asker) => bearerMayDecide(sent, asker))).toEqual([true, true, true])
    expect([undefined, amina, bob].map((asker) => bearerMayDecide(taken, asker))).toEqual([
      false,
      true,
      false,
    ])
  })

  test('through a link, only the one it was meant for keeps it under an account', () => {
    expect([undefined, amina, bob].map((asker) => keeperOf(sent, asker))).toEqual([null, 'a', null])
    expect([undefined, bob].map((asker) => keeperOf(handed, asker))).toEqual([null, 'b'])
    expect(keeperOf(taken, bob)).toBe('a')
  })
})

test.each([
  ['amina.diallo@exemple.fr', 'a…o@exemple.fr'],
  ['al@exemple.fr', 'a…@exemple.fr'],
])('%s is shown as %s', (address, veiled) => {
  expect(veilAddress(address)).toBe(veiled)
})

test.each([
  [undefined, undefined],
  ['*/*', undefined],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', undefined],
  ['application/json', 'application/json'],
  ['application/ld+json, text/html;q=0.5', 'application/ld+json'],
  ['text/html, application/json;q=0.9', undefined],
  ['application/json;q=0', undefined],
  ['application/vc+ld+json, application/json;q=0.8, image/png;q=0.7', 'application/vc+ld+json'],
])('Accept: %s is answered with %s', (accept, type) => {
  expect(askedJsonType(accept)).toBe(type)
})
