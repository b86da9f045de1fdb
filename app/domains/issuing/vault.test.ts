import { expect, test } from 'vitest'
import { createVault, type SealedFor } from './vault.ts'

const vault = createVault('a-master-secret-of-more-than-32-characters')
const owner: SealedFor = {
  organisationId: '11111111-1111-4111-8111-111111111111',
  keyId: '22222222-2222-4222-8222-222222222222',
  purpose: 'assertionMethod',
}
const secret = Buffer.from('z3u2eNwUzpD3YdWSQ4Q9mFhxkPsvnjvKV8xnJq1UrRDAQw4R')
const sealed = vault.seal(secret, owner)

test('what is sealed opens for its owner', () => {
  expect(vault.open(sealed, owner)).toEqual(secret)
})

test('the same key sealed twice gives two texts, and neither shows it', () => {
  expect(vault.seal(secret, owner).equals(sealed)).toBe(false)
  expect(sealed.includes(secret.subarray(0, 8))).toBe(false)
})

test('another master secret opens nothing', () => {
  expect(() => createVault('another-master-secret-of-32-characters!').open(sealed, owner)).toThrow()
})

test.each([
  ['another organisation', { ...owner, organisationId: '33333333-3333-4333-8333-333333333333' }],
  ['another key', { ...owner, keyId: '33333333-3333-4333-8333-333333333333' }],
])('a text moved to %s does not open', (_title, other) => {
  expect(() => vault.open(sealed, other)).toThrow()
})

test('a text with any byte changed, cut or grown does not open', () => {
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = Buffer.from(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(() => vault.open(changed, owner)).toThrow()
  }
  expect(() => vault.open(sealed.subarray(0, 20), owner)).toThrow()
  expect(() => vault.open(Buffer.concat([sealed, Buffer.of(0)]), owner)).toThrow()
})
