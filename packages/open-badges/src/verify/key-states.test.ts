import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleCredential } from '../../test/sample.ts'
import {
  createWebvhLog,
  type DidDocument,
  generateKey,
  issuerKeySet,
  prepare,
  type RecordedCredential,
  sign,
  signerFor,
  signJwt,
  updateWebvhLog,
  type VerifyOptions,
  verify,
} from '../index.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import type { GuardedFetch } from './options.ts'

const json = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  return isJsonObject(copy) ? copy : {}
}
const serve =
  (pages: Record<string, unknown>): GuardedFetch =>
  async (url) => {
    const page = pages[url]
    if (page === undefined) throw new Error('not reachable in this test')
    const text = typeof page === 'string' ? page : JSON.stringify(page)
    return { status: 200, url, contentType: null, bytes: new TextEncoder().encode(text) }
  }
const result = async (input: string | JsonObject, options: VerifyOptions): Promise<string[]> => {
  const { verdict, checks } = await verify(input, { now, ...options })
  return [verdict, checks.find(({ name }) => name === 'issuer')?.code ?? '']
}

const now = new Date('2026-11-01T00:00:00Z')
// The badge of `sampleCredential` is dated 2 March 2026; it was signed in June.
const created = '2026-06-01T00:00:00Z'
const before = '2026-05-01T00:00:00Z'
const after = '2026-07-01T00:00:00Z'
const issuer = await makeIssuer('did:web:badges.example:org:1')
const home = 'https://badges.example/org/1/did.json'
const method = issuer.document.verificationMethod?.[0]

const embedded = json(await sign(prepare(sampleCredential(issuer.did)), { ...issuer, created }))
/** A JWT that says when it was made, as some issuers write. */
async function dated(token: string, iat: number, by = issuer): Promise<string> {
  const [head = '', body = ''] = token.split('.')
  const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), iat }
  const input = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
  const signature = await by.signer.sign(new TextEncoder().encode(input))
  return `${input}.${Buffer.from(signature).toString('base64url')}`
}
const seconds = (date: string): number => Date.parse(date) / 1000
const token = await dated(await signJwt(prepare(sampleCredential(issuer.did)), issuer), seconds(created))

const document = (change: object, rest: object = {}): DidDocument => ({
  ...issuer.document,
  ...rest,
  verificationMethod: [
    { ...issuer.document.verificationMethod?.[0], ...change } as NonNullable<typeof method>,
  ],
})

describe.each([
  ['embedded proof', embedded],
  ['JWT', token],
])('the key of a badge with an %s', (_form, badge) => {
  const nowhere = { assertionMethod: [] }
  test.each<[string, DidDocument, string, string]>([
    ['is in use', document({}), 'valid', 'issuer.bound'],
    ['will expire', document({ expires: '2027-01-01T00:00:00Z' }), 'valid', 'issuer.bound'],
    ['had expired by then', document({ expires: before }), 'invalid', 'issuer.key-expired'],
    ['has expired since', document({ expires: after }), 'undetermined', 'issuer.key-expired-unproven'],
    ['was revoked by then', document({ revoked: before }), 'invalid', 'issuer.key-revoked'],
    ['was revoked at that very instant', document({ revoked: created }), 'invalid', 'issuer.key-revoked'],
    ['was revoked since', document({ revoked: after }), 'undetermined', 'issuer.key-revoked-unproven'],
    ['is to be revoked later', document({ revoked: '2027-01-01T00:00:00Z' }), 'valid', 'issuer.bound'],
    ['is revoked at no date', document({ revoked: 'yes' }), 'invalid', 'issuer.key-revoked'],
    ['is revoked in a word', json(document({ revoked: true })) as never, 'invalid', 'issuer.key-revoked'],
    [
      'is revoked and listed no more',
      document({ revoked: before }, nowhere),
      'invalid',
      'issuer.key-revoked',
    ],
    [
      'was revoked since and is listed no more',
      document({ revoked: after }, nowhere),
      'undetermined',
      'issuer.key-revoked-unproven',
    ],
    [
      'expired by then and was revoked since',
      document({ expires: before, revoked: after }),
      'invalid',
      'issuer.key-expired',
    ],
    ['is listed for nothing', document({}, nowhere), 'invalid', 'issuer.key-not-for-assertions'],
    [
      'is for sign-in only, and revoked',
      document({ revoked: after }, { ...nowhere, authentication: issuer.document.assertionMethod }),
      'invalid',
      'issuer.key-not-for-assertions',
    ],
  ])('%s', async (_name, served, verdict, code) => {
    expect(await result(badge, { fetch: serve({ [home]: served }) })).toEqual([verdict, code])
  })

  describe('that has ended since, when somebody keeps a record', () => {
    const fetch = serve({ [home]: document({ revoked: after }) })
    test.each<[string, Date | null | undefined, string, string]>([
      ['that held it before', new Date('2026-06-02T00:00:00Z'), 'valid', 'issuer.key-retired'],
      [
        'that held it only later',
        new Date('2026-08-01T00:00:00Z'),
        'undetermined',
        'issuer.key-revoked-unproven',
      ],
      ['that does not hold it', null, 'invalid', 'issuer.not-recorded'],
      ['that says nothing', undefined, 'undetermined', 'issuer.key-revoked-unproven'],
      ['that gives no date', new Date(''), 'undetermined', 'issuer.key-revoked-unproven'],
    ])('%s', async (_name, known, verdict, code) => {
      const asked: RecordedCredential[] = []
      const knownSince = async (one: RecordedCredential): Promise<Date | null | undefined> => {
        asked.push(one)
        return known
      }
      expect(await result(badge, { fetch, knownSince })).toEqual([verdict, code])
      expect(asked).toHaveLength(1)
      expect(asked[0]?.issuer).toBe(issuer.did)
      const carried = typeof badge === 'string' ? badge : JSON.stringify(badge)
      expect(carried).toContain(asked[0]?.signature)
    })
    test('and cannot be asked now', async () => {
      const knownSince = () => Promise.reject(new Error('closed'))
      expect(await result(badge, { fetch, knownSince })).toEqual([
        'undetermined',
        'issuer.key-revoked-unproven',
      ])
    })
    test('is not asked about a key in use, nor about a broken signature, nor to save what came too late', async () => {
      const knownSince = (): Date => {
        throw new Error('asked')
      }
      const inUse = serve({ [home]: issuer.document })
      expect((await result(badge, { fetch: inUse, knownSince }))[0]).toBe('valid')
      const late = serve({ [home]: document({ revoked: before }) })
      expect(await result(badge, { fetch: late, knownSince: () => new Date(0) })).toEqual([
        'invalid',
        'issuer.key-revoked',
      ])
      const other = await makeIssuer(issuer.did)
      const foreign = serve({
        [home]: { ...document({ revoked: after, publicKeyMultibase: other.publicKeyMultibase }) },
      })
      expect((await result(badge, { fetch: foreign, knownSince: () => new Date(0) }))[0]).toBe('invalid')
    })
  })
})

describe('a proof that bears no date', () => {
  test('is taken to be as old as the badge', async () => {
    const undated = await signJwt(prepare(sampleCredential(issuer.did)), issuer)
    const at = (revoked: string) => result(undated, { fetch: serve({ [home]: document({ revoked }) }) })
    expect(await at('2026-03-01T00:00:00Z')).toEqual(['invalid', 'issuer.key-revoked'])
    expect(await at('2026-03-03T00:00:00Z')).toEqual(['undetermined', 'issuer.key-revoked-unproven'])
  })
  test('of the future is refused in a JWT as elsewhere', async () => {
    const ahead = await dated(token, seconds('2027-01-01T00:00:00Z'))
    const { checks, verdict } = await verify(ahead, { now, fetch: serve({ [home]: issuer.document }) })
    expect([verdict, checks.find(({ name }) => name === 'proof')?.code]).toEqual(['invalid', 'proof.future'])
  })
})

describe('a key of the key set of an https issuer', async () => {
  const site = await makeIssuer('https://badges.example/org/1', 'P-256')
  const kid = site.verificationMethod
  const [key = {}] = issuerKeySet(site.did, [{ kid, key: site.publicKeyMultibase }]).keys
  const badge = await dated(await signJwt(prepare(sampleCredential(site.did)), site), seconds(created), site)
  test.each<[string, object, string, string]>([
    ['is in use', {}, 'valid', 'issuer.bound'],
    ['came into use before', { nbf: seconds(before) }, 'valid', 'issuer.bound'],
    ['came into use later', { nbf: seconds(after) }, 'invalid', 'issuer.key-pending'],
    ['is still to come into use', { nbf: seconds('2027-01-01T00:00:00Z') }, 'invalid', 'issuer.key-pending'],
    ['had expired', { exp: seconds(before) }, 'invalid', 'issuer.key-expired'],
    ['has expired since', { exp: seconds(after) }, 'undetermined', 'issuer.key-expired-unproven'],
    ['had been revoked', { revoked: { revoked_at: seconds(before) } }, 'invalid', 'issuer.key-revoked'],
    [
      'was revoked since',
      { revoked: { revoked_at: seconds(after), reason: 'keyCompromise' } },
      'undetermined',
      'issuer.key-revoked-unproven',
    ],
    ['is revoked at no date', { revoked: {} }, 'invalid', 'issuer.key-revoked'],
  ])('%s', async (_name, change, verdict, code) => {
    const set = { keys: [{ ...key, ...change }] }
    expect(
      await result(badge, { fetch: serve({ 'https://badges.example/.well-known/jwks.json': set }) }),
    ).toEqual([verdict, code])
  })
})

describe('a key of a did:webvh issuer, whose history is kept', async () => {
  const updates = await generateKey()
  const updateKey = { signer: await signerFor(updates), publicKeyMultibase: updates.publicKeyMultibase }
  const [old, young] = [await makeIssuer('did:web:x.example'), await makeIssuer('did:web:x.example')]
  const keyOf = ({ publicKeyMultibase }: typeof old) => ({ publicKeyMultibase })
  const made = await createWebvhLog({
    address: 'https://badges.example/org/9',
    keys: [keyOf(old)],
    updateKey,
    time: '2026-01-01T00:00:00Z',
  })
  const signed = async (at: string, by = old) => {
    const verificationMethod = `${made.did}#${by.publicKeyMultibase}`
    const prepared = prepare(sampleCredential(made.did))
    const proof = json(await sign(prepared, { signer: by.signer, verificationMethod, created: at }))
    const jwt = await signJwt(prepared, { signer: by.signer, verificationMethod })
    return [proof, await dated(jwt, seconds(at), by)]
  }
  const { log } = await updateWebvhLog(made.did, made.log, {
    keys: [keyOf(young)],
    updateKey,
    time: '2026-06-01T00:00:00Z',
  })
  const fetch = serve({ 'https://badges.example/org/9/did.jsonl': log })
  test.each<[string, string, string, string]>([
    ['while it was listed', '2026-05-31T00:00:00Z', 'undetermined', 'issuer.key-withdrawn'],
    ['after it was withdrawn', '2026-06-02T00:00:00Z', 'invalid', 'issuer.key-not-in-force'],
    ['before it was ever listed', '2025-12-01T00:00:00Z', 'invalid', 'issuer.key-not-in-force'],
  ])('signed %s', async (_name, at, verdict, code) => {
    for (const badge of await signed(at)) expect(await result(badge, { fetch })).toEqual([verdict, code])
  })
  test('signed while it was listed, as a record shows', async () => {
    const [badge = {}] = await signed('2026-05-31T00:00:00Z')
    const seen = (at: string) => result(badge, { fetch, knownSince: () => new Date(at) })
    expect(await seen('2026-05-31T12:00:00Z')).toEqual(['valid', 'issuer.key-retired'])
    expect(await seen('2026-06-01T00:00:00Z')).toEqual(['undetermined', 'issuer.key-withdrawn'])
  })
  test('is bound while it is listed, through every rotation that keeps it', async () => {
    const kept = await updateWebvhLog(made.did, made.log, {
      keys: [keyOf(old), keyOf(young)],
      updateKey,
      time: '2026-06-01T00:00:00Z',
    })
    const now2 = serve({ 'https://badges.example/org/9/did.jsonl': kept.log })
    for (const badge of await signed('2026-07-01T00:00:00Z')) {
      expect(await result(badge, { fetch: now2 })).toEqual(['valid', 'issuer.bound'])
    }
  })
  test('of an issuer that has ended its DID signed nothing afterwards', async () => {
    const ended = await updateWebvhLog(made.did, made.log, {
      updateKey,
      deactivated: true,
      time: '2026-06-01T00:00:00Z',
    })
    const last = serve({ 'https://badges.example/org/9/did.jsonl': ended.log })
    for (const badge of await signed('2026-05-31T00:00:00Z'))
      expect(await result(badge, { fetch: last })).toEqual(['valid', 'issuer.bound'])
    for (const badge of await signed('2026-06-01T00:00:00Z'))
      expect(await result(badge, { fetch: last })).toEqual(['invalid', 'issuer.key-not-in-force'])
  })
  test('withdrawn after it was revoked stays revoked', async () => {
    const revoked = await updateWebvhLog(made.did, made.log, {
      keys: [{ ...keyOf(old), revoked: '2026-05-15T00:00:00Z' }, keyOf(young)],
      updateKey,
      time: '2026-06-01T00:00:00Z',
    })
    const gone = await updateWebvhLog(made.did, revoked.log, {
      keys: [keyOf(young)],
      updateKey,
      time: '2026-07-01T00:00:00Z',
    })
    const then = serve({ 'https://badges.example/org/9/did.jsonl': gone.log })
    for (const badge of await signed('2026-05-31T00:00:00Z'))
      expect(await result(badge, { fetch: then })).toEqual(['invalid', 'issuer.key-revoked'])
    for (const badge of await signed('2026-04-30T00:00:00Z'))
      expect(await result(badge, { fetch: then })).toEqual(['undetermined', 'issuer.key-revoked-unproven'])
  })
})
