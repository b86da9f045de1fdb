import { generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleCredential } from '../../test/sample.ts'
import { utf8 } from '../encoding/bytes.ts'
import { prepare, sign, signJwt, type VerifyOptions, verify } from '../index.ts'
import type { JsonObject } from '../json.ts'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const parse = (text: string | undefined): JsonObject =>
  JSON.parse(Buffer.from(text ?? '', 'base64url').toString())

const hashes: Record<string, string | null> = { RS256: 'sha256', ES256: 'sha256', EdDSA: null }
function forge(header: object, payload: object, key: KeyObject, alg = 'ES256'): string {
  const input = `${part({ alg, ...header })}.${part(payload)}`
  const signature = signBytes(hashes[alg] ?? null, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
  return `${input}.${signature.toString('base64url')}`
}

const issuer = await makeIssuer('did:web:badges.example', 'P-256')
const options: VerifyOptions = { resolveDid: (did) => (did === issuer.did ? issuer.document : undefined) }
const token = await signJwt(prepare(sampleCredential(issuer.did)), issuer)
const payload = parse(token.split('.')[1])
const attacker = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwk = attacker.publicKey.export({ format: 'jwk' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

const result = async (input: string, given: VerifyOptions = options) => {
  const report = await verify(input, given)
  const code = (name: string) => report.checks.find((check) => check.name === name)?.code
  return { verdict: report.verdict, format: report.format, proof: code('proof'), issuer: code('issuer') }
}

describe('a VC-JWT', () => {
  test('signed with ES256 is valid', async () => {
    expect(await result(token)).toEqual({
      verdict: 'valid',
      format: 'ob3-jwt',
      proof: 'proof.signature',
      issuer: 'issuer.bound',
    })
  })
  test.each(['Ed25519', 'P-384'] as const)('signed with %s is valid', async (algorithm) => {
    const one = await makeIssuer(undefined, algorithm)
    expect(await result(await signJwt(prepare(sampleCredential(one.did)), one))).toMatchObject({
      verdict: 'valid',
    })
  })
  test('signed with RS256 by a signer of the caller is valid when the issuer lists the key', async () => {
    const did = 'did:web:rsa.example'
    const kid = `${did}#1`
    const publicKeyJwk = json(rsa.publicKey.export({ format: 'jwk' }))
    const document = {
      id: did,
      verificationMethod: [{ id: kid, type: 'JsonWebKey', controller: did, publicKeyJwk }],
      assertionMethod: [kid],
    }
    const signer = {
      algorithm: 'RSA',
      sign: async (bytes: Uint8Array) => signBytes('sha256', bytes, rsa.privateKey),
    } as const
    const prepared = prepare(sampleCredential(did))
    const signed = await signJwt(prepared, { signer, verificationMethod: kid })
    expect(await result(signed, { resolveDid: () => document })).toMatchObject({
      verdict: 'valid',
      format: 'ob3-jwt',
    })
    await expect(sign(prepared, { signer, verificationMethod: kid })).rejects.toMatchObject({
      code: 'sign.algorithm',
    })
  })
  test('carries every claim of the standard', () => {
    expect(payload).toMatchObject({
      iss: issuer.did,
      jti: 'urn:uuid:1f4e8a52-0d7c-4a3e-9a57-6a4f5d3c2b10',
      sub: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
      nbf: 1_772_443_800,
      exp: 4_076_127_000,
    })
    expect(parse(token.split('.')[0])).toEqual({ alg: 'ES256', kid: issuer.verificationMethod, typ: 'JWT' })
  })
  test('signed with RS256 is valid when the issuer publishes the key in its key set', async () => {
    const iss = 'https://badges.example/org/1'
    const { iss: _, ...claims } = payload
    const body = { ...claims, issuer: { id: iss, type: ['Profile'], name: 'x' }, iss }
    const shown = rsa.publicKey.export({ format: 'jwk' })
    const signed = forge({ jwk: shown }, body, rsa.privateKey, 'RS256')
    const keySet = (keys: object[]): VerifyOptions => ({
      fetch: async (url) => ({
        status: url === 'https://badges.example/.well-known/jwks.json' ? 200 : 404,
        url,
        contentType: 'application/jwk-set+json',
        bytes: utf8(JSON.stringify({ keys })),
      }),
    })
    expect(await result(signed, keySet([{ ...shown, iss }]))).toMatchObject({
      verdict: 'valid',
      issuer: 'issuer.bound',
    })
    expect(
      (await result(signed, keySet([{ ...shown, iss: 'https://badges.example/org/2' }]))).verdict,
    ).not.toBe('valid')
    expect((await result(signed, keySet([{ ...jwk, iss }]))).verdict).not.toBe('valid')
    expect(await result(signed, {})).toMatchObject({ verdict: 'undetermined', issuer: 'issuer.unreachable' })
  })
})

describe('a forged JWT that names a real issuer (T1)', () => {
  const keyCarrier = 'https://attacker.example/keys'
  test.each<[string, object]>([
    ['jwk', { jwk }],
    ['jwk and the issuer’s kid', { jwk, kid: issuer.verificationMethod }],
    ['jku', { jku: keyCarrier, kid: issuer.verificationMethod }],
    ['x5u', { x5u: keyCarrier }],
    ['x5c', { x5c: ['MIIB'] }],
    ['x5t', { x5t: 'AAAA', kid: issuer.verificationMethod }],
    ['a foreign kid', { kid: 'did:web:attacker.example#key' }],
    [
      'a did:key kid',
      {
        kid: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
      },
    ],
    [
      'a kid under the issuer’s DID',
      { kid: `${issuer.did}#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi` },
    ],
    ['a kid that only begins alike', { kid: `${issuer.did}.attacker.example#key` }],
    ['no key at all', {}],
    ['a kid and typ', { kid: 'https://attacker.example/#key', typ: 'JWT' }],
  ])('by %s is invalid: the key is not bound', async (_name, header) => {
    expect(await result(forge(header, payload, attacker.privateKey))).toMatchObject({
      verdict: 'invalid',
      issuer: 'issuer.key-not-bound',
    })
  })
  test('with the issuer’s own kid has a bad signature', async () => {
    expect(
      await result(forge({ kid: issuer.verificationMethod }, payload, attacker.privateKey)),
    ).toMatchObject({
      verdict: 'invalid',
      proof: 'proof.signature-invalid',
    })
  })
})

describe('a JWT whose header plays tricks (T2)', () => {
  const [, body = '', signature = ''] = token.split('.')
  const kid = issuer.verificationMethod
  test.each<[string, object]>([
    ...[
      'none',
      'None',
      'NONE',
      '',
      'HS256',
      'HS384',
      'HS512',
      'PS256',
      'RS1',
      'RS512',
      'ES512',
      'ES256K',
    ].map((alg): [string, object] => [`alg ${JSON.stringify(alg)}`, { alg, kid }]),
    ['no alg', { kid }],
    ['alg as a list', { alg: ['ES256'], kid }],
    ['crit', { alg: 'ES256', kid, crit: ['exp'] }],
    ['b64', { alg: 'ES256', kid, b64: false }],
    ['another typ', { alg: 'ES256', kid, typ: 'at+jwt' }],
    ['a private jwk', { alg: 'ES256', jwk: { ...jwk, d: 'AAAA' } }],
    ['RS256 over an EC key', { alg: 'RS256', kid }],
    ['EdDSA over an EC key', { alg: 'EdDSA', kid }],
  ])('%s is invalid', async (_name, header) => {
    expect((await result(`${part(header)}.${body}.${signature}`)).verdict).toBe('invalid')
    expect((await result(`${part(header)}.${body}.`)).verdict).toBe('invalid')
  })
  test('a weak RSA key is invalid even when its issuer lists it', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const method = {
      id: kid,
      type: 'JsonWebKey',
      controller: issuer.did,
      publicKeyJwk: json(weak.publicKey.export({ format: 'jwk' })),
    }
    const document = { id: issuer.did, verificationMethod: [method], assertionMethod: [kid] }
    const signed = forge({ kid }, payload, weak.privateKey, 'RS256')
    expect((await result(signed, { resolveDid: () => document })).verdict).toBe('invalid')
  })
})

describe('a JWT whose envelope contradicts the credential (T8)', () => {
  const { privateKey } = attacker
  const key = { id: `${issuer.did}#1`, type: 'JsonWebKey', controller: issuer.did, publicKeyJwk: json(jwk) }
  const own: VerifyOptions = {
    resolveDid: () => ({ id: issuer.did, verificationMethod: [key], assertionMethod: [key.id] }),
  }
  const signed = (change: object) => forge({ kid: key.id }, { ...payload, ...change }, privateKey)
  test('is invalid, and the same without contradiction is valid', async () => {
    expect(await result(signed({}), own)).toMatchObject({ verdict: 'valid' })
    expect(await result(signed({ iat: 1, aud: 'x' }), own)).toMatchObject({ verdict: 'valid' })
  })
  test.each<[string, object]>([
    ['iss', { iss: 'did:web:other.example' }],
    ['iss as a list', { iss: [issuer.did] }],
    ['jti', { jti: 'urn:uuid:other' }],
    ['sub', { sub: 'did:example:other' }],
    ['nbf', { nbf: 1_700_000_000 }],
    ['nbf as text', { nbf: '1772443800' }],
    ['exp', { exp: 4_000_000_000 }],
    ['exp without end', { validUntil: undefined }],
    ['exp as text', { exp: '4076386200' }],
    ['jti as a number', { jti: 7 }],
    ['sub as a list', { sub: [payload['sub'] ?? ''] }],
    ['sub as nothing', { sub: null }],
    ['nbf before the dates', { nbf: -1 }],
    ['iat in the future', { iat: 4_000_000_000 }],
    ['both vc and members', { vc: 'x' }],
    ['another credential in vc', { vc: { ...payload, name: 'Autre' } }],
    ['a list of credentials in vc', { vc: [payload] }],
  ])('by %s', async (_name, change) => {
    expect((await result(signed(change), own)).verdict).toBe('invalid')
  })
  test('by a name given twice', async () => {
    const text = JSON.stringify(payload).replace('{', '{"iss":"did:web:other.example",')
    const input = `${part({ alg: 'ES256', kid: key.id })}.${Buffer.from(text).toString('base64url')}`
    const signature = signBytes('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' })
    expect((await result(`${input}.${signature.toString('base64url')}`, own)).verdict).toBe('invalid')
  })
})

describe('the W3C profile, kept apart from that of Open Badges', () => {
  const key = { id: `${issuer.did}#1`, type: 'JsonWebKey', controller: issuer.did, publicKeyJwk: json(jwk) }
  const own: VerifyOptions = {
    resolveDid: () => ({ id: issuer.did, verificationMethod: [key], assertionMethod: [key.id] }),
  }
  const credential = json(sampleCredential(issuer.did))
  const signed = (header: object, body: object) =>
    forge({ kid: key.id, ...header }, body, attacker.privateKey)
  test.each<[string, object, object, string]>([
    ['the credential alone, named as such', { typ: 'vc+jwt', cty: 'vc' }, credential, 'valid'],
    [
      'the credential alone, with its issuer in the header',
      { typ: 'vc+jwt', iss: issuer.did },
      payload,
      'valid',
    ],
    ['the credential inside vc', { typ: 'vc+jwt' }, { vc: credential, iss: issuer.did }, 'invalid'],
    ['a presentation', { typ: 'vc+jwt' }, { ...credential, vp: {} }, 'invalid'],
    ['another content', { typ: 'vc+jwt', cty: 'vp' }, credential, 'invalid'],
    ['another issuer in the header', { typ: 'vc+jwt', iss: 'did:web:other.example' }, payload, 'invalid'],
    ['the content of one and the name of the other', { typ: 'JWT', cty: 'vc' }, payload, 'invalid'],
    ['a presentation as such', { typ: 'vp+jwt' }, credential, 'invalid'],
  ])('%s', async (_name, header, body, verdict) => {
    expect((await result(signed(header, body), own)).verdict).toBe(verdict)
  })
})

function json(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value))
}
