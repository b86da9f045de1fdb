import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import { useOutside } from './outside.ts'

const fixtures = path.resolve(import.meta.dirname, '../../../../shared/fixtures/1edtech-public-validator')

let world: World
beforeAll(async () => {
  world = await testWorld('older badges')
})
afterEach(() => useOutside(undefined))
afterAll(() => world.close())

const host = 'https://badges.example.org'
const issuer = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: `${host}/issuer`,
  name: 'Maison de quartier',
  url: host,
  email: 'contact@badges.example.org',
}
const badgeClass = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'BadgeClass',
  id: `${host}/classes/3`,
  name: 'Présence au forum des métiers',
  description: 'A participé au forum.',
  image: `${host}/classes/3.png`,
  criteria: { narrative: 'Être présent toute la journée.' },
  issuer: issuer.id,
}
const award = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `${host}/awards/12`,
  recipient: { type: 'email', hashed: false, identity: 'amina@courrier.example' },
  issuedOn: '2021-05-04T10:00:00Z',
  verification: { type: 'HostedBadge' },
  badge: badgeClass.id,
}

/** The issuer's own server, as it would answer. */
const hosted = new Map<string, object>([issuer, badgeClass, award].map((one) => [one.id, one]))
const server = {
  get: async (url: string) => {
    const found = hosted.get(url)
    return {
      ok: true as const,
      url,
      status: found === undefined ? 404 : 200,
      contentType: 'application/ld+json',
      bytes: new TextEncoder().encode(JSON.stringify(found ?? {})),
      freshness: { etag: null, lastModified: null, retryAfter: null },
    }
  },
  close: async () => undefined,
}
const closed = {
  ...server,
  get: async (url: string) => ({ ok: false as const, code: 'fetch.unreachable' as const, url }),
}

test('a badge of an older standard is read from its own address, and the page says what that reading loses', async () => {
  useOutside(server)
  const answer = await world.anonymous.post('/verify', { badge: JSON.stringify(award) })
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(html).toContain('version plus ancienne du standard')
  expect(html).toContain('Présence au forum des métiers')
  expect(html).toContain('Participation')
})

test('when its address does not answer, it is never called authentic', async () => {
  useOutside(closed)
  const answer = await world.anonymous.post('/verify', { badge: JSON.stringify(award) })
  expect(await answer.text()).toContain('<title>Nous ne pouvons pas conclure')
})

test.skipIf(!existsSync(fixtures))(
  'a record shows each credential that it holds with its own verdict',
  async () => {
    const record = readFileSync(path.join(fixtures, 'clr20/simple.json'), 'utf8')
    const answer = await world.anonymous.post('/verify', { badge: record })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Badges de ce relevé')
  },
)
