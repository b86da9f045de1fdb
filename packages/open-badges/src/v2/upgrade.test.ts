import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { assertion, codes, jws, other, pages, pem, rsa, site, web } from '../../test/legacy-world.ts'
import { bakePng, verifyAndRead } from '../index.ts'

describe('badges before 2.0', () => {
  const hosted1 = {
    uid: 'f2c20',
    recipient: { type: 'email', identity: 'md5$0f6d7a1b3cbe8b5e3b9a7d1f1f8d4a55', hashed: true, salt: 'x' },
    badge: `${site}/badges/old.json`,
    verify: { type: 'hosted', url: `${site}/awards/old` },
    issuedOn: 1_359_217_910,
    image: `${site}/old.png`,
  }
  const badge1 = {
    name: 'Ancien badge',
    description: 'Avant la version 2.0.',
    image: `${site}/old.png`,
    criteria: `${site}/criteria`,
    issuer: `${site}/org.json`,
    alignment: [{ name: 'Coopérer', url: 'https://referentiel.example/c2', description: 'Avec d’autres' }],
  }
  const org = { name: 'Atelier du Port', url: site, revocationList: `${site}/revoked-1.json` }
  const old = {
    [hosted1.verify.url]: hosted1,
    [hosted1.badge]: badge1,
    [badge1.issuer]: org,
    [org.revocationList]: { b9: 'Erreur' },
  }

  test('1.0, hosted: names are its addresses, dates are Unix seconds', async () => {
    const { report, credential, converted } = await verifyAndRead(JSON.stringify(hosted1), {
      fetch: web(old),
    })
    expect([report.verdict, report.format]).toEqual(['valid', 'ob1'])
    expect(converted?.from).toBe('1.0')
    expect(credential?.validFrom).toBe('2013-01-26T16:31:50Z')
    expect(credential?.credentialSubject.achievement.alignment).toEqual([
      {
        type: ['Alignment'],
        targetName: 'Coopérer',
        targetUrl: 'https://referentiel.example/c2',
        targetDescription: 'Avec d’autres',
      },
    ])
    expect(report.issuer.id).toBe(badge1.issuer)
  })

  test('1.1, signed, revoked by uid', async () => {
    const key = `${site}/key.pem`
    const one = {
      ...hosted1,
      '@context': 'https://w3id.org/openbadges/v1',
      type: 'Assertion',
      id: 'urn:uuid:2d391246-6e0d-4dab-906c-b29770bd7aa6',
      verify: { type: 'signed', url: key },
    }
    const world = (uid: string) => ({
      fetch: web({ ...old, [key]: pem(rsa), [org.revocationList]: { [uid]: 'Erreur' } }),
    })
    expect(await codes(jws(one), world('b9'))).toMatchObject({
      verdict: 'valid',
      format: 'ob1',
      issuer: 'issuer.bound',
    })
    expect(await codes(jws(one), world('f2c20'))).toMatchObject({ status: 'status.revoked' })
    const away = { ...one, verify: { type: 'signed', url: 'https://evil.example/key.pem' } }
    expect(
      await codes(jws(away, other), { fetch: web({ ...old, 'https://evil.example/key.pem': pem(other) }) }),
    ).toMatchObject({ issuer: 'issuer.key-not-bound' })
  })

  const first = {
    recipient: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
    salt: 'Kosher',
    issued_on: '2012-04-01',
    badge: {
      version: '0.5.0',
      name: 'Premier badge',
      image: '/images/first.png',
      description: 'De la première version.',
      criteria: '/criteria/first',
      issuer: { origin: site, name: 'Atelier du Port', contact: 'contact@atelier.example' },
    },
  }
  // A one-pixel picture, with the address in a tEXt chunk as the first bakers wrote it.
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const crc = (bytes: Buffer): number => {
    let value = 0xffffffff
    for (const byte of bytes) {
      value ^= byte
      for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    }
    return (value ^ 0xffffffff) >>> 0
  }
  const textBaked = (text: string): Uint8Array => {
    const body = Buffer.concat([Buffer.from('tEXt'), Buffer.from(`openbadges\0${text}`)])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(body.length - 4)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc(body))
    return new Uint8Array(Buffer.concat([pixel.subarray(0, 33), size, body, sum, pixel.subarray(33)]))
  }

  test('0.5: a picture that holds an address', async () => {
    const address = `${site}/awards/first`
    const fetch = web({ [address]: first })
    const { report, credential } = await verifyAndRead(textBaked(address), {
      fetch,
      recipient: 'a@example.com',
    })
    const found = await codes(textBaked(address), { fetch, recipient: 'a@example.com' })
    expect(found).toMatchObject({
      verdict: 'valid',
      format: 'ob1',
      extract: 'extract.png',
      structure: 'structure.ob1',
      context: 'context.before-json-ld',
      proof: 'proof.hosted',
      issuer: 'issuer.hosted',
      recipient: 'recipient.match',
    })
    expect(report.achievement.name).toBe('Premier badge')
    expect(credential?.credentialSubject.achievement.image?.id).toBe(`${site}/images/first.png`)
    expect(credential?.validFrom).toBe('2012-04-01T00:00:00Z')
    expect(await codes(textBaked(address))).toMatchObject({
      verdict: 'undetermined',
      proof: 'proof.hosted-unreachable',
    })
    expect(await codes(textBaked(address), { fetch: web({ [address]: null }) })).toMatchObject({
      verdict: 'invalid',
      status: 'status.revoked',
    })
  })

  test('0.5: hosted by somebody else than its issuer', async () => {
    const address = 'https://evil.example/first'
    expect(await codes(textBaked(address), { fetch: web({ [address]: first }) })).toMatchObject({
      verdict: 'invalid',
      issuer: 'issuer.outside-scope',
    })
  })

  test('0.5 as a bare file has no address to be verified at', async () => {
    expect(await codes(first, { fetch: web({}) })).toMatchObject({
      verdict: 'invalid',
      proof: 'proof.hosted-address',
    })
  })

  test('hashes of MD5 are compared', async () => {
    const hashed = {
      ...hosted1,
      recipient: { ...hosted1.recipient, identity: 'md5$54d0bd6c2a16cd1ae44ce0fa0e3c1e40' },
    }
    hashed.recipient.identity = `md5$${createHash('md5').update('ana@example.orgx').digest('hex')}`
    const fetch = web({ ...old, [hosted1.verify.url]: hashed })
    expect(await codes(hashed, { fetch, recipient: 'Ana@example.org' })).toMatchObject({
      recipient: 'recipient.match',
    })
    expect(await codes(hashed, { fetch, recipient: 'bob@example.org' })).toMatchObject({
      recipient: 'recipient.mismatch',
    })
  })

  test('a baked 2.0 file is found in a picture', async () => {
    const baked = bakePng(new Uint8Array(pixel), JSON.stringify(assertion), 'ob2')
    expect(await codes(baked, { fetch: web(pages) })).toMatchObject({
      verdict: 'valid',
      extract: 'extract.png',
    })
  })
})
