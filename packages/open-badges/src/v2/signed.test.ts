import { describe, expect, test } from 'vitest'
import {
  assertion,
  badge,
  codes,
  issuer,
  jws,
  other,
  pages,
  pem,
  rsa,
  site,
  weak,
  web,
} from '../../test/legacy-world.ts'
import type { GuardedFetch } from '../index.ts'

describe('a signed badge of 2.0', () => {
  const keyId = `${site}/keys/1.json`
  const key = { type: 'CryptographicKey', id: keyId, owner: issuer.id, publicKeyPem: pem(rsa) }
  const listUrl = `${site}/revoked.json`
  const signer = { ...issuer, publicKey: keyId, revocationList: listUrl }
  const signed = { ...assertion, verification: { type: 'signed', creator: keyId } }
  const world = (change: Record<string, unknown> = {}): GuardedFetch =>
    web({ ...pages, [issuer.id]: signer, [keyId]: key, [listUrl]: { revokedAssertions: [] }, ...change })

  test('is valid with a key that the issuer lists', async () => {
    expect(await codes(jws(signed), { fetch: world() })).toMatchObject({
      verdict: 'valid',
      format: 'ob2-signed',
      proof: 'proof.signature',
      issuer: 'issuer.bound',
      status: 'status.clear',
    })
    const { creator: _, ...unnamed } = signed.verification
    expect(await codes(jws({ ...signed, verification: unnamed }), { fetch: world() })).toMatchObject({
      verdict: 'valid',
    })
  })

  test('cannot be decided without network', async () => {
    expect(await codes(jws(signed))).toMatchObject({ verdict: 'undetermined', issuer: 'issuer.unreachable' })
  })

  const evilKey = 'https://evil.example/key.json'
  test.each<[string, string, Record<string, unknown>, string]>([
    ['by another key', jws(signed, other), {}, 'proof.signature-invalid'],
    [
      'with a key that the issuer does not list',
      jws({ ...signed, verification: { type: 'signed', creator: evilKey } }, other),
      { [evilKey]: { ...key, id: evilKey, publicKeyPem: pem(other) } },
      'issuer.key-not-bound',
    ],
    [
      'with a key of another owner',
      jws(signed),
      { [keyId]: { ...key, owner: 'https://x.example' } },
      'issuer.key-not-bound',
    ],
    ['with a key of another name', jws(signed), { [keyId]: { ...key, id: evilKey } }, 'issuer.key-not-bound'],
    [
      'with a weak key',
      jws(signed, weak),
      { [keyId]: { ...key, publicKeyPem: pem(weak) } },
      'issuer.document-malformed',
    ],
    ['with a key in its header', jws(signed, rsa, { alg: 'RS256', jwk: {} }), {}, 'issuer.key-not-bound'],
    ['with another algorithm', jws(signed, rsa, { alg: 'HS256' }), {}, 'proof.algorithm'],
    ['with unknown critical words', jws(signed, rsa, { alg: 'RS256', crit: ['x'] }), {}, 'proof.header'],
    ['by an issuer without keys', jws(signed), { [issuer.id]: issuer }, 'issuer.key-not-bound'],
    [
      'and revoked by id',
      jws(signed),
      { [listUrl]: { revokedAssertions: [assertion.id] } },
      'status.revoked',
    ],
    [
      'and revoked by entry',
      jws(signed),
      { [listUrl]: { revokedAssertions: [{ id: assertion.id, revocationReason: 'Erreur' }] } },
      'status.revoked',
    ],
    [
      'and revoked by uid',
      jws({ ...signed, uid: 'a7' }),
      { [listUrl]: { revokedAssertions: [{ uid: 'a7' }] } },
      'status.revoked',
    ],
    [
      'with another’s list',
      jws(signed),
      { [listUrl]: { issuer: evilKey, revokedAssertions: [] } },
      'status.list-foreign',
    ],
    ['with a list that is not one', jws(signed), { [listUrl]: '[]' }, 'status.list-malformed'],
  ])('is refused %s', async (_name, token, change, code) => {
    const found = await codes(token, { fetch: world(change) })
    expect(found.verdict).toBe('invalid')
    expect(Object.values(found)).toContain(code)
  })

  test('is undetermined when its revocation list cannot be had', async () => {
    expect(await codes(jws(signed), { fetch: world({ [listUrl]: undefined }) })).toMatchObject({
      verdict: 'undetermined',
      status: 'status.unreachable',
    })
  })

  test('does not believe an issuer that it carries itself', async () => {
    const carried = {
      ...signed,
      badge: { ...badge, issuer: { ...issuer, publicKey: evilKey } },
      verification: { type: 'signed', creator: evilKey },
    }
    const fetch = world({ [evilKey]: { ...key, id: evilKey, publicKeyPem: pem(other) } })
    expect(await codes(jws(carried, other), { fetch })).toMatchObject({ issuer: 'issuer.key-not-bound' })
  })

  test('is not believed as plain JSON', async () => {
    expect(await codes(signed, { fetch: world() })).toMatchObject({
      verdict: 'invalid',
      proof: 'proof.missing',
    })
  })
})
