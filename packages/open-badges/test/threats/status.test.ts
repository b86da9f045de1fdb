import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  type BitstringStatusListCredential,
  buildStatusListCredential,
  createStatusList,
  type JsonObject,
  prepare,
  sign,
  signJwt,
  verify,
} from '../../src/index.ts'
import { type Issuer, listedCredential, makeIssuer } from '../sample.ts'

const issuer = await makeIssuer()
const other = await makeIssuer()
const url = 'https://badges.example/status/1'
const place = 94_567
const json = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value))
const revoked = json(await sign(prepare(listedCredential(issuer.did, url, place)), issuer))

async function listOf(
  set: number[],
  change: object = {},
  from = issuer,
): Promise<BitstringStatusListCredential> {
  const list = createStatusList()
  for (const index of set) list.setBit(index)
  return buildStatusListCredential({
    id: url,
    issuer: from.did,
    list,
    validFrom: '2026-01-01T00:00:00Z',
    ...change,
  })
}
const signed = async (list: BitstringStatusListCredential, by: Issuer = issuer): Promise<JsonObject> =>
  json(await sign(prepare(list), by))
const encoded = async (encodedList: string): Promise<JsonObject> => {
  const list = await listOf([place])
  list.credentialSubject.encodedList = encodedList
  return signed(list)
}
const gzip = (bytes: Uint8Array): string => `u${gzipSync(bytes).toString('base64url')}`
const clear = await listOf([])
const answer = (body: string | Uint8Array, change: object = {}) => ({
  status: 200,
  url,
  contentType: null,
  bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  ...change,
})

describe('T10, the list of a revoked badge is never made to say that it holds', async () => {
  test('as it is, the list says that the badge is revoked', async () => {
    const text = JSON.stringify(await signed(await listOf([place])))
    const { checks } = await verify(revoked, { fetch: async () => answer(text) })
    expect(checks.find(({ name }) => name === 'status')?.code).toBe('status.revoked')
  })

  test.each<[string, () => Promise<unknown>]>([
    ['by another issuer', async () => signed(await listOf([], {}, other), other)],
    ['in the issuer’s name, by another key', async () => signed(clear, other)],
    ['without a proof', async () => clear],
    ['of another purpose', async () => signed(await listOf([], { purpose: 'suspension' }))],
    ['of a purpose that means nothing', async () => signed(await listOf([], { purpose: 'message' }))],
    ['too short', () => encoded(gzip(new Uint8Array(100)))],
    ['empty', () => encoded(gzip(new Uint8Array()))],
    ['that is no gzip', () => encoded('uAAAA')],
    ['that is no base64', () => encoded('u***')],
    ['that inflates for ever', () => encoded(gzip(new Uint8Array(17 * 1024 * 1024)))],
    ['that has ended', async () => signed(await listOf([], { validUntil: '2026-02-01T00:00:00Z' }))],
    ['that has not begun', async () => signed(await listOf([], { validFrom: '2099-01-01T00:00:00Z' }))],
    [
      'altered after it was signed',
      async () => ({ ...(await signed(await listOf([place]))), credentialSubject: clear.credentialSubject }),
    ],
    ['in the form of a badge', async () => revoked],
    ['that is nothing', async () => null],
    ['that is a list of lists', async () => [await signed(clear)]],
    ['as a JWT by another key', async () => signJwt(prepare(clear), other)],
  ])('a list %s', async (_name, list) => {
    const served = await list()
    const text = typeof served === 'string' ? served : JSON.stringify(served)
    const report = await verify(revoked, { fetch: async () => answer(text) })
    expect(report.verdict).not.toBe('valid')
    expect(report.checks.find(({ name }) => name === 'status')?.state).not.toBe('valid')
  })

  const text = JSON.stringify(await signed(clear))
  test.each<[string, () => Promise<ReturnType<typeof answer>>]>([
    ['that cannot be reached', async () => Promise.reject(new Error('closed'))],
    ['that the server does not find', async () => answer(text, { status: 404 })],
    ['that the server answers with an error', async () => answer(text, { status: 500 })],
    ['over 4 MiB', async () => answer(text + ' '.repeat(4 * 1024 * 1024))],
    ['that is not UTF-8', async () => answer(Uint8Array.of(0xff, 0xfe))],
  ])('a list %s', async (_name, fetch) => {
    const report = await verify(revoked, { fetch })
    expect(report.verdict).not.toBe('valid')
  })

  test.each([-1, 131_072, 1.5, Number.MAX_SAFE_INTEGER, '1e3', '0x10', ' 5', '٣', ''])(
    'the place %s is none of a list',
    async (index) => {
      const draft = json(listedCredential(issuer.did, url, place))
      const entry = { ...Object(draft['credentialStatus']), statusListIndex: index }
      // Whoever holds the issuer’s key signs what `prepare` would refuse: a JWT can be written by hand.
      const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
      const input = `${part({ alg: 'EdDSA', kid: issuer.verificationMethod })}.${part({ ...draft, credentialStatus: entry })}`
      const signature = await issuer.signer.sign(new TextEncoder().encode(input))
      const report = await verify(`${input}.${Buffer.from(signature).toString('base64url')}`, {
        fetch: async () => answer(text),
      })
      expect(report.verdict).toBe('invalid')
    },
  )

  test('bits are read from the left: the neighbours of a revoked badge are not revoked', async () => {
    for (const at of [0, 1, 6, 7, 8, 9, 131_071]) {
      const badge = json(await sign(prepare(listedCredential(issuer.did, url, at)), issuer))
      const around = JSON.stringify(
        await signed(await listOf([at - 1, at + 1].filter((one) => one >= 0 && one < 131_072))),
      )
      const own = JSON.stringify(await signed(await listOf([at])))
      expect((await verify(badge, { fetch: async () => answer(around) })).verdict).toBe('valid')
      expect((await verify(badge, { fetch: async () => answer(own) })).verdict).toBe('invalid')
    }
  })
})
