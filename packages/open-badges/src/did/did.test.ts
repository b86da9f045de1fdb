import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeCrypto } from '../crypto/node.ts'
import { platformCrypto, useCrypto } from '../crypto/platform.ts'
import { webCrypto } from '../crypto/web.ts'
import { decodeBase58, encodeBase58 } from '../encoding/base58.ts'
import { decodeBase64Url, encodeBase64Url, utf8 } from '../encoding/bytes.ts'
import { didKey, resolveDidKey } from './did-key.ts'
import { didDocument, didWeb, didWebUrl } from './did-web.ts'
import { generateKey, importKey, signerFor } from './keys.ts'
import { decodeMultikey } from './multikey.ts'

const sample = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'

describe('did:web', () => {
  test.each([
    ['https://badges.example', 'did:web:badges.example', 'https://badges.example/.well-known/did.json'],
    [
      'https://badges.example/org/12',
      'did:web:badges.example:org:12',
      'https://badges.example/org/12/did.json',
    ],
    [
      'https://badges.example:8443/a',
      'did:web:badges.example%3A8443:a',
      'https://badges.example:8443/a/did.json',
    ],
    ['http://localhost:3000/o/1', 'did:web:localhost%3A3000:o:1', 'http://localhost:3000/o/1/did.json'],
  ])('%s is %s', (url, did, where) => {
    expect(didWeb(url)).toBe(did)
    expect(didWebUrl(did)).toBe(where)
  })
  test.each([
    'http://badges.example',
    'https://user@badges.example',
    'https://badges.example?a=b',
    'https://badges.example/#a',
    'nothing',
  ])('%s has none', (url) => expect(() => didWeb(url)).toThrowError(/did:web/))
  test.each([
    'did:web:',
    'did:web:a.example:..:b',
    'did:web:a.example:%2e%2e:b',
    'did:web:a.example:x%2fy',
    'did:web:a.example%40b',
    'did:web:user@a.example',
    'did:web:a.example:b?c',
    'did:key:z6Mk',
  ])('%s is malformed', (did) => expect(() => didWebUrl(did)).toThrowError(/did:web/))
})

describe('a DID document', () => {
  test('names each key by the same text in both lists, and keeps retired keys', async () => {
    const [a, b] = [await generateKey(), await generateKey('P-256')]
    const document = didDocument({
      did: 'did:web:badges.example',
      keys: [
        { publicKeyMultibase: a.publicKeyMultibase },
        { publicKeyMultibase: b.publicKeyMultibase, id: 'did:web:badges.example#old' },
      ],
      alsoKnownAs: ['https://badges.example'],
    })
    expect(document.assertionMethod).toEqual(document.verificationMethod?.map(({ id }) => id))
    expect(document.verificationMethod?.[1]).toMatchObject({
      id: 'did:web:badges.example#old',
      controller: 'did:web:badges.example',
    })
  })
  test.each([
    ['did.document-key', [{ publicKeyMultibase: 'z6Mk' }]],
    ['did.document-key-id', [{ publicKeyMultibase: sample }, { publicKeyMultibase: sample }]],
    ['did.document-key-id', [{ publicKeyMultibase: sample, id: 'did:web:other.example#1' }]],
  ])('is refused with %s', (code, keys) => {
    expect(() => didDocument({ did: 'did:web:a.example', keys })).toThrowError(
      expect.objectContaining({ code }),
    )
  })
  test('of a did:key is made from its name', () => {
    const document = resolveDidKey(didKey(sample))
    expect(document.assertionMethod).toEqual([`did:key:${sample}#${sample}`])
    expect(() => resolveDidKey('did:key:z6Mkx')).toThrowError(/no key/)
  })
})

describe('keys', () => {
  const adapters = { node: () => nodeCrypto(process.getBuiltinModule('node:crypto')), web: () => webCrypto() }
  const cases = (['Ed25519', 'P-256', 'P-384'] as const).flatMap((algorithm) => [
    [algorithm, 'node', 'web'] as const,
    [algorithm, 'web', 'node'] as const,
  ])
  test.each(cases)('%s signed with %s verifies with %s', async (algorithm, from, to) => {
    const before = useCrypto(adapters[from]())
    try {
      const key = await generateKey(algorithm)
      const signature = await (await signerFor(key)).sign(utf8('message'))
      useCrypto(adapters[to]())
      expect(await importKey(key.secretKeyMultibase)).toEqual(key)
      const publicKey = decodeMultikey(key.publicKeyMultibase)
      if (!publicKey) throw new TypeError('key')
      expect(await platformCrypto().verify(publicKey, utf8('message'), signature)).toBe(true)
      expect(await platformCrypto().verify(publicKey, utf8('other'), signature)).toBe(false)
      expect(await platformCrypto().verify(publicKey, utf8('message'), signature.subarray(1))).toBe(false)
    } finally {
      useCrypto(before)
    }
  })
  test.each(['SHA-256', 'SHA-384'] as const)('%s is the same on both', async (algorithm) => {
    const bytes = utf8('été 😀')
    expect([...(await adapters.node().digest(algorithm, bytes))]).toEqual([
      ...(await adapters.web().digest(algorithm, bytes)),
    ])
  })
  test.each(['', 'z', 'z6Mk', `${sample}1`, sample.replace('z', 'u'), `z${'1'.repeat(60)}`])(
    '%j is not a public key',
    (text) => {
      expect(decodeMultikey(text)).toBeUndefined()
    },
  )
  test('a secret that is none is refused', async () => {
    await expect(signerFor({ secretKeyMultibase: sample })).rejects.toMatchObject({
      code: 'key.secret-malformed',
    })
  })
})

describe('encodings', () => {
  test('base58 gives bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect([...(decodeBase58(encodeBase58(bytes)) ?? [])]).toEqual([...bytes])
      }),
    )
  })
  test('base64url gives bytes back, and each text stands for itself alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.string({ maxLength: 12 }), (bytes, text) => {
        expect([...(decodeBase64Url(encodeBase64Url(bytes)) ?? [])]).toEqual([...bytes])
        const decoded = decodeBase64Url(text)
        if (decoded) expect(encodeBase64Url(decoded)).toBe(text)
      }),
    )
    expect(decodeBase64Url('AB')).toBeUndefined()
    expect(decodeBase64Url('AA=')).toBeUndefined()
  })
})
