import { expect, test } from 'vitest'
import { directRecords } from '../src/canonical/direct.ts'
import { generalQuads } from '../src/canonical/general.ts'
import { canonicalize } from '../src/canonical/rdfc10.ts'
import { canonicalText } from '../src/canonical/statements.ts'
import { isJsonObject, type JsonObject } from '../src/json.ts'
import { parseJson } from '../src/json-parse.ts'
import { knownPart, learnPart } from '../src/known-parts.ts'

const achievement = (id: string, more: JsonObject = {}): JsonObject => ({
  id,
  type: ['Achievement'],
  name: 'Souder',
  description: 'Souder à l’arc.',
  criteria: { narrative: 'Une soudure relue.' },
  alignment: [
    { type: ['Alignment'], targetName: 'a', targetUrl: 'https://a.example/1' },
    { type: ['Alignment'], targetName: 'b', targetUrl: 'https://a.example/2' },
  ],
  ...more,
})
const learned = (value: JsonObject): JsonObject => {
  learnPart(value)
  learnPart(value)
  return value
}
const object = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  if (!isJsonObject(copy)) throw new TypeError('object')
  return copy
}
const badge = (issuer: JsonObject, what: JsonObject, more: JsonObject = {}): JsonObject => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:1', type: ['AchievementSubject'], achievement: what },
  ...more,
})
async function agrees(document: JsonObject): Promise<void> {
  const general = (await canonicalize(await generalQuads(document))).nQuads
  // Three times: built, kept, and with the labels that the kept lines have already had.
  for (let turn = 0; turn < 3; turn += 1) {
    const records = directRecords(document)
    expect(records && (await canonicalText(records))).toBe(general)
  }
}

test('a part is known from the second time, in all its members and their order', () => {
  const one = achievement('urn:x:known-1')
  expect(learnPart(one)).toBeUndefined()
  expect(knownPart(one)).toBeUndefined()
  learnPart(one)
  expect(knownPart(object(one))?.value).toEqual(one)
  for (const other of [
    { ...one, name: 'Souder.' },
    { ...one, version: '2' },
    { ...one, alignment: [] },
    { ...one, tag: { 0: 'a' } },
    Object.fromEntries(Object.entries(one).reverse()),
    { ...one, criteria: { narrative: 'Une soudure relue.', id: 'urn:x:c' } },
    { ...one, criteria: Object.create({ narrative: 'Une soudure relue.' }) },
  ]) {
    expect(knownPart(other)).toBeUndefined()
  }
})

test('what is learned can no longer be changed by whoever gave it', () => {
  const one = achievement('urn:x:known-2')
  learned(one)
  one['name'] = 'Braser'
  expect(knownPart(one)).toBeUndefined()
  expect(knownPart(achievement('urn:x:known-2'))?.value['name']).toBe('Souder')
})

test('a known part gives the same bytes, alone, beside blank nodes, twice in a document, and inside another', async () => {
  const issuer = learned({ id: 'urn:x:issuer', type: ['Profile'], name: 'Atelier', url: 'https://a.example' })
  const what = learned(achievement('urn:x:known-3'))
  await agrees(badge(object(issuer), object(what)))
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    await agrees(badge(object(issuer), object(what), { evidence: [{ type: ['Evidence'], name }] }))
  }
  await agrees(badge(object(issuer), { ...object(what), creator: object(issuer) }))
  const nested = learned(
    achievement('urn:x:known-4', {
      endorsement: [
        {
          '@context': badge(issuer, what)['@context'] ?? null,
          id: 'urn:x:e',
          type: ['VerifiableCredential', 'EndorsementCredential'],
          issuer,
          name: 'e',
          validFrom: '2026-01-01T00:00:00Z',
          credentialSubject: { id: 'urn:x:known-4', type: ['EndorsementSubject'] },
        },
      ],
    }),
  )
  await agrees(badge(object(issuer), object(nested)))
  await agrees(badge({ id: 'urn:x:other', type: ['Profile'] }, object(nested)))
  await agrees(badge(object(issuer), object(nested)))
})
