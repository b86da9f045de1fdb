import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleCredential, sampleInput } from '../../test/sample.ts'
import {
  buildClr,
  buildCredential,
  type ClrInput,
  type JsonObject,
  OpenBadgesError,
  parseJson,
  prepare,
  prepareClr,
  sign,
  verify,
  verifyAndRead,
} from '../index.ts'

const school = await makeIssuer()
const workshop = await makeIssuer()
const holder = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
const json = (value: unknown): JsonObject => {
  const parsed = parseJson(JSON.stringify(value))
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new TypeError('not an object')
  return parsed
}
const badge = json(await sign(prepare(sampleCredential(workshop.did)), workshop))
const second = json(
  await sign(
    prepare(
      buildCredential({
        ...sampleInput(school.did),
        id: 'urn:uuid:5d1c2f6a-0d7c-4a3e-9a57-6a4f5d3c2b11',
        validUntil: '2097-04-01T00:00:00Z',
      }),
    ),
    school,
  ),
)

const input = (change: Partial<ClrInput> = {}): ClrInput => ({
  id: 'urn:uuid:77aa2c10-57ce-4a0e-8f0c-1d2e3f4a5b6c',
  name: 'Parcours de mars',
  issuer: { id: school.did, name: 'École du Port' },
  subject: { id: holder },
  credentials: [badge],
  validFrom: '2026-05-01T00:00:00Z',
  partial: true,
  association: [
    {
      associationType: 'isPartOf',
      sourceId: 'https://badges.example/achievements/travail-en-equipe',
      targetId: 'https://badges.example/achievements/parcours',
    },
  ],
  ...change,
})
const record = async (change: Partial<ClrInput> = {}) =>
  json(await sign(await prepareClr(buildClr(input(change))), school))
const now = new Date('2098-06-01T00:00:00Z')
const codeOf = async (document: JsonObject, name: string) =>
  (await verify(document, { now })).checks.find((one) => one.name === name)?.code

describe('a learner record', () => {
  test('built of signed badges is valid, and each badge in it is verified', async () => {
    const { report, nested, credential } = await verifyAndRead(await record(), { now })
    const faults = report.checks.filter(({ state }) => state === 'invalid' || state === 'undetermined')
    expect([report.verdict, report.format, faults]).toEqual(['valid', 'clr2', []])
    expect(report.checks.find(({ name }) => name === 'structure')?.code).toBe('structure.clr')
    expect(report.nested?.map(({ verdict, format }) => [verdict, format])).toEqual([['valid', 'ob3-di']])
    expect(nested?.[0]?.credential?.credentialSubject.achievement.name).toBe('Travailler en équipe')
    expect(credential).toBeUndefined()
    expect(report.checks.find(({ name }) => name === 'endorsements')).toMatchObject({
      code: 'endorsements.nested-valid',
      data: { credentials: [{ id: badge['id'], verdict: 'valid', code: null, sameSubject: true }] },
    })
  })

  test('with a badge that was altered is invalid, and says which', async () => {
    const forged = { ...badge, validUntil: '2199-03-02T09:30:00Z' }
    const report = await verify(await record({ credentials: [second, forged] }), { now })
    expect(report.verdict).toBe('invalid')
    expect(report.nested?.map(({ verdict }) => verdict)).toEqual(['invalid', 'invalid'])
    const found = report.checks.find(({ name }) => name === 'endorsements')
    expect(found?.code).toBe('endorsements.nested-invalid')
    expect(JSON.stringify(found?.data)).toContain('proof.signature-invalid')
  })

  test('with a badge that has only expired stays sound', async () => {
    const report = await verify(await record({ credentials: [badge, second] }), { now })
    expect(report.verdict).toBe('valid')
    expect(report.nested?.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid'])
    expect(await codeOf(await record({ credentials: [badge, second] }), 'endorsements')).toBe(
      'endorsements.nested-expired',
    )
  })

  test('altered after signing is invalid', async () => {
    const signed = await record()
    expect(await codeOf({ ...signed, name: 'Autre' }, 'proof')).toBe('proof.signature-invalid')
    expect(await codeOf({ ...signed, partial: false }, 'proof')).toBe('proof.signature-invalid')
    expect(await codeOf({ ...signed, mood: 'gai' }, 'structure')).toBe('structure.unknown-term')
    const bare = { ...signed, credentialSubject: { id: holder, type: ['ClrSubject'] } }
    expect(await codeOf(bare, 'structure')).toBe('structure.faults')
  })

  test('whose badge was replaced by another sound one is invalid', async () => {
    const signed = await record()
    const other = await record({ credentials: [second] })
    expect(await codeOf({ ...signed, credentialSubject: other['credentialSubject'] ?? null }, 'proof')).toBe(
      'proof.signature-invalid',
    )
  })

  test('hides nothing in the badges it holds', async () => {
    const words = {
      ...badge,
      '@context': [...[badge['@context'] ?? []].flat(), { level: '@index' }],
      level: 'Expert',
    }
    const made = buildClr(input({ credentials: [words] }))
    await expect(prepareClr(made)).rejects.toBeInstanceOf(OpenBadgesError)
    const signed = await record()
    const forged = { ...signed, credentialSubject: made.credentialSubject }
    expect((await verify(json(forged), { now })).verdict).toBe('invalid')
  })

  test('is refused when it holds no signed credential', async () => {
    const { proof: _, ...unsigned } = badge
    expect(() => buildClr(input({ credentials: [unsigned] }))).toThrow(OpenBadgesError)
    await expect(prepareClr(buildClr(input({ credentials: [] })))).rejects.toMatchObject({
      code: 'clr.subject.verifiable-credential-missing',
    })
  })

  test('inside records is looked at three levels deep', async () => {
    let inner = await record()
    const states: (string | undefined)[] = []
    for (let level = 0; level < 4; level += 1) {
      states.push((await verify(inner, { now })).verdict)
      inner = await record({
        id: `urn:uuid:77aa2c10-57ce-4a0e-8f0c-1d2e3f4a5b7${level}`,
        credentials: [inner],
      })
    }
    expect(states).toEqual(['valid', 'valid', 'valid', 'undetermined'])
  })
})
