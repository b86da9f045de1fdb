import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleCredential } from '../../test/sample.ts'
import { bundle2025, bundle2026, bundleOf, credentialsV2 } from '../contexts/bundle.ts'
import { OpenBadgesError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { directQuads } from './direct.ts'
import { generalQuads } from './general.ts'

const outcome = async (document: JsonObject, bundle = bundle2026): Promise<string> => {
  try {
    const quads = await generalQuads(document, bundle)
    return quads.map(({ subject, predicate, object }) => `${subject} ${predicate} ${object}`).join('\n')
  } catch (error) {
    if (error instanceof OpenBadgesError) return error.code
    throw error
  }
}

const url = 'https://words.example/v1'
const words = (iri: string): Record<string, JsonObject> => ({ [url]: { '@context': { level: iri } } })
const told = { '@context': [credentialsV2, url], id: 'urn:x:1', level: 'Expert' }
const inline = (...contexts: JsonObject[]): JsonObject => ({
  '@context': [credentialsV2, ...contexts],
  id: 'urn:x:1',
  type: ['VerifiableCredential'],
})

describe('what contexts mean', () => {
  test('is never taken from another bundle with the same addresses', async () => {
    const [one, other] = [bundleOf('2026', words('urn:one')), bundleOf('2026', words('urn:other'))]
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await outcome(told, one)).toBe('<urn:x:1> <urn:one> "Expert"')
      expect(await outcome(told, other)).toBe('<urn:x:1> <urn:other> "Expert"')
      expect(await outcome(told, bundle2026)).toBe('context.foreign')
    }
  })

  test('is that of the edition, for the context that was changed in place', async () => {
    const issuer = await makeIssuer()
    const badge: JsonObject = JSON.parse(JSON.stringify(sampleCredential(issuer.did)))
    const later = { ...badge, endorsementJwt: ['a.b.c'] }
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await outcome(later, bundle2026)).toContain('endorsementJwt')
      expect(await outcome(later, bundle2025)).toBe('context.unknown-term')
    }
  })

  test('is what a caller says now, even when the object changed in between', async () => {
    const context = { '@context': { level: 'urn:before' } }
    const bundle = bundleOf('2026', { [url]: context })
    expect(await outcome(told, bundle)).toBe('<urn:x:1> <urn:before> "Expert"')
    context['@context'].level = 'urn:after'
    expect(await outcome(told, bundle)).toBe('<urn:x:1> <urn:after> "Expert"')
  })

  test('of an imported context is read again each time', async () => {
    const importing = { '@version': 1.1, '@import': url }
    const document = { '@context': [credentialsV2, importing], id: 'urn:x:1', level: 'Expert' }
    for (const iri of ['urn:one', 'urn:other', 'urn:one']) {
      expect(await outcome(document, bundleOf('2026', words(iri)))).toBe(`<urn:x:1> <${iri}> "Expert"`)
    }
    expect(await outcome(document, bundle2026)).toBe('context.foreign')
    expect(await outcome(document, bundleOf('2026', { [url]: { '@context': importing } }))).toBe(
      'context.unknown-term',
    )
    expect(importing).toEqual({ '@version': 1.1, '@import': url })
  })

  test('of a context that names one below a word is foreign wherever that one is not held', async () => {
    const below = { part: { '@id': 'urn:part', '@context': url } }
    const document = { ...inline(below), part: { level: 'Expert' } }
    expect(await outcome(document, bundleOf('2026', words('urn:one')))).toContain('<urn:one> "Expert"')
    expect(await outcome(document, bundle2026)).toBe('context.foreign')
    expect(await outcome(inline(below), bundle2026)).toBe('context.foreign')
  })

  test('of protected words may change below a property, never below a type, whichever comes first', async () => {
    const both = { Zwice: { '@id': 'urn:twice', '@context': { issuer: 'urn:mine' } } }
    const asProperty = { ...inline(both), Zwice: { issuer: 'a' } }
    const asType = { ...inline(both), type: ['VerifiableCredential', 'Zwice'], issuer: 'urn:x:2' }
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await outcome(asProperty)).toContain('<urn:mine> "a"')
      expect(await outcome(asType)).toBe('context.unknown-term')
    }
  })

  test('is the same before anything is known and after', async () => {
    const issuer = await makeIssuer()
    const badge: JsonObject = JSON.parse(JSON.stringify(sampleCredential(issuer.did)))
    const first = await outcome(badge)
    await outcome({ ...badge, '@context': 'https://www.w3.org/2018/credentials/v1' })
    await outcome(told, bundleOf('2026', words('urn:one')))
    expect(await outcome(badge)).toBe(first)
  })
})

test('the short way, too, takes nothing from another bundle with the same addresses', () => {
  const short = (bundle = bundle2026): string => {
    try {
      const quads = directQuads(told, bundle)
      return quads?.map(({ predicate }) => predicate).join() ?? 'left to the general way'
    } catch (error) {
      if (error instanceof OpenBadgesError) return error.code
      throw error
    }
  }
  const [one, other] = [bundleOf('2026', words('urn:one')), bundleOf('2026', words('urn:other'))]
  const beyond = bundleOf('2026', { [url]: { '@context': { level: null } } })
  const context = { '@context': { level: 'urn:before' } }
  const changing = bundleOf('2025', { [url]: context })
  for (let turn = 0; turn < 2; turn += 1) {
    expect([short(one), short(other), short(bundle2026)]).toEqual([
      '<urn:one>',
      '<urn:other>',
      'context.foreign',
    ])
    expect([short(beyond), short(changing)]).toEqual(['left to the general way', '<urn:before>'])
  }
  context['@context'].level = 'urn:after'
  expect(short(changing)).toBe('<urn:after>')
})
