import { describe, expect, test } from 'vitest'
import { makeIssuer, sampleCredential } from '../../test/sample.ts'
import {
  buildPresentation,
  type JsonObject,
  parseJson,
  prepare,
  sign,
  signJwt,
  signPresentation,
  verifyPresentation,
} from '../index.ts'
import { isJsonObject } from '../json.ts'

const issuer = await makeIssuer()
const holder = await makeIssuer()
const asked = { challenge: 'k3-nZ', domain: 'emploi.example' }
const json = (value: unknown): JsonObject => {
  const parsed = parseJson(JSON.stringify(value))
  return isJsonObject(parsed) ? parsed : {}
}
const badge = json(await sign(prepare(sampleCredential(issuer.did)), issuer))
const token = await signJwt(prepare(sampleCredential(issuer.did)), issuer)
const present = async (credentials: (JsonObject | string)[], by = holder, request = asked) =>
  json(await signPresentation(buildPresentation({ holder: by.did, credentials }), { ...by, ...request }))

describe('a presentation made here', () => {
  test('is valid for the site that asked, with badges of both forms', async () => {
    const report = await verifyPresentation(await present([badge, token]), asked)
    expect(report).toMatchObject({
      verdict: 'valid',
      holder: { id: holder.did, proven: true },
      credentials: [
        { verdict: 'valid', format: 'ob3-di' },
        { verdict: 'valid', format: 'ob3-jwt' },
      ],
    })
  })

  test('is signed by P-256 keys too, and may hold nothing but its holder', async () => {
    const other = await makeIssuer(undefined, 'P-256')
    expect((await verifyPresentation(await present([badge], other), asked)).verdict).toBe('valid')
    expect((await verifyPresentation(await present([]), asked)).verdict).toBe('valid')
  })

  test('is good for no other site, no other request, and not twice altered', async () => {
    const shown = await present([badge])
    for (const request of [
      { ...asked, domain: 'ailleurs.example' },
      { ...asked, challenge: 'other' },
    ])
      expect((await verifyPresentation(shown, request)).verdict).toBe('invalid')
    const swapped = {
      ...shown,
      verifiableCredential: [json(await sign(prepare(sampleCredential(holder.did)), holder))],
    }
    expect((await verifyPresentation(swapped, asked)).verdict).toBe('invalid')
  })

  test('has an end when it was given one', async () => {
    const draft = buildPresentation({ holder: holder.did, credentials: [badge] })
    const expires = '2090-01-01T00:05:00Z'
    const shown = json(await signPresentation(draft, { ...holder, ...asked, expires }))
    expect((await verifyPresentation(shown, asked)).verdict).toBe('valid')
    const late = new Date('2090-01-01T00:06:00Z')
    expect((await verifyPresentation(shown, { ...asked, now: late })).verdict).toBe('invalid')
  })

  test('is refused without proof inside, with another’s key, or for nobody', async () => {
    const { proof: _, ...unsigned } = badge
    expect(() => buildPresentation({ holder: holder.did, credentials: [unsigned] })).toThrow('with its proof')
    expect(() => buildPresentation({ holder: holder.did, credentials: ['no token'] })).toThrow('compact JWT')
    expect(() => buildPresentation({ holder: 'me', credentials: [] })).toThrow('holder')
    const draft = buildPresentation({ holder: holder.did, credentials: [badge] })
    await expect(signPresentation(draft, { ...issuer, ...asked })).rejects.toMatchObject({
      code: 'presentation.holder',
    })
    await expect(signPresentation(draft, { ...holder, ...asked, challenge: '' })).rejects.toMatchObject({
      code: 'presentation.request',
    })
  })
})
