import { describe, expect, test } from 'vitest'
import { makeIssuer } from '../../test/sample.ts'
import { prepareCredential, sign, verify } from '../index.ts'
import type { VerifiableCredential } from '../v3/model.ts'

const issuer = await makeIssuer()
const url = 'https://www.w3.org/ns/credentials/examples/v2'
const contexts = { [url]: { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } } }
const draft = (change: object = {}): VerifiableCredential => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', url],
  type: ['VerifiableCredential', 'ExampleDegreeCredential'],
  issuer: issuer.did,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:1', degree: { type: 'ExampleBachelorDegree', name: 'Sciences' } },
  ...change,
})

const v2 = 'https://www.w3.org/ns/credentials/v2'
const current = 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU'
const ofJuly2024 = 'sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg'
const other = `sha384-${'A'.repeat(64)}`

describe('a W3C credential that is not a badge', () => {
  test('is signed and verified with the contexts that the caller vouches for', async () => {
    const signed = JSON.stringify(await sign(await prepareCredential(draft(), { contexts }), issuer))
    expect(await verify(signed, { contexts })).toMatchObject({ verdict: 'valid', format: 'vc' })
    expect((await verify(signed)).verdict).toBe('undetermined')
    expect((await verify(signed.replace('Sciences', 'Lettres'), { contexts })).verdict).toBe('invalid')
  })
  test.each<[string, object]>([
    ['no issuer', { issuer: undefined }],
    ['an issuer that is no URL', { issuer: 'somebody' }],
    ['no subject', { credentialSubject: [] }],
    ['an empty subject', { credentialSubject: {} }],
    ['a status without type', { credentialStatus: { id: 'urn:x' } }],
    ['a schema without id', { credentialSchema: { type: 'JsonSchema' } }],
    ['a refresh service without type', { refreshService: { id: 'urn:x' } }],
    ['a related resource without digest', { relatedResource: [{ id: 'urn:x' }] }],
    [
      'a related resource named twice',
      {
        relatedResource: [
          { id: 'urn:x', digestSRI: current },
          { id: 'urn:x', digestSRI: current },
        ],
      },
    ],
    ['a related resource whose digest is of another text', { relatedResource: { id: v2, digestSRI: other } }],
    ['a digest in the wrong base', { relatedResource: { id: v2, digestSRI: current.replace('/', '_') } }],
    ['a date without zone', { validFrom: '2026-01-01' }],
    ['contexts in another order', { '@context': [url, 'https://www.w3.org/ns/credentials/v2'] }],
    ['a name with more than its language', { name: { '@value': 'Titre', url: 'https://example.org' } }],
    ['an issuer whose name is no text', { issuer: { id: 'did:example:1', name: 12 } }],
    ['a keyword', { '@included': [] }],
    ['a proof', { proof: [] }],
  ])('with %s is refused', async (_name, change) => {
    await expect(prepareCredential(draft(change), { contexts })).rejects.toMatchObject({
      code: expect.stringMatching(/vc\.fault|proof-present/),
    })
  })
  test('may carry contexts of its own only where both sides say so', async () => {
    const own = draft({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        { ExampleDegreeCredential: 'https://example.org/#e' },
      ],
      credentialSubject: { id: 'did:example:1', name: { '@value': 'Sciences', '@language': 'fr' } },
    })
    await expect(prepareCredential(own)).rejects.toMatchObject({ code: 'vc.fault' })
    const signed = JSON.stringify(await sign(await prepareCredential(own, { inlineContexts: true }), issuer))
    expect(await verify(signed, { inlineContexts: true })).toMatchObject({ verdict: 'valid' })
    expect((await verify(signed)).verdict).toBe('invalid')
    const redefined = {
      ...own,
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        { ExampleDegreeCredential: 'https://example.org/#e', VerifiableCredential: 'https://example.org/#v' },
      ],
    }
    await expect(prepareCredential(redefined, { inlineContexts: true })).rejects.toMatchObject({
      code: 'context.unknown-term',
    })
  })
  test('keeps the direction of a text among what is signed', async () => {
    const right = { '@value': 'شهادة', '@language': 'ar', '@direction': 'rtl' }
    const signed = JSON.stringify(
      await sign(await prepareCredential(draft({ name: right }), { contexts }), issuer),
    )
    expect((await verify(signed, { contexts })).verdict).toBe('valid')
    expect((await verify(signed.replace('"rtl"', '"ltr"'), { contexts })).verdict).toBe('invalid')
  })
  test('of the data model 1.1 is signed with the context that defines proofs', async () => {
    const { validFrom: _, ...older } = draft({
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/data-integrity/v2'],
      type: ['VerifiableCredential'],
      credentialSubject: { id: 'did:example:1' },
      issuanceDate: '2026-01-01T00:00:00Z',
    })
    const signed = JSON.stringify(await sign(await prepareCredential(older), issuer))
    expect((await verify(signed)).verdict).toBe('valid')
  })
  test('may name the digest of a context it uses: the one in use holds, an earlier one only when preparing', async () => {
    const naming = async (digestSRI: string) => {
      const named = draft({ relatedResource: { id: v2, mediaType: 'application/ld+json', digestSRI } })
      return verify(JSON.stringify(await sign(await prepareCredential(named, { contexts }), issuer)), {
        contexts,
      })
    }
    expect((await naming(current)).verdict).toBe('valid')
    expect((await naming(ofJuly2024)).checks.find(({ name }) => name === 'structure')?.code).toBe(
      'structure.faults',
    )
  })
  test('with a context that nobody vouches for is refused', async () => {
    await expect(prepareCredential(draft())).rejects.toMatchObject({ code: 'context.foreign' })
  })
})
