import { describe, expect, test } from 'vitest'
import type { GuardedFetch } from '../src/index.ts'
import { fixture, fixtureText, hasFixtures } from './fixture.ts'
import { assertion, badge, codes, web } from './legacy-world.ts'

describe.skipIf(!hasFixtures)(
  'the 1EdTech samples of 2.0 (skipped where ../shared/fixtures is absent)',
  () => {
    const folder = '1edtech-public-validator/ob20'
    // Their pages live on example.org and example.com; each name is a file of the folder.
    const asked =
      (host: string): GuardedFetch =>
      async (url) => {
        const { pathname, hostname } = new URL(url)
        const name = pathname.slice(1)
        const isAssertion = name === 'beths-robotics-badge.json'
        const path = isAssertion ? host : `assets/${name}`
        if (hostname !== 'example.org' && hostname !== 'example.com')
          throw new Error('not reachable in a test')
        return { status: 200, url, contentType: 'application/json', bytes: fixture(`${folder}/${path}`) }
      }
    const online = async (name: string) =>
      codes(fixture(`${folder}/${name}`), { fetch: asked(name), now: new Date('2026-11-23') })

    test.each([
      'basic-assertion.json',
      'basic-assertion-no-public-key.json',
      'basic-assertion-with-language.json',
      'assertion-with-data-image.json',
      'simple.jwt',
      'simple-not-revoked.jwt',
    ])('%s is valid', async (name) => {
      expect(await online(name)).toMatchObject({ verdict: 'valid' })
    })

    test.each([
      ['basic-assertion-expired.json', 'validity.expired'],
      ['basic-assertion-expired-before-issued.json', 'validity.expired'],
      ['basic-assertion-in-future.json', 'validity.not-yet'],
      ['basic-assertion-invalid-context.json', 'context.legacy-foreign'],
      ['basic-assertion-invalid-type.json', 'structure.legacy-faults'],
      ['simple-revoked.jwt', 'status.revoked'],
      ['basic-assertion-with-allowed-origins-invalid-starts-with.json', undefined],
      ['basic-assertion-with-allowed-origins-invalid-multiple-starts-with.json', undefined],
    ])('%s is invalid: %s', async (name, code) => {
      const found = await online(name)
      expect(found.verdict).toBe('invalid')
      if (code !== undefined) expect(Object.values(found)).toContain(code)
    })

    test('an issuer without an address cannot be proven', async () => {
      const found = await codes(fixture(`${folder}/warning-issuer-non-http.json`), {
        fetch: async (url, request) =>
          url.endsWith('/warning-issuer-non-http.json')
            ? {
                status: 200,
                url,
                contentType: null,
                bytes: fixture(`${folder}/warning-issuer-non-http.json`),
              }
            : asked('')(url, request),
      })
      expect(found.verdict).not.toBe('valid')
    })

    test('simple-badge.png carries the badge that its address gives', async () => {
      const found = await codes(fixture(`${folder}/simple-badge.png`), {
        fetch: asked('basic-assertion.json'),
      })
      expect(found).toMatchObject({ verdict: 'valid', extract: 'extract.png' })
    })

    test('its own scope decides for an issuer', async () => {
      for (const [name, code] of [
        ['issuer-with-allowed-origins.json', 'issuer.hosted'],
        ['issuer-with-allowed-origins-valid-starts-with.json', 'issuer.hosted'],
        ['issuer-with-allowed-origins-valid-multiple-starts-with.json', 'issuer.hosted'],
        ['issuer-with-allowed-origins-invalid-starts-with.json', 'issuer.outside-scope'],
        ['issuer-with-allowed-origins-invalid-multiple-starts-with.json', 'issuer.outside-scope'],
      ]) {
        // The sample issuers do not name the address they are at; here they are served at the one they name.
        const profile = JSON.parse(fixtureText(`${folder}/assets/${name}`))
        const there = { ...badge, issuer: profile.id }
        const one = { ...assertion, id: 'https://example.org/awards/1' }
        const fetch = web({
          [profile.id.replace('http:', 'https:')]: profile,
          [badge.id]: there,
          [one.id]: one,
        })
        expect([name, (await codes(one, { fetch })).issuer]).toEqual([name, code])
      }
    })
  },
)
