import { describe, expect, test } from 'vitest'
import { prepare, sign, verify } from '../src/index.ts'
import type { JsonObject } from '../src/json.ts'
import { isJsonObject } from '../src/json.ts'
import { parseJson } from '../src/json-parse.ts'
import { everyFormat, falseAccepts } from './altered.ts'
import { mutations, seeded } from './mutations.ts'
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

test('as many ways to alter a badge as the threat list asks for have names', () => {
  expect(Object.keys(mutations).length).toBeGreaterThanOrEqual(21)
})

describe('no altered badge is valid (T3, T4)', () => {
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
})

test('no altered badge makes the verifier fetch anything: contexts are pinned (T5)', async () => {
  const asked: string[] = []
  const fetch = async (url: string): Promise<never> => {
    asked.push(url)
    throw new Error('closed')
  }
  const random = seeded(11)
  for (const alter of Object.values(mutations)) {
    for (let at = 0; at < 20; at += 1) {
      const copy = structuredClone(signed)
      // The badge is of a did:key and names no list: whatever is asked for would come from what was altered.
      if (alter(copy, random)) await verify(copy, { fetch })
    }
  }
  expect(asked.filter((url) => !/^(?:did|https:\/\/badges\.example\/)/.test(url))).toEqual([])
})

describe(`no altered file is valid, in any format and with any proof (${doses} alterations)`, async () => {
  const formats = await everyFormat()
  test.each(formats.map((one) => [one.name, one] as const))(
    '%s',
    { timeout: 600_000 },
    async (_name, one) => {
      expect((await verify(one.original, one.options)).verdict).toBe('valid')
      expect(await falseAccepts(one, Math.ceil(doses * one.share), seeded(20_261_123))).toEqual([])
    },
  )
})
