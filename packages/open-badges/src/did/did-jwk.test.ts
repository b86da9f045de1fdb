import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleCredential } from '../../test/sample.ts'
import {
  didJwk,
  generateKey,
  issuerKeySet,
  OpenBadgesError,
  prepare,
  resolveDidJwk,
  sign,
  signerFor,
  signJwt,
  verify,
} from '../index.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'

const key = await generateKey('P-256')
const json = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  return isJsonObject(copy) ? copy : {}
}

describe('did:jwk', () => {
  test.each(['Ed25519', 'P-256', 'P-384'] as const)(
    'of a %s key issues badges that are valid',
    async (algorithm) => {
      const pair = await generateKey(algorithm)
      const did = didJwk(pair.publicKeyMultibase)
      const signed = await sign(prepare(sampleCredential(did)), {
        signer: await signerFor(pair),
        verificationMethod: `${did}#0`,
      })
      expect((await verify(json(signed))).verdict).toBe('valid')
    },
  )
  test('of a JWK is the same as of its Multikey, and takes no private key', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const did = didJwk(json(publicKey.export({ format: 'jwk' })))
    expect(didJwk(json(resolveDidJwk(did).verificationMethod?.[0]?.publicKeyJwk))).toBe(did)
    expect(() => didJwk(json(privateKey.export({ format: 'jwk' })))).toThrow(OpenBadgesError)
    expect(() =>
      resolveDidJwk(`did:jwk:${Buffer.from('{"kty":"oct","k":"AA"}').toString('base64url')}`),
    ).toThrow()
  })
  test('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => resolveDidJwk(`did:jwk:${text}`)).toThrow(OpenBadgesError)
      }),
    )
  })
})

describe('the key set of an https issuer', () => {
  const issuer = 'https://badges.example/org/1'
  const kid = `${issuer}#1`
  const set = issuerKeySet(issuer, [{ kid, key: key.publicKeyMultibase }])
  const result = async (token: string, served: unknown) =>
    (
      await verify(token, {
        fetch: async (url) => {
          if (url !== 'https://badges.example/.well-known/jwks.json')
            throw new Error('not reachable in this test')
          return {
            status: 200,
            url,
            contentType: null,
            bytes: new TextEncoder().encode(JSON.stringify(served)),
          }
        },
      })
    ).verdict
  test('binds its keys to it, and to no other issuer of the site', async () => {
    const by = { signer: await signerFor(key), verificationMethod: kid }
    const token = await signJwt(prepare(sampleCredential(issuer)), by)
    expect(await result(token, set)).toBe('valid')
    const neighbour = issuerKeySet('https://badges.example/org/2', [{ kid, key: key.publicKeyMultibase }])
    expect(await result(token, neighbour)).not.toBe('valid')
  })
  test('names an https issuer and each key once', () => {
    const one = { kid, key: key.publicKeyMultibase }
    expect(() => issuerKeySet('did:web:badges.example', [one])).toThrow('https')
    expect(() => issuerKeySet(issuer, [one, one])).toThrow('name of its own')
    expect(JSON.stringify(set)).not.toContain('"d"')
  })
})
