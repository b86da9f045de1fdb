import { describe, expect, test } from 'vitest'
import { codes, web } from '../../test/legacy-world.ts'
import { sampleCredential } from '../../test/sample.ts'
import {
  OpenBadgesError,
  twinOfAchievement,
  twinOfCredential,
  twinOfProfile,
  verifyAndRead,
} from '../index.ts'

const base = 'https://badges.example/ob2'
const credential = sampleCredential('did:web:badges.example')
const { achievement } = credential.credentialSubject
const issuer = twinOfProfile(credential.issuer, { id: `${base}/issuer`, startsWith: [`${base}/awards`] })
const badge = twinOfAchievement(achievement, { id: `${base}/badges/1`, issuer: issuer.id })
const recipient = { email: 'Ana@Example.org', salt: 'quelques grains' }
const award = (id = `${base}/awards/1`) => twinOfCredential(credential, { id, badge: badge.id, recipient })

const faultOf = (make: () => unknown): unknown => {
  try {
    return make()
  } catch (error) {
    return error instanceof OpenBadgesError ? error.code : error
  }
}

describe('the 2.0 twin of an award', () => {
  test('is valid where it is served, for its recipient', async () => {
    const twin = await award()
    const fetch = web({ [issuer.id]: issuer, [badge.id]: badge, [twin.id]: twin })
    expect(await codes(JSON.stringify(twin), { fetch, recipient: 'ana@example.org' })).toMatchObject({
      verdict: 'valid',
      format: 'ob2-hosted',
      issuer: 'issuer.hosted',
      recipient: 'recipient.match',
    })
  })

  test('says what the credential says, and comes back as it was', async () => {
    const twin = await award()
    const fetch = web({ [issuer.id]: issuer, [badge.id]: badge, [twin.id]: twin })
    const { credential: shown } = await verifyAndRead(JSON.stringify(twin), { fetch })
    const back = shown?.credentialSubject.achievement
    expect([back?.name, back?.description, back?.criteria, back?.image, back?.tag]).toEqual([
      achievement.name,
      achievement.description,
      achievement.criteria,
      achievement.image,
      achievement.tag,
    ])
    expect(shown?.evidence).toEqual(credential.evidence)
    expect([shown?.validFrom, shown?.validUntil]).toEqual([credential.awardedDate, credential.validUntil])
    expect(shown?.issuer.name).toBe(credential.issuer.name)
  })

  test('hides the address of its recipient', async () => {
    expect(JSON.stringify(await award()).toLowerCase()).not.toContain('ana@example')
  })

  test('outside the scope of its issuer is not valid', async () => {
    const twin = await award('https://badges.example/elsewhere/1')
    const fetch = web({ [issuer.id]: issuer, [badge.id]: badge, [twin.id]: twin })
    expect(await codes(JSON.stringify(twin), { fetch })).toMatchObject({ issuer: 'issuer.outside-scope' })
  })

  test('is refused when 2.0 could not take it', async () => {
    const { image: _, ...bare } = achievement
    const { email: _email, ...silent } = credential.issuer
    expect(faultOf(() => twinOfAchievement(bare, { id: badge.id, issuer: issuer.id }))).toBe('twin.image')
    expect(faultOf(() => twinOfProfile(silent, { id: issuer.id }))).toBe('twin.issuer-incomplete')
    expect(faultOf(() => twinOfProfile(credential.issuer, { id: 'urn:uuid:1' }))).toBe('twin.address')
    expect(faultOf(() => twinOfProfile(credential.issuer, { id: issuer.id, startsWith: ['*'] }))).toBe(
      'twin.scope',
    )
    const short = { email: 'a@example.org', salt: 'x' }
    const made = twinOfCredential(credential, { id: `${base}/awards/1`, badge: badge.id, recipient: short })
    await expect(made).rejects.toMatchObject({ code: 'twin.recipient' })
  })
})
