import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleCredential, sampleInput } from '../../test/sample.ts'
import { buildCredential, type EndorsementCredential, prepare, sign, signJwt, verify } from '../index.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'

const issuer = await makeIssuer()
const friend = await makeIssuer()
const about = 'https://badges.example/achievements/travail-en-equipe'
const json = (value: unknown): JsonObject => {
  const copy = parseJson(JSON.stringify(value))
  return isJsonObject(copy) ? copy : {}
}

const draft = (
  subject: string,
  more: Partial<EndorsementCredential> = {},
  by = friend,
): EndorsementCredential => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: `urn:uuid:7d2f6a3c-1111-4a3e-9a57-${String(subject.length).padStart(12, '0')}`,
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Soutien',
  issuer: { id: by.did, type: ['Profile'], name: 'Ami' },
  validFrom: '2026-03-05T00:00:00Z',
  credentialSubject: { id: subject, type: ['EndorsementSubject'], endorsementComment: 'Sérieux' },
  ...more,
})
const endorse = async (subject: string, more: Partial<EndorsementCredential> = {}, by = friend) =>
  sign(prepare(draft(subject, more, by)), by)
const code = async (badge: object, endorsements: (JsonObject | string)[] = []) => {
  const { checks } = await verify(json(badge), endorsements.length > 0 ? { endorsements } : {})
  return checks.find(({ name }) => name === 'endorsements')?.code
}
const plain = await sign(prepare(sampleCredential(issuer.did)), issuer)

describe('endorsements received apart', () => {
  test('of something in the badge are valid, as documents and as JWTs', async () => {
    const asJson = json(await endorse(about))
    const asJwt = await signJwt(prepare(draft(issuer.did)), friend)
    expect(await code(plain, [asJson])).toBe('endorsements.valid')
    expect(await code(plain, [asJson, asJwt])).toBe('endorsements.valid')
  })
  test('of something else, altered, or unreadable are not', async () => {
    const asJson = json(await endorse(about))
    expect(await code(plain, [json(await endorse('https://elsewhere.example/1'))])).toBe(
      'endorsements.foreign-subject',
    )
    expect(await code(plain, [{ ...asJson, validFrom: '2025-03-05T00:00:00Z' }])).toBe('endorsements.invalid')
    expect(await code(plain, ['not a token'])).toBe('endorsements.invalid')
    expect(await code(plain)).toBe('endorsements.none')
  })
})

describe('endorsements inside endorsements', () => {
  // Each endorser is endorsed by the one before, and carries that in its profile.
  const ring = async (
    levels: number,
    leaf: (one: EndorsementCredential) => EndorsementCredential = (one) => one,
  ) => {
    const endorsers = await Promise.all(Array.from({ length: levels }, () => makeIssuer()))
    let inner: EndorsementCredential | undefined
    for (const [level, by] of endorsers.entries()) {
      const profile = {
        id: by.did,
        type: ['Profile'],
        name: 'Ami',
        ...(inner ? { endorsement: [inner] } : {}),
      }
      const id = `urn:uuid:7d2f6a3c-1111-4a3e-9a57-00000000000${level}`
      const made: EndorsementCredential = await endorse(
        endorsers[level + 1]?.did ?? about,
        { id, issuer: profile },
        by,
      )
      inner = level === 0 ? leaf(made) : made
    }
    const badge = buildCredential({ ...sampleInput(issuer.did), endorsement: inner ? [inner] : [] })
    return sign(prepare(badge), issuer)
  }
  test('are followed as deep as three levels', async () => {
    expect(await code(await ring(1))).toBe('endorsements.valid')
    expect(await code(await ring(3))).toBe('endorsements.valid')
    expect(await code(await ring(4))).toBe('endorsements.undetermined')
  })
  test('spoil the badge when one of them is forged', async () => {
    const forge = (one: EndorsementCredential): EndorsementCredential => ({
      ...one,
      validFrom: '2020-01-01T00:00:00Z',
    })
    expect(await code(await ring(2, forge))).toBe('endorsements.invalid')
  })
})
