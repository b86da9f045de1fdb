import { expect, test } from 'vitest'
import { everyFormat } from '../../test/altered.ts'
import { mutations, seeded } from '../../test/mutations.ts'
import { makeIssuer, sampleCredential, sampleInput } from '../../test/sample.ts'
import { buildCredential, prepare, sign, verify, verifyAndRead } from '../index.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { VerifyOptions } from './options.ts'

// `verify` takes short cuts that `verifyAndRead` does not: what it says must be the same.
const issuer = await makeIssuer()
const created = '2026-03-02T09:30:00Z'
const now = new Date('2026-06-13T00:00:00Z')

async function same(input: Uint8Array | string | JsonObject, options: VerifyOptions = {}): Promise<string> {
  const { report } = await verifyAndRead(input, { now, ...options })
  // The second time, its parts are known.
  for (let turn = 0; turn < 3; turn += 1) expect(await verify(input, { now, ...options })).toEqual(report)
  return report.verdict
}

const plain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value))
const signed = plain(await sign(prepare(sampleCredential(issuer.did)), { ...issuer, created }))

test('a report alone is the report that comes with the credential', async () => {
  expect(await same(signed)).toBe('valid')
  expect(await same(signed, { recipient: 'someone@example.org' })).toBe('invalid')
  const later = buildCredential({ ...sampleInput(issuer.did), validUntil: '2026-04-01T00:00:00Z' })
  expect(await same(plain(await sign(prepare(later), { ...issuer, created })))).toBe('invalid')
})

test('also in every format', async () => {
  for (const { original, options } of await everyFormat()) expect(await same(original, options)).toBe('valid')
})

test('also in loose forms, with dates of both models, and for what is no badge', async () => {
  const subject = isJsonObject(signed['credentialSubject']) ? signed['credentialSubject'] : {}
  const loose: JsonObject[] = [
    { issuer: issuer.did },
    { type: 'OpenBadgeCredential' },
    { issuanceDate: '2020-01-01T00:00:00Z' },
    { expirationDate: '2020-01-01T00:00:00Z' },
    { credentialSubject: [subject] },
    { credentialSubject: null },
    { credentialSubject: { ...subject, achievement: [subject['achievement'] ?? null] } },
    { proof: [] },
    { '@context': 'https://www.w3.org/2018/credentials/v1' },
  ]
  for (const change of loose) await same({ ...signed, ...change })
  await same({ '@context': signed['@context'] ?? null, proof: signed['proof'] ?? null })
  await same({ '@context': signed['@context'] ?? null, type: ['OpenBadgeCredential'] })
})

test.each(Object.keys(mutations))('also when altered: %s', async (name) => {
  const random = seeded(11)
  for (let at = 0; at < 5; at += 1) {
    const copy = structuredClone(signed)
    if (mutations[name]?.(copy, random)) await same(copy)
  }
})
