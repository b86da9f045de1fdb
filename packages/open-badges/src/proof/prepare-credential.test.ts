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
          { id: 'urn:x', digestSRI: 'a' },
          { id: 'urn:x', digestSRI: 'b' },
        ],
      },
    ],
    ['a date without zone', { validFrom: '2026-01-01' }],
    ['contexts in another order', { '@context': [url, 'https://www.w3.org/ns/credentials/v2'] }],
    ['a keyword', { '@included': [] }],
    ['a proof', { proof: [] }],
  ])('with %s is refused', async (_name, change) => {
    await expect(prepareCredential(draft(change), { contexts })).rejects.toMatchObject({
      code: expect.stringMatching(/vc\.fault|proof-present/),
    })
  })
  test('with a context that nobody vouches for is refused', async () => {
    await expect(prepareCredential(draft())).rejects.toMatchObject({ code: 'context.foreign' })
  })
})
