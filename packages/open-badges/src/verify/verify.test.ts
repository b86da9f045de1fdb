import { describe, expect, test, vi } from 'vitest'
import {
  type Issuer,
  listedCredential,
  makeIssuer,
  sampleCredential,
  sampleInput,
} from '../../test/sample.ts'
import { utf8 } from '../encoding/bytes.ts'
import {
  bakePng,
  buildCredential,
  hashIdentity,
  prepare,
  sign,
  signJwt,
  verify,
  verifyAndRead,
} from '../index.ts'
import type { JsonObject } from '../json.ts'
import { createStatusList } from '../status/bitstring.ts'
import { buildStatusListCredential } from '../status/build.ts'
import type { GuardedFetch, VerifyOptions } from './options.ts'
import { checkNames } from './report.ts'

const issuer = await makeIssuer()
const other = await makeIssuer()
const web = await makeIssuer('did:web:badges.example:org:1')
const listUrl = 'https://badges.example/status/1'

const json = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value))
const badge = async (from: Issuer, change: object = {}) =>
  json(await sign(prepare(buildCredential({ ...sampleInput(from.did), ...change })), from))

const listed = json(await sign(prepare(listedCredential(issuer.did, listUrl, 94_567)), issuer))

const serve =
  (files: Record<string, unknown>): GuardedFetch =>
  async (url) => {
    if (!(url in files)) return { status: 404, url, contentType: null, bytes: new Uint8Array() }
    return { status: 200, url, contentType: 'application/json', bytes: utf8(JSON.stringify(files[url])) }
  }

const code = async (input: Uint8Array | string | JsonObject, name: string, options: VerifyOptions = {}) => {
  const report = await verify(input, options)
  return report.checks.find((check) => check.name === name)?.code
}

describe('the report', () => {
  test('holds the eleven checks in order, in both languages', async () => {
    const report = await verify(await badge(issuer))
    expect(report.checks.map(({ name }) => name)).toEqual([...checkNames])
    for (const check of report.checks) expect(check.fr.length * check.en.length).toBeGreaterThan(0)
    expect(report).toMatchObject({
      verdict: 'valid',
      format: 'ob3-di',
      issuer: { id: issuer.did, name: 'Atelier du Port', bound: true },
      achievement: { name: 'Travailler en équipe' },
      recipient: { known: false },
      dates: { validFrom: '2026-03-02T09:30:00Z', validUntil: '2099-03-02T09:30:00Z' },
      nature: { declared: 'competence', shown: 'undetermined', missing: [] },
      solidity: [],
    })
  })
  test.each<[string | Uint8Array | JsonObject]>([
    [''],
    ['{'],
    ['null'],
    ['[]'],
    ['a.b.c'],
    [new Uint8Array()],
    [{}],
  ])('%j is invalid and never throws', async (input) => {
    const report = await verify(input)
    expect(report.verdict).toBe('invalid')
    expect(report.checks.map(({ name }) => name)).toEqual([...checkNames])
  })
  test('shows what was validated, not the object that was given', async () => {
    const input = await badge(issuer)
    const hostile = { ...input, toJSON: () => input }
    const { credential, raw } = await verifyAndRead(json(hostile))
    expect(credential?.credentialSubject.achievement.name).toBe('Travailler en équipe')
    expect(raw?.text).toBe(JSON.stringify(input))
    expect((await verifyAndRead({ ...input, level: 'Expert' })).credential).toBeUndefined()
  })
  test('hands the validated credential to whoever assesses it', async () => {
    const assess = vi.fn(() => ({
      nature: { declared: null, shown: 'undetermined' as const, missing: ['x'] },
      solidity: [],
    }))
    const report = await verify(await badge(issuer), { assess })
    expect(report.nature.missing).toEqual(['x'])
    expect(assess).toHaveBeenCalledOnce()
  })
  test('asks the network for nothing but the issuer and the lists', async () => {
    const asked: string[] = []
    const fetch: GuardedFetch = async (url) => {
      asked.push(url)
      throw new Error('closed')
    }
    const signed = json(await sign(prepare(listedCredential(web.did, listUrl, 5)), web))
    await verify(signed, { fetch })
    await verify({ ...signed, '@context': ['https://attacker.example/v1'] }, { fetch })
    await verify(
      { ...signed, credentialSchema: [{ id: 'https://attacker.example/s', type: 'JsonSchema' }] },
      { fetch },
    )
    expect([...new Set(asked)].sort()).toEqual(['https://badges.example/org/1/did.json', listUrl])
    asked.length = 0
    await verify(signed, { fetch, offline: true })
    expect(asked).toEqual([])
  })
})

describe('the issuer', () => {
  const home = 'https://badges.example/org/1/did.json'
  test('is proven by its DID document', async () => {
    expect((await verify(await badge(web), { fetch: serve({ [home]: web.document }) })).verdict).toBe('valid')
    expect((await verify(await badge(web), { resolveDid: () => web.document })).verdict).toBe('valid')
  })
  test('is unknown when its document cannot be had', async () => {
    for (const options of [{}, { fetch: serve({}) }, { resolveDid: () => undefined }]) {
      const report = await verify(await badge(web), options)
      expect([report.verdict, report.issuer.bound]).toEqual(['undetermined', false])
    }
  })
  test.each<[string, object, string]>([
    ['lists another key', { ...other.document, id: web.did }, 'issuer.key-not-bound'],
    ['is of somebody else', other.document, 'issuer.document-mismatch'],
    ['lists the key for nothing', { ...web.document, assertionMethod: [] }, 'issuer.key-not-for-assertions'],
    [
      'lists the key for sign-in only',
      { ...web.document, assertionMethod: [], authentication: web.document.assertionMethod },
      'issuer.key-not-for-assertions',
    ],
    [
      'gives the key another controller',
      {
        ...web.document,
        verificationMethod: [{ ...web.document.verificationMethod?.[0], controller: other.did }],
      },
      'issuer.key-not-bound',
    ],
    [
      'has revoked the key',
      {
        ...web.document,
        verificationMethod: [{ ...web.document.verificationMethod?.[0], revoked: '2026-04-01T00:00:00Z' }],
      },
      'issuer.key-revoked',
    ],
    [
      'has let the key expire',
      {
        ...web.document,
        verificationMethod: [{ ...web.document.verificationMethod?.[0], expires: '2026-04-01T00:00:00Z' }],
      },
      'issuer.key-expired',
    ],
    ['is not one', { keys: [] }, 'issuer.document-malformed'],
  ])(
    'is refused when the document %s, by embedded proof and by JWT (T7)',
    async (_name, document, expected) => {
      for (const signed of [await badge(web), await signJwt(prepare(sampleCredential(web.did)), web)]) {
        const jwt = typeof signed === 'string'
        // A JWT bears no date of its own, so that it is as old as the badge: before the end of the key.
        const ended = jwt && /-(?:revoked|expired)$/.test(expected)
        expect(await code(signed, 'issuer', { fetch: serve({ [home]: document }) })).toBe(
          ended ? `${expected}-unproven` : expected,
        )
        expect((await verify(signed, { fetch: serve({ [home]: document }) })).verdict).toBe(
          ended ? 'undetermined' : 'invalid',
        )
      }
    },
  )
  test('is not whoever signs in its name', async () => {
    const forged = json(await sign(prepare(sampleCredential(issuer.did)), { ...other }))
    const report = await verify(forged)
    expect(report.verdict).toBe('invalid')
    expect(report.checks.find(({ name }) => name === 'issuer')?.code).toBe('issuer.key-not-bound')
  })
})

describe('several proofs (T6)', () => {
  const both = async (a: Issuer, b: Issuer, spoil: 0 | 1 | 'both' | undefined) => {
    const prepared = prepare(sampleCredential(issuer.did))
    const proofs = [...(await sign(prepared, a)).proof, ...(await sign(prepared, b)).proof]
    for (const [at, proof] of proofs.entries())
      if (spoil === 'both' || spoil === at) proof.created = '2020-01-01T00:00:00Z'
    return json({ ...prepared.credential, proof: proofs })
  }
  test.each<[string, Issuer, Issuer, 0 | 1 | 'both' | undefined, string]>([
    ['issuer and another, both sound', issuer, other, undefined, 'valid'],
    ['another and issuer, both sound', other, issuer, undefined, 'valid'],
    ['issuer sound, another broken', issuer, other, 1, 'invalid'],
    ['another broken, issuer sound', other, issuer, 0, 'invalid'],
    ['issuer broken, another sound', issuer, other, 0, 'invalid'],
    ['another sound, issuer broken', other, issuer, 1, 'invalid'],
    ['issuer and another, both broken', issuer, other, 'both', 'invalid'],
    ['another and issuer, both broken', other, issuer, 'both', 'invalid'],
  ])('%s', async (_name, a, b, spoil, verdict) => {
    expect((await verify(await both(a, b, spoil))).verdict).toBe(verdict)
  })
  test('of others only prove nothing', async () => {
    const prepared = prepare(sampleCredential(issuer.did))
    const { proof } = await sign(prepared, other)
    expect((await verify(json({ ...prepared.credential, proof }))).verdict).toBe('invalid')
  })
})

describe('the dates', () => {
  test.each([
    ['before it begins', '2026-03-02T09:00:00Z', 'validity.not-yet'],
    ['a few minutes before, as clocks differ', '2026-03-02T09:27:00Z', 'validity.current'],
    ['in time', '2026-06-01T00:00:00Z', 'validity.current'],
    ['after its end', '2099-03-02T09:30:00Z', 'validity.expired'],
  ])('%s', async (_name, now, expected) => {
    const signed = json(
      await sign(prepare(sampleCredential(issuer.did)), { ...issuer, created: '2026-03-01T00:00:00Z' }),
    )
    expect(await code(signed, 'validity', { now: new Date(now) })).toBe(expected)
  })
  test('a proof from the future is refused', async () => {
    const signed = json(
      await sign(prepare(sampleCredential(issuer.did)), { ...issuer, created: '2090-03-01T00:00:00Z' }),
    )
    expect(await code(signed, 'proof')).toBe('proof.future')
  })
})

describe('the recipient', () => {
  test('is compared with the subject’s id and each identity, as typed and lower-cased', async () => {
    const identifier = [
      {
        hashed: true,
        identityHash: await hashIdentity('Ana@Example.org', 'salt'),
        identityType: 'emailAddress' as const,
        salt: 'salt',
      },
    ]
    const signed = await badge(issuer, { subject: { id: 'urn:uuid:1', identifier } })
    for (const recipient of ['ana@example.org', ' ANA@example.org', 'mailto:Ana@Example.org', 'urn:uuid:1']) {
      expect(await code(signed, 'recipient', { recipient })).toBe('recipient.match')
    }
    expect(await code(signed, 'recipient', { recipient: 'bob@example.org' })).toBe('recipient.mismatch')
    expect((await verify(signed, { recipient: 'ana@example.org' })).recipient.known).toBe(true)
    expect(await code(signed, 'recipient')).toBe('recipient.not-asked')
  })
})

describe('a badge in a picture', () => {
  test('is verified by its own content', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const report = await verify(bakePng(new Uint8Array(png), JSON.stringify(await badge(issuer))))
    expect(report.verdict).toBe('valid')
    expect(report.checks[0]?.code).toBe('extract.png')
  })
})

describe('the status list', () => {
  const listOf = async (from: Issuer, set: number[], change: object = {}) => {
    const list = createStatusList()
    for (const index of set) list.setBit(index)
    return buildStatusListCredential({
      id: listUrl,
      issuer: from.did,
      list,
      validFrom: '2026-01-01T00:00:00Z',
      ...change,
    })
  }
  const signedList = async (from: Issuer, set: number[], change: object = {}) =>
    json(await sign(prepare(await listOf(from, set, change)), from))
  const status = (list: unknown) => code(listed, 'status', { fetch: serve({ [listUrl]: list }) })

  test('says clear, revoked, and for the neighbours nothing', async () => {
    expect(await status(await signedList(issuer, [94_566, 94_568]))).toBe('status.clear')
    expect(await status(await signedList(issuer, [94_567]))).toBe('status.revoked')
  })
  test('that cannot be had leaves the badge undetermined', async () => {
    const report = await verify(listed, { fetch: serve({}) })
    expect([report.verdict, report.checks.find(({ name }) => name === 'status')?.code]).toEqual([
      'undetermined',
      'status.unreachable',
    ])
  })
  test.each<[string, () => Promise<unknown>, string]>([
    ['another issuer', () => signedList(other, []), 'status.list-foreign'],
    ['no proof', () => listOf(issuer, []), 'status.list-invalid'],
    [
      'an altered list',
      async () => ({
        ...(await signedList(issuer, [94_567])),
        credentialSubject: (await listOf(issuer, [])).credentialSubject,
      }),
      'status.list-invalid',
    ],
    ['another purpose', () => signedList(issuer, [], { purpose: 'suspension' }), 'status.purpose-mismatch'],
    [
      'an end in the past',
      () => signedList(issuer, [], { validUntil: '2026-02-01T00:00:00Z' }),
      'status.list-stale',
    ],
    ['nonsense', async () => ({ a: 1 }), 'status.list-invalid'],
    ['an array', async () => [], 'status.list-malformed'],
  ])('with %s is refused', async (_name, list, expected) => {
    expect(await status(await list())).toBe(expected)
  })
  test('is too short, or holds no such place', async () => {
    const far = json(await sign(prepare(listedCredential(issuer.did, listUrl, 131_072)), issuer))
    expect(await code(far, 'status', { fetch: serve({ [listUrl]: await signedList(issuer, []) }) })).toBe(
      'status.index-out-of-range',
    )
    const short = await listOf(issuer, [])
    short.credentialSubject.encodedList = 'uH4sIAAAAAAAAA2NgAAAAAP__AwAA'
    expect(await status(json(await sign(prepare(short), issuer)))).toMatch(/status\.list-(short|malformed)/)
  })
  test('is kept and asked for again only when it is old', async () => {
    const kept = new Map<string, { bytes: Uint8Array; fetchedAt: Date }>()
    const statusCache = {
      get: (url: string) => kept.get(url),
      set: (url: string, list: { bytes: Uint8Array; fetchedAt: Date }) => void kept.set(url, list),
    }
    const list = await signedList(issuer, [], { ttl: 60_000 })
    expect(await code(listed, 'status', { statusCache, fetch: serve({ [listUrl]: list }) })).toBe(
      'status.clear',
    )
    expect(await code(listed, 'status', { statusCache })).toBe('status.clear')
    expect(await code(listed, 'status', { statusCache, now: new Date(Date.now() + 120_000) })).toBe(
      'status.list-stale',
    )
  })
})
