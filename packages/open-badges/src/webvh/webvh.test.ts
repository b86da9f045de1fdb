import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleCredential } from '../../test/sample.ts'
import {
  createWebvhLog,
  didKey,
  type GuardedFetch,
  generateKey,
  prepare,
  readWitnessFile,
  sign,
  signerFor,
  type UpdateKey,
  updateWebvhLog,
  verify,
  verifyWebvhLog,
} from '../index.ts'
import { parseWebvh, placeOf } from './address.ts'
import { proofOfEntry } from './entry-proof.ts'
import { entryHash, multihash } from './hash.ts'

const updateKey = async (): Promise<UpdateKey> => {
  const key = await generateKey('Ed25519')
  return { signer: await signerFor(key), publicKeyMultibase: key.publicKeyMultibase }
}
const badgeKey = await updateKey()
const laterKey = await updateKey()
const first = await updateKey()
const second = await updateKey()
const third = await updateKey()
const address = 'https://badges.example/org/12'
const keys = [{ publicKeyMultibase: badgeKey.publicKeyMultibase }]
const time = '2026-01-01T00:00:00Z'
const now = new Date('2026-11-01T00:00:00Z')
const made = await createWebvhLog({ address, keys, updateKey: first, time })
const state = async (log: string, did = made.did) => {
  const result = await verifyWebvhLog(did, log, { now })
  return result.state === 'found' ? result.versions.length : result.reason
}
const linesOf = (log: string): Record<string, unknown>[] =>
  log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const join = (lines: unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/** An entry made by hand, so that each rule can be broken alone with all the others kept. */
async function entryAfter(
  log: string,
  change: Record<string, unknown>,
  by: UpdateKey = first,
): Promise<string> {
  const lines = linesOf(log)
  const last = lines.at(-1)
  const before = String(last?.['versionId'])
  const entry = JSON.parse(
    JSON.stringify({
      versionId: before,
      versionTime: '2026-02-01T00:00:00Z',
      parameters: {},
      state: last?.['state'],
      ...change,
    }),
  )
  entry.versionId = `${lines.length + 1}-${await entryHash(entry, before)}`
  return log + join([{ ...entry, proof: [await proofOfEntry(entry, by, '2026-02-01T00:00:00Z')] }])
}

describe('a did:webvh log', () => {
  test('begins, is verified, and names a did:web of the same place', async () => {
    expect(made.did).toMatch(/^did:webvh:Qm[1-9A-HJ-NP-Za-km-z]{44}:badges\.example:org:12$/)
    expect(await state(made.log)).toBe(1)
    expect(made.document.alsoKnownAs).toEqual(['did:web:badges.example:org:12'])
    expect(made.webDocument).toMatchObject({
      id: 'did:web:badges.example:org:12',
      alsoKnownAs: [made.did],
      assertionMethod: [`did:web:badges.example:org:12#${badgeKey.publicKeyMultibase}`],
    })
    expect(linesOf(made.log)[0]?.['state']).toEqual(made.document)
  })

  test('grows, rotates its keys, and ends', async () => {
    const grown = await updateWebvhLog(made.did, made.log, {
      keys: [...keys, { publicKeyMultibase: laterKey.publicKeyMultibase }],
      updateKey: first,
      newUpdateKey: second.publicKeyMultibase,
      time: '2026-02-01T00:00:00Z',
    })
    expect(grown.document.assertionMethod).toHaveLength(2)
    const again = { updateKey: first, time: '2026-03-01T00:00:00Z' }
    await expect(updateWebvhLog(made.did, grown.log, again)).rejects.toMatchObject({ code: 'did.webvh-log' })
    const ended = await updateWebvhLog(made.did, grown.log, {
      updateKey: second,
      deactivated: true,
      time: '2026-03-01T00:00:00Z',
    })
    expect(await state(ended.log)).toBe(3)
    const late = { updateKey: second, time: '2026-04-01T00:00:00Z' }
    await expect(updateWebvhLog(made.did, ended.log, late)).rejects.toMatchObject({ code: 'did.webvh-log' })
  })

  test('under pre-rotation takes only the key announced', async () => {
    const announced = await createWebvhLog({
      address,
      keys,
      updateKey: first,
      nextKeys: [second.publicKeyMultibase],
      time,
    })
    const at = { time: '2026-02-01T00:00:00Z', nextKeys: [third.publicKeyMultibase] }
    const stolen = updateWebvhLog(announced.did, announced.log, { ...at, updateKey: first })
    await expect(stolen).rejects.toMatchObject({ code: 'did.webvh-log' })
    const next = await updateWebvhLog(announced.did, announced.log, { ...at, updateKey: second })
    expect(await state(next.log, announced.did)).toBe(2)
    const omitted = await entryAfter(announced.log, { parameters: {} }, first)
    expect(await state(omitted, announced.did)).toBe('parameters')
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['a time that goes back', { versionTime: '2025-01-01T00:00:00Z' }, 'version-time'],
    ['the same time', { versionTime: time }, 'version-time'],
    ['a time to come', { versionTime: '2027-01-01T00:00:00Z' }, 'version-time-future'],
    ['a time of another zone', { versionTime: '2026-02-01T00:00:00+02:00' }, 'version-time'],
    [
      'another DID',
      { state: { id: 'did:webvh:QmWrongWrongWrongWrongWrongWrongWrongWrongWron:x.example' } },
      'document-id',
    ],
    ['another place', { state: { id: made.did.replace('badges', 'elsewhere') } }, 'moved'],
    ['an unknown method', { parameters: { method: 'did:webvh:99.0' } }, 'parameters'],
    ['a second SCID', { parameters: { scid: 'x' } }, 'parameters'],
    ['portability gained later', { parameters: { portable: true } }, 'parameters'],
    ['an unknown parameter', { parameters: { mood: 1 } }, 'parameters'],
    ['an update key that is none', { parameters: { updateKeys: ['z6Mk'] } }, 'parameters'],
    ['a threshold of nothing', { parameters: { witness: { threshold: 0, witnesses: [] } } }, 'parameters'],
  ])('is refused with %s', async (_name, change, reason) => {
    expect(await state(await entryAfter(made.log, change))).toBe(reason)
  })

  test('is refused when anything in it is altered', async () => {
    const [entry = {}] = linesOf(made.log)
    const { proof, ...unsigned } = entry
    const forged = [{ ...(Array.isArray(proof) ? proof[0] : {}), cryptosuite: 'ecdsa-jcs-2019' }]
    const other = await proofOfEntry(JSON.parse(JSON.stringify(unsigned)), third, time)
    expect(await state(join([unsigned]))).toBe('proof-missing')
    expect(await state(join([{ ...entry, proof: forged }]))).toBe('proof')
    expect(await state(join([{ ...entry, proof: [other] }]))).toBe('proof-key')
    expect(await state(join([{ ...entry, versionTime: '2026-01-02T00:00:00Z' }]))).toBe('entry-hash')
    expect(await state(join([{ ...entry, versionId: String(entry['versionId']).replace('1-', '2-') }]))).toBe(
      'version-number',
    )
    expect(await state(await entryAfter(made.log, {}, third))).toBe('proof-key')
    expect(await state('')).toBe('log')
    expect(await state('{}')).toBe('log')
    expect(await state(made.log, made.did.replace('badges', 'other'))).toBe('document-id')
  })

  test('needs the proofs of enough distinct witnesses, over this log', async () => {
    const witness = {
      threshold: 2,
      witnesses: [first, second, third].map((one) => ({ id: didKey(one.publicKeyMultibase) })),
    }
    const log = await entryAfter(made.log, { parameters: { witness } })
    const versionId = String(linesOf(log)[1]?.['versionId'])
    const by = async (...who: UpdateKey[]) => {
      const proof = await Promise.all(who.map((one) => proofOfEntry({ versionId }, one, time)))
      return readWitnessFile(JSON.stringify([{ versionId, proof }]))
    }
    const found = async (witnesses: Awaited<ReturnType<typeof by>>) =>
      (await verifyWebvhLog(made.did, log, { now, witness: witnesses })).state
    expect(await found(undefined)).toBe('witness-missing')
    expect(await found(await by(first))).toBe('malformed')
    expect(await found(await by(first, first))).toBe('malformed')
    expect(await found(await by(first, laterKey))).toBe('malformed')
    expect(await found(await by(first, third))).toBe('found')
    const replayed = await proofOfEntry({ versionId: '2-other' }, second, time)
    expect(await found(readWitnessFile(JSON.stringify([{ versionId, proof: [replayed, replayed] }])))).toBe(
      'malformed',
    )
  })

  test('takes any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.jsonValue(), fc.nat(400), async (text, value, at) => {
        const cut = made.log.slice(0, at) + text + made.log.slice(at + text.length)
        readWitnessFile(text)
        readWitnessFile(JSON.stringify(value))
        parseWebvh(`did:webvh:${text}`)
        expect(await state(text)).not.toBe(1)
        expect(await state(JSON.stringify(value))).not.toBe(1)
        if (cut !== made.log) expect(await state(cut)).not.toBe(1)
      }),
      { numRuns: 200 },
    )
  }, 30_000)
})

describe('the address of a did:webvh', () => {
  const scid = made.did.split(':')[2]
  test.each([
    ['badges.example', 'https://badges.example/.well-known/did.jsonl'],
    ['badges.example%3A8443', 'https://badges.example:8443/.well-known/did.jsonl'],
    ['badges.example:org:12', 'https://badges.example/org/12/did.jsonl'],
    ['badges.example:%C3%A9cole', 'https://badges.example/%C3%A9cole/did.jsonl'],
  ])('%s', (place, log) => {
    expect(parseWebvh(`did:webvh:${scid}:${place}`)?.log).toBe(log)
  })
  test.each([
    ...[
      '127.0.0.1',
      '%31%32%37.0.0.1',
      '2130706433',
      '0x7f.1',
      '[%3A%3A1]',
      'localhost%3a99999',
      'a%3A80%3A90',
    ],
    ...[
      'a.example:..',
      'a.example:%2e%2e',
      'a.example:%2Fetc',
      'a.example:',
      'a.example:a%00',
      'a.example#x',
    ],
    ...['A.example', 'a.example/x', 'a_b.example', '', 'a.example:a%20', 'user@a.example', 'a.example%2Fx'],
  ])('%s is none', (place) => {
    expect(parseWebvh(`did:webvh:${scid}:${place}`)).toBeUndefined()
  })
  test('comes from a plain https address only', () => {
    expect(placeOf('https://badges.example:8443/org/12')).toBe('badges.example%3A8443:org:12')
    for (const one of [
      'http://a.example',
      'https://1.2.3.4',
      'https://a.example/?x',
      'https://u@a.example',
      'x',
    ])
      expect(() => placeOf(one)).toThrow()
  })
})

describe('a badge of a did:webvh issuer', () => {
  const method = (did: string, key: UpdateKey) => `${did}#${key.publicKeyMultibase}`
  const badge = async (key: UpdateKey) => {
    const signed = await sign(prepare(sampleCredential(made.did)), {
      signer: key.signer,
      verificationMethod: method(made.did, key),
      created: '2026-01-15T00:00:00Z',
    })
    return JSON.stringify(signed)
  }
  const serve =
    (pages: Record<string, string>): GuardedFetch =>
    async (url) => {
      const page = pages[url]
      if (page === undefined) throw new Error('no such page in this test')
      return { status: 200, url, contentType: 'text/jsonl', bytes: new TextEncoder().encode(page) }
    }
  const issuerOf = async (text: string, pages: Record<string, string>) =>
    (await verify(text, { fetch: serve(pages), now })).checks.find(({ name }) => name === 'issuer')
  const home = 'https://badges.example/org/12/did.jsonl'

  test('is valid when the log lists the key', async () => {
    const report = await verify(await badge(badgeKey), { fetch: serve({ [home]: made.log }), now })
    expect([report.verdict, report.issuer.bound]).toEqual(['valid', true])
    expect((await verify(await badge(badgeKey), { now })).verdict).toBe('undetermined')
  })

  test('by a key that the log never listed is refused', async () => {
    expect(await issuerOf(await badge(laterKey), { [home]: made.log })).toMatchObject({
      code: 'issuer.key-not-bound',
    })
  })

  test('by a key that the issuer withdrew cannot be decided, and the report says from when to when', async () => {
    const next = await updateWebvhLog(made.did, made.log, {
      keys: [{ publicKeyMultibase: laterKey.publicKeyMultibase }],
      updateKey: first,
      time: '2026-02-01T00:00:00Z',
    })
    expect(await issuerOf(await badge(laterKey), { [home]: next.log })).toMatchObject({
      code: 'issuer.bound',
    })
    expect(await issuerOf(await badge(badgeKey), { [home]: next.log })).toMatchObject({
      code: 'issuer.key-withdrawn',
      state: 'undetermined',
      data: { from: time, until: '2026-02-01T00:00:00Z' },
    })
  })

  test('whose log was tampered with is refused', async () => {
    const tampered = made.log.replaceAll(badgeKey.publicKeyMultibase, laterKey.publicKeyMultibase)
    expect(await issuerOf(await badge(laterKey), { [home]: tampered })).toMatchObject({
      code: 'issuer.document-malformed',
    })
  })

  test('hashes of announced keys are those of the standard’s form', async () => {
    expect(await multihash('z6Mk')).toMatch(/^Qm[1-9A-HJ-NP-Za-km-z]{44}$/)
  })
})
