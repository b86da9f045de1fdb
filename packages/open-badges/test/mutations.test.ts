import { describe, expect, test } from 'vitest'
import { prepare, sign, signJwt, verify } from '../src/index.ts'
import type { JsonObject } from '../src/json.ts'
import { isJsonObject } from '../src/json.ts'
import { parseJson } from '../src/json-parse.ts'
import { mutate, mutations, seeded } from './mutations.ts'
import { makeIssuer, sampleCredential } from './sample.ts'

const doses = Number(process.env['MUTATIONS'] ?? 20_000)

const plain = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  if (!isJsonObject(copy)) throw new TypeError('a credential is an object')
  return copy
}

const issuer = await makeIssuer()
const prepared = prepare(sampleCredential(issuer.did))
const signed = plain(await sign(prepared, { ...issuer, created: '2026-03-02T09:30:00Z' }))

test('the badge that is mutated below is valid', async () => {
  expect((await verify(signed)).verdict).toBe('valid')
})

describe('no altered badge is valid', () => {
  test.each(Object.keys(mutations))('%s', async (name) => {
    const random = seeded(7)
    let tried = 0
    for (let at = 0; at < 40; at += 1) {
      const copy = structuredClone(signed)
      if (!mutations[name]?.(copy, random) || JSON.stringify(copy) === JSON.stringify(signed)) continue
      tried += 1
      const { verdict } = await verify(copy)
      expect(verdict, JSON.stringify(copy)).not.toBe('valid')
    }
    expect(tried).toBeGreaterThan(0)
  })

  test(`${doses} random mutations of an embedded proof`, { timeout: 600_000 }, async () => {
    const random = seeded(20_261_123)
    const accepted: string[] = []
    for (let at = 0; at < doses; at += 1) {
      const { name, document } = mutate(signed, random)
      if ((await verify(document)).verdict === 'valid') accepted.push(`${name}: ${JSON.stringify(document)}`)
    }
    expect(accepted).toEqual([])
  })

  test('1,000 altered characters of a JWT', { timeout: 60_000 }, async () => {
    const ec = await makeIssuer(undefined, 'P-256')
    const token = await signJwt(prepare(sampleCredential(ec.did)), ec)
    expect((await verify(token)).verdict).toBe('valid')
    const random = seeded(3)
    for (let at = 0; at < 1_000; at += 1) {
      const place = Math.floor(random() * token.length)
      const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[
        Math.floor(random() * 64)
      ]
      const altered = token.slice(0, place) + letter + token.slice(place + 1)
      if (altered !== token) expect((await verify(altered)).verdict, altered).not.toBe('valid')
    }
  })
})
