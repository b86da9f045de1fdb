import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDidDocument } from '../src/did/parse.ts'
import { keyOfJwk } from '../src/did/public-key.ts'
import { jwksOf } from '../src/did/resolve.ts'
import {
  checkNames,
  decodeMultikey,
  decodeStatusList,
  deriveCredential,
  didWebUrl,
  importKey,
  type JsonObject,
  OpenBadgesError,
  prepare,
  prepareCredential,
  readWitnessFile,
  resolveDidKey,
  restorePrepared,
  signJwt,
  upgradeAssertion,
  upgradeBadgeClass,
  upgradeIssuer,
  verify,
} from '../src/index.ts'
import { isJsonObject } from '../src/json.ts'
import { decodeCbor } from '../src/proof/cbor.ts'
import { parseBaseProof } from '../src/proof/derive.ts'
import { makeIssuer, sampleCredential } from './sample.ts'

/** A refusal has a code; anything else thrown is a fault of ours. */
const refusesByName = async (work: () => unknown): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) throw error
    expect(error.code).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)
  }
}
const object = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom(
        'id',
        'type',
        '@context',
        'keys',
        'verificationMethod',
        'assertionMethod',
        'kty',
        'crv',
        'x',
      ),
      fc.constantFrom(
        'proof',
        'badge',
        'issuer',
        'recipient',
        'verify',
        'issued_on',
        'alignment',
        'credentialSubject',
      ),
      fc.string({ maxLength: 6 }),
    ),
    fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('P-256', 'EC', 'OKP', 'RSA', 'Ed25519', 'did:key:z6Mk'),
    ),
    { maxKeys: 6 },
  )
  .map((value): JsonObject => {
    const copy: unknown = JSON.parse(JSON.stringify(value))
    return isJsonObject(copy) ? copy : {}
  })
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.base64String().map((one) => `u${one}`),
)

describe('the small parsers take anything', () => {
  test('any text', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        expect(decodeMultikey(`z${given}`)).toBeUndefined()
        expect(parseBaseProof(given)).toBeUndefined()
        readWitnessFile(given)
        await refusesByName(() => didWebUrl(`did:web:${given}`))
        await refusesByName(() => resolveDidKey(`did:key:${given}`))
        await refusesByName(() => decodeStatusList(given))
        await refusesByName(() => importKey(given))
        await refusesByName(() => restorePrepared(given))
      }),
      { numRuns: 500 },
    )
  })

  test('any bytes as CBOR', () => {
    const head = fc.constantFrom(0x80, 0x85, 0x9b, 0xbb, 0x5b, 0x7b, 0xd9, 0xff, 0x1b, 0xa2)
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.array(head, { maxLength: 400 }).map((list) => Uint8Array.from(list)),
    )
    fc.assert(
      fc.property(bytes, (given) => {
        decodeCbor(given)
      }),
      { numRuns: 1000 },
    )
    expect(decodeCbor(new Uint8Array(100_000).fill(0x81))).toBeUndefined()
  })

  test('any object', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(object, fc.option(fc.string(), { nil: undefined }), async (given, address) => {
        parseDidDocument(given)
        keyOfJwk(given)
        jwksOf(given, 'https://a.example')
        upgradeAssertion(given, address)
        upgradeBadgeClass(given, address)
        upgradeIssuer(given, address)
        await refusesByName(() => prepare(given as never))
        await refusesByName(() => prepareCredential(given))
        await refusesByName(() => deriveCredential(given, { pointers: [address ?? ''] }))
      }),
      { numRuns: 500 },
    )
  })

  test('any document of the issuer leaves a whole report, and never makes another key its own', {
    timeout: 60_000,
  }, async () => {
    const issuer = await makeIssuer('https://badges.example/org/1')
    const token = await signJwt(prepare(sampleCredential(issuer.did)), issuer)
    const document = fc.oneof(
      object,
      object.map((change) => ({ id: issuer.did, ...change })),
      object.map((change) => ({ keys: [{ iss: issuer.did, kid: issuer.verificationMethod, ...change }] })),
      object.map((change) => ({
        ...issuer.document,
        verificationMethod: [{ ...change, id: issuer.verificationMethod }],
      })),
    )
    await fc.assert(
      fc.asyncProperty(document, async (served) => {
        const fetch = async (url: string) => ({
          status: 200,
          url,
          contentType: null,
          bytes: new TextEncoder().encode(JSON.stringify(served)),
        })
        const { verdict, checks } = await verify(token, { fetch })
        expect(checks.map(({ name }) => name)).toEqual(checkNames)
        expect(verdict).not.toBe('valid')
      }),
      { numRuns: 400 },
    )
  })
})
