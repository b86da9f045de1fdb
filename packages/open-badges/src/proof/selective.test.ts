import { describe, expect, test } from 'vitest'
import { fixture, fixtureText, hasFixtures } from '../../test/fixture.ts'
import { decodeMultikey } from '../did/multikey.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import { verify } from '../verify/verify.ts'
import { decodeCbor } from './cbor.ts'
import { parseDerivedProof, verifyLines } from './selective.ts'

const object = (path: string): JsonObject => {
  const value = parseJson(fixtureText(path))
  if (!isJsonObject(value)) throw new TypeError(path)
  return value
}
const badge = '1edtech-public-validator/ob30/sd/derivedcredential.json'
const key = 'zDnaekGZTbQBerwcehBSXLqAg6s55hVEBms1zFy89VHXtJSa9'
const issuer = 'https://1edtech.edu/issuers/565049'
const method = { id: `${issuer}#${key}`, type: 'Multikey', controller: issuer, publicKeyMultibase: key }
const resolveDid = () => ({ id: issuer, verificationMethod: [method], assertionMethod: [method.id] })

describe.skipIf(!hasFixtures)('selective disclosure (skipped where ../shared/fixtures is absent)', () => {
  test('the 1EdTech sample is valid', async () => {
    expect((await verify(fixture(badge), { resolveDid })).verdict).toBe('valid')
  })

  test('each altered, hidden or added statement is seen', async () => {
    const text = fixtureText(badge)
    for (const [from, to] of [
      ['Teamwork"', 'Chess"'],
      ['"name": "Example Corp"', '"name": "Example Corporation"'],
      ['https://www.imsglobal.org', 'https://attacker.example'],
      ['"url": "https://www.imsglobal.org",', ''],
      ['"validFrom"', '"validUntil": "2099-01-01T00:00:00Z", "validFrom"'],
    ] as const) {
      const altered = text.replace(from, to)
      expect(altered).not.toBe(text)
      expect((await verify(altered, { resolveDid })).verdict, to).toBe('invalid')
    }
  })

  // Their context (citizenship v4rc1) is not among the fixtures: the steps after labelling are checked.
  test.each(['employ', 'prc'])('the W3C vector %s: proof value and signatures', async (name) => {
    const folder = `w3c-vc-di-ecdsa/TestVectors/ecdsa-sd-2023/${name}`
    const { proof } = object(`${folder}/derivedRevealDocument.json`)
    const hashes = object(`${folder}/verifyCreateVerifyData.json`)
    if (!isJsonObject(proof)) throw new TypeError('proof')
    const derived = parseDerivedProof(proof['proofValue'])
    const key = decodeMultikey(String(proof['verificationMethod']).split('#')[1] ?? '')
    const lines: string[] = JSON.parse(fixtureText(`${folder}/verifyNQuads.json`))
    if (!derived || !key) throw new TypeError('vector')
    expect(`z${encodeBase58(derived.publicKey)}`).toBe(hashes['publicKey'])
    const proofHash = Uint8Array.from(Buffer.from(String(hashes['proofHash']), 'hex'))
    expect(await verifyLines(lines, derived, proofHash, key)).toBe('proof.signature')
    expect(await verifyLines(lines.slice(1), derived, proofHash, key)).toBe('proof.signature-invalid')
    const altered = lines.map((line, at) => (at === lines.length - 1 ? line.replace(' .', '  .') : line))
    expect(await verifyLines(altered, derived, proofHash, key)).toBe('proof.signature-invalid')
  })
})

describe('CBOR', () => {
  test.each<[number[], unknown]>([
    [[0x0a], 10],
    [[0x18, 0x64], 100],
    [[0x42, 1, 2], new Uint8Array([1, 2])],
    [
      [0x82, 1, 2],
      [1, 2],
    ],
    [[0xa1, 1, 2], new Map([[1, 2]])],
    [[0x42, 1], undefined],
    [[0x01, 0x01], undefined],
    [[0x9f, 0xff], undefined],
    [[0x9a, 0xff, 0xff, 0xff, 0xff], undefined],
    [[0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x01], undefined],
    [[0xa2, 1, 1, 1, 1], undefined],
    [[], undefined],
  ])('%j', (bytes, expected) => expect(decodeCbor(Uint8Array.from(bytes))).toEqual(expected))
})
