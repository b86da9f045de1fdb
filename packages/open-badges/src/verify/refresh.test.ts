import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleInput } from '../../test/sample.ts'
import {
  buildCredential,
  type CredentialInput,
  prepare,
  sign,
  signJwt,
  verify,
  verifyAndRead,
} from '../index.ts'

const issuer = await makeIssuer()
const other = await makeIssuer()
const service = 'https://badges.example/refresh/1'
const input: CredentialInput = {
  ...sampleInput(issuer.did),
  refreshService: { id: service, type: '1EdTechCredentialRefresh' },
}
const badge = async (change: Partial<CredentialInput> = {}, by = issuer): Promise<string> =>
  JSON.stringify(await sign(prepare(buildCredential({ ...input, ...change })), by))
const old = await badge()
const result = async (text: string, answer: string | undefined) => {
  let asked = 0
  const reading = await verifyAndRead(text, {
    fetch: async (url) => {
      asked += 1
      if (answer === undefined || url !== service) throw new Error('not reachable in this test')
      return { status: 200, url, contentType: null, bytes: new TextEncoder().encode(answer) }
    },
  })
  const code = reading.report.checks.find(({ name }) => name === 'refresh')?.code
  return { asked, code, reading, verdict: reading.report.verdict }
}

describe('a badge that can be refreshed (T19)', () => {
  test('is replaced once by a sound newer version, and the original is kept', async () => {
    const text = await badge({ description: 'Revu en mai.', validFrom: '2026-05-01T00:00:00Z' })
    const { asked, code, reading, verdict } = await result(old, text)
    expect([asked, code, verdict]).toEqual([1, 'refresh.replaced', 'valid'])
    expect(reading.credential?.description).toBe('Revu en mai.')
    expect([reading.raw?.text, reading.newer?.text]).toEqual([old, text])
  })

  test('is replaced by a JWT as well', async () => {
    const draft = buildCredential({ ...input, validFrom: '2026-05-01T00:00:00Z' })
    const { code, reading } = await result(old, await signJwt(prepare(draft), issuer))
    expect([code, reading.report.format]).toEqual(['refresh.replaced', 'ob3-jwt'])
  })

  test('tells what its newer version says of its end', async () => {
    const ended = await badge({ validFrom: '2026-05-01T00:00:00Z', validUntil: '2026-05-02T00:00:00Z' })
    expect((await result(old, ended)).verdict).toBe('invalid')
  })

  test('is up to date when the service gives the same', async () => {
    expect(await result(old, old)).toMatchObject({ code: 'refresh.current', verdict: 'valid' })
  })

  test('stays undetermined when the service is silent, or is not asked', async () => {
    expect(await result(old, undefined)).toMatchObject({
      code: 'refresh.unreachable',
      verdict: 'undetermined',
    })
    expect((await verify(old)).checks.find(({ name }) => name === 'refresh')?.code).toBe('refresh.not-asked')
  })

  test.each<[string, () => Promise<string>]>([
    ['another badge', () => badge({ id: 'urn:uuid:0b6b8a86-5d3c-4c0b-8f1e-2f7f0e0f9c11' })],
    ['another issuer', () => badge({ issuer: { id: other.did, name: 'Autre' } }, other)],
    ['an older version', () => badge({ validFrom: '2020-01-01T00:00:00Z' })],
    [
      'an altered one',
      async () => (await badge({ validFrom: '2026-05-01T00:00:00Z' })).replace('"Recruteurs"', '"Tous"'),
    ],
    ['nonsense', async () => '[]'],
  ])('shows the original when the service gives %s', async (_name, answer) => {
    const { code, reading, verdict } = await result(old, await answer())
    expect([code, verdict]).toEqual(['refresh.unusable', 'undetermined'])
    expect([reading.credential?.validFrom, reading.newer]).toEqual([
      sampleInput(issuer.did).validFrom,
      undefined,
    ])
  })

  test('is not asked for before its own proof is sound', async () => {
    const { asked, verdict } = await result(old.replace('"Recruteurs"', '"Tous"'), old)
    expect([asked, verdict]).toEqual([0, 'invalid'])
  })
})
