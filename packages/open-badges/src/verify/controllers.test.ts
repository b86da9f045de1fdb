import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleCredential } from '../../test/sample.ts'
import { prepare, sign, verify } from '../index.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'

const issuer = await makeIssuer('https://badges.example/org/3')
const other = await makeIssuer('https://badges.example/org/4')
const json = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  return isJsonObject(copy) ? copy : {}
}
const keyUrl = 'https://badges.example/keys/1'
const keyDocument = {
  id: keyUrl,
  type: 'Multikey',
  controller: issuer.did,
  publicKeyMultibase: issuer.publicKeyMultibase,
}
const signed = async (verificationMethod = issuer.verificationMethod, by = issuer) =>
  json(await sign(prepare(sampleCredential(issuer.did)), { signer: by.signer, verificationMethod }))
const result = async (credential: JsonObject, pages: Record<string, unknown>) => {
  const { verdict, checks } = await verify(credential, {
    fetch: async (url) => {
      const page = pages[url]
      if (page === undefined) throw new Error('not reachable in this test')
      const bytes = new TextEncoder().encode(JSON.stringify(page))
      return { status: 200, url, contentType: 'application/json', bytes }
    },
  })
  return [verdict, checks.find(({ name }) => name === 'issuer')?.code]
}

describe('an https issuer', () => {
  test('is bound by the controller document at its own address', async () => {
    expect(await result(await signed(), { [issuer.did]: issuer.document })).toEqual(['valid', 'issuer.bound'])
    expect(await result(await signed(), {})).toEqual(['undetermined', 'issuer.unreachable'])
  })

  test.each<[string, unknown, string]>([
    ['another’s document', other.document, 'issuer.document-mismatch'],
    ['a document without the key', { id: issuer.did, verificationMethod: [] }, 'issuer.key-not-bound'],
    [
      'a key of another controller',
      {
        ...issuer.document,
        verificationMethod: [{ ...issuer.document.verificationMethod?.[0], controller: other.did }],
      },
      'issuer.key-not-bound',
    ],
  ])('is not bound by %s', async (_name, document, code) => {
    expect(await result(await signed(), { [issuer.did]: document })).toEqual(['invalid', code])
  })

  test('is bound by a key document beside it that names it', async () => {
    const badge = await signed(`${keyUrl}#key`)
    const pages = (document: object) => ({ [keyUrl]: document })
    const own = { ...keyDocument, id: `${keyUrl}#key` }
    expect(await result(badge, pages(own))).toEqual(['valid', 'issuer.bound'])
    expect((await result(badge, pages({ ...own, controller: other.did })))[0]).not.toBe('valid')
    expect((await result(await signed(`${keyUrl}#key`, other), pages(own)))[0]).toBe('invalid')
  })

  test('is not bound by a key document of another origin', async () => {
    const away = 'https://attacker.example/keys/1'
    const badge = await signed(`${away}#key`, other)
    const document = { ...keyDocument, id: `${away}#key`, publicKeyMultibase: other.publicKeyMultibase }
    expect(await result(badge, { [away]: document, [issuer.did]: issuer.document })).toEqual([
      'invalid',
      'issuer.key-not-bound',
    ])
  })
})
