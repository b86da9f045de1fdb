import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkNames, verify } from '../src/index.ts'
import { keyOfPem } from '../src/v2/pem.ts'
import { isUnder, sameAddress, vouchesFor } from '../src/v2/scope.ts'
import { dateOf } from '../src/v2/upgrade.ts'
import { assertion, badge, issuer, jws, pages, web } from './legacy-world.ts'

const states = ['valid', 'invalid', 'undetermined']
const wellFormed = async (input: string | Uint8Array, served: Record<string, unknown>): Promise<boolean> => {
  const { verdict, checks } = await verify(input, { fetch: web(served) })
  return states.includes(verdict) && checks.length === checkNames.length
}

// A document of the family with some members replaced by anything.
const altered = <T extends object>(document: T): fc.Arbitrary<object> =>
  fc
    .dictionary(
      fc.constantFrom(
        ...Object.keys(document),
        'uid',
        'verify',
        'issued_on',
        'endorsement',
        'publicKey',
        'revoked',
      ),
      fc.jsonValue({ maxDepth: 3 }),
      { maxKeys: 4 },
    )
    .map((change) => ({ ...document, ...change }))

describe('badges of before 3.0, altered at random', () => {
  test('always get a report, whatever the pages answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        altered(assertion),
        altered(badge),
        altered(issuer),
        fc.boolean(),
        async (one, two, three, isSigned) => {
          const served = { ...pages, [assertion.id]: one, [badge.id]: two, [issuer.id]: three }
          return wellFormed(isSigned ? jws(one) : JSON.stringify(one), served)
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  test('never become valid for another recipient, badge or date', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('recipient', 'badge', 'issuedOn', 'expires'),
        fc.jsonValue({ maxDepth: 2 }),
        async (member, value) => {
          const truth: Record<string, unknown> = { ...assertion }
          if (JSON.stringify(truth[member] ?? null) === JSON.stringify(value)) return true
          const { verdict } = await verify(JSON.stringify({ ...truth, [member]: value }), {
            fetch: web(pages),
          })
          return verdict !== 'valid'
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  test('their small parsers take any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (a, b) => {
        const pem = `-----BEGIN PUBLIC KEY-----\n${btoa(unescape(encodeURIComponent(a)))}\n-----END PUBLIC KEY-----`
        expect(keyOfPem(a)).toBeUndefined()
        expect(keyOfPem(pem)).toBeUndefined()
        dateOf(a)
        sameAddress(a, b)
        expect(isUnder(`https://x.example/${encodeURIComponent(a)}`, 'https://y.example')).toBe(false)
        expect(vouchesFor({ id: 'https://x.example/i', verification: { startsWith: [a] } }, b)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
