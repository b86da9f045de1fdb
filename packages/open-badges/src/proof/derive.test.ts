import { describe, expect, test } from 'vitest'
import { fixtureText, hasFixtures } from '../../test/fixture.ts'
import { makeIssuer, sampleCredential } from '../../test/sample.ts'
import { bundleOf } from '../contexts/bundle.ts'
import { hex } from '../encoding/bytes.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import { verify } from '../verify/verify.ts'
import { encodeCbor } from './cbor.ts'
import { deriveCredential, parseBaseProof } from './derive.ts'
import { Disclosure } from './disclosure.ts'
import { prepare } from './prepare.ts'
import { sign } from './sign.ts'
import { signSelective } from './sign-selective.ts'

const object = (value: unknown): JsonObject => {
  const copy = parseJson(typeof value === 'string' ? value : JSON.stringify(value))
  if (!isJsonObject(copy)) throw new TypeError('object')
  return copy
}
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error) => (error instanceof Error && 'code' in error ? error.code : error),
  )

// The vectors name a context of the citizenship vocabulary: its words are put together here from their canonical form.
const card = (name: string) => `https://w3id.org/citizenship#${name}`
const person = (name: string) => `https://schema.org/${name}`
const date = 'http://www.w3.org/2001/XMLSchema#dateTime'
const words: JsonObject = { Person: person('Person'), image: { '@id': person('image'), '@type': '@id' } }
for (const name of ['additionalName', 'familyName', 'gender', 'givenName', 'identifier'])
  words[name] = person(name)
for (const name of ['EmploymentAuthorizationDocumentCredential', 'EmployablePerson', 'PermanentResident'])
  words[name] = card(name)
for (const name of ['EmploymentAuthorizationDocument', 'PermanentResidentCardCredential'])
  words[name] = card(name)
for (const name of [
  'PermanentResidentCard',
  'birthCountry',
  'commuterClassification',
  'lprCategory',
  'lprNumber',
])
  words[name] = card(name)
for (const name of ['employmentAuthorizationDocument', 'permanentResidentCard'])
  words[name] = { '@id': card(name), '@type': '@id' }
words['birthDate'] = { '@id': person('birthDate'), '@type': date }
words['residentSince'] = { '@id': card('residentSince'), '@type': date }
const contexts = { 'https://w3id.org/citizenship/v4rc1': { '@context': words } }
const pointers = ['/validFrom', '/validUntil', '/credentialSubject/birthCountry']

describe.skipIf(!hasFixtures)(
  'the W3C vectors of ecdsa-sd-2023 (skipped where ../shared/fixtures is absent)',
  () => {
    test.each(['employ', 'prc'])('%s, each step', async (name) => {
      const read = (file: string) => fixtureText(`w3c-vc-di-ecdsa/TestVectors/ecdsa-sd-2023/${name}/${file}`)
      const signed = object(read('addSignedSDBase.json'))
      const { proof, ...document } = signed
      const base = parseBaseProof(isJsonObject(proof) ? proof['proofValue'] : undefined)
      if (!base) throw new TypeError('base proof')
      const recovered = object(read('derivedRecoveredBaseData.json'))
      expect(hex(base.hmacKey)).toBe(recovered['hmacKey'])
      expect(base.signatures.map(hex)).toEqual(recovered['signatures'])
      expect(base.mandatory).toEqual(object(read('addBaseTransform.json'))['mandatoryPointers'])

      const disclosure = await Disclosure.of(document, base.hmacKey, bundleOf('2026', contexts))
      expect(disclosure.lines).toEqual(JSON.parse(read('addBaseDocHMACCanon.json')))
      const groups = object(read('derivedGroupIndexes.json'))
      expect([...(await disclosure.indexesOf(base.mandatory))]).toEqual(groups['mandatoryIndexes'])
      expect([...(await disclosure.indexesOf(pointers))]).toEqual(groups['selectiveIndexes'])
      expect([...(await disclosure.indexesOf([...base.mandatory, ...pointers]))]).toEqual(
        groups['combinedIndexes'],
      )

      const derived = await deriveCredential(signed, { pointers, contexts })
      expect(derived).toEqual(object(read('derivedRevealDocument.json')))
    })
  },
)

describe('a badge that its holder shows in part', async () => {
  const issuer = await makeIssuer(undefined, 'P-256')
  const base = await signSelective(prepare(sampleCredential(issuer.did)), issuer)
  const needed = [
    '/credentialSubject/id',
    '/credentialSubject/achievement/name',
    '/credentialSubject/achievement/description',
    '/credentialSubject/achievement/criteria',
  ]

  test('is valid, and holds what was chosen and what the issuer made mandatory', async () => {
    const shown = await deriveCredential(base, { pointers: needed })
    expect(await verify(shown)).toMatchObject({ verdict: 'valid', recipient: { known: false } })
    expect(Object.keys(shown).sort()).toEqual([
      '@context',
      'credentialSubject',
      'id',
      'issuer',
      'proof',
      'type',
      'validFrom',
      'validUntil',
    ])
    expect(shown['credentialSubject']).not.toHaveProperty('narrative')
    expect(JSON.stringify(shown)).not.toContain('chantier')
  })

  test('can show one of several alignments and pieces of evidence', async () => {
    const shown = await deriveCredential(base, {
      pointers: [...needed, '/credentialSubject/achievement/alignment/1', '/evidence/0/name'],
    })
    expect((await verify(shown)).verdict).toBe('valid')
    expect(shown['evidence']).toEqual([
      { id: 'https://badges.example/evidence/77', type: ['Evidence'], name: 'Photo du chantier' },
    ])
  })

  test('is not valid with a member added, removed or taken from another showing', async () => {
    const shown = await deriveCredential(base, { pointers: needed })
    const more = await deriveCredential(base, { pointers: [...needed, '/evidence'] })
    const { validUntil: _, ...without } = shown
    const altered = [
      without,
      { ...shown, evidence: more['evidence'] ?? null },
      { ...more, proof: shown['proof'] ?? null },
      { ...shown, proof: more['proof'] ?? null },
      { ...shown, proof: object(base)['proof'] ?? null },
      object(base),
    ]
    for (const one of altered) expect((await verify(one)).verdict).toBe('invalid')
  })

  test('is refused for what it does not hold, or was not signed for', async () => {
    const again = (more: object, chosen = needed) =>
      codeOf(deriveCredential({ ...object(base), ...more }, { pointers: chosen }))
    expect(await again({}, ['/credentialSubject/salary'])).toBe('selective.pointer')
    expect(await again({}, ['evidence'])).toBe('selective.pointer')
    expect(await again({}, ['/evidence/9'])).toBe('selective.pointer')
    expect(await again({}, ['/__proto__'])).toBe('selective.pointer')
    expect(
      await again({ description: 'Autre.', awardedDate: '2026-03-01T17:00:01Z', image: undefined }),
    ).toBe('done')
    expect(await again({ level: 'x' })).toBe('context.unknown-term')
    expect(await again({ proof: [] })).toBe('selective.base-proof')
    const plain = await sign(prepare(sampleCredential(issuer.did)), issuer)
    expect(await codeOf(deriveCredential(plain, { pointers: needed }))).toBe('selective.base-proof')
    const ed = await makeIssuer()
    expect(await codeOf(signSelective(prepare(sampleCredential(ed.did)), ed))).toBe('sign.algorithm')
  })

  test('says nothing of what the holder kept, even by its labels', async () => {
    const shown = await deriveCredential(base, { pointers: needed })
    const other = await signSelective(prepare(sampleCredential(issuer.did)), issuer)
    const again = await deriveCredential(other, { pointers: needed })
    expect(JSON.stringify(shown['proof'])).not.toBe(JSON.stringify(again['proof']))
  })
})

test.each<[number, string]>([
  [23, '17'],
  [24, '1818'],
  [255, '18ff'],
  [256, '190100'],
  [65_536, '1a00010000'],
])('CBOR writes %d in its shortest form', (value, expected) => {
  expect(hex(encodeCbor(value))).toBe(expected)
})
