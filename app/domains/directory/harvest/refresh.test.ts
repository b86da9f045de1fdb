import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../../testing/index.ts'
import { entryById } from '../reads.ts'
import { proposeSource } from './actions/propose-source.ts'
import { leaseHost } from './frontier.ts'
import { badgeOf, harvestedBy, issuerOf, onThisMachine, openHost, type TestHost } from './test-host.ts'

let world: World
let operator: Person
let harvested: ReturnType<typeof harvestedBy>
let site: TestHost

beforeAll(async () => {
  world = await testWorld('directory-refresh', { harvest: onThisMachine({ maxDocumentsPerRun: 200 }) })
  operator = await world.person('operatrice@x.example', { operator: true })
  harvested = harvestedBy(world)
})
afterEach(() => site?.close())
afterAll(() => world?.close())

const day = 24 * 3_600_000
const nextDay = async (id: string) => {
  world.clock.advance(1.2 * day)
  return harvested(id)
}

test('what did not change is not sent again; what changed is changed; both are seen', async () => {
  site = await openHost()
  let name = 'Première version'
  const statuses: number[] = []
  site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Maison des Versions' }))
  site.pages.set('/b', (request: IncomingMessage, response: ServerResponse) => {
    const etag = `"${name.length}"`
    const same = request.headers['if-none-match'] === etag
    statuses.push(same ? 304 : 200)
    response.writeHead(same ? 304 : 200, { etag, 'content-type': 'application/json' })
    response.end(same ? undefined : JSON.stringify(badgeOf(site.origin, 1, { id: `${site.origin}/b`, name })))
  })
  const first = await harvested(await proposeSource(operator.ctx, { typed: `${site.origin}/b` }))
  const entryId = first.entries[0]?.entry_id ?? ''
  const seen = (await entryById(world.ctx(), entryId))?.seenAt ?? new Date()
  const second = await nextDay(first.id)
  expect(second.run).toMatchObject({ found: 1, added: 0, changed: 0, refused: 0 })
  expect((await entryById(world.ctx(), entryId))?.seenAt.getTime()).toBeGreaterThan(seen.getTime())
  name = 'Deuxième version, plus longue'
  expect((await nextDay(first.id)).run).toMatchObject({ found: 1, added: 0, changed: 1 })
  expect(statuses).toEqual([200, 304, 200])
  expect((await entryById(world.ctx(), entryId))?.name).toBe(name)
})

test('an address that is dead for days is shown as gone, with its last copy; alive again, it is live again', async () => {
  site = await openHost()
  const badge = badgeOf(site.origin, 2, { name: 'Mortel' })
  site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Maison des Absences' }))
  site.pages.set('/badges/2.json', badge)
  const { id, entries } = await harvested(
    await proposeSource(operator.ctx, { typed: `${site.origin}/badges/2.json` }),
  )
  const state = async () => (await entryById(world.ctx(), entries[0]?.entry_id ?? ''))?.state
  site.pages.delete('/badges/2.json')
  await nextDay(id)
  expect(await state()).toBe('live')
  // A source that brings nothing is asked less and less often.
  for (let turn = 0; turn < 6 && (await state()) === 'live'; turn += 1) {
    world.clock.advance(2 * day)
    await harvested(id)
  }
  expect(await state()).toBe('gone')
  site.pages.set('/badges/2.json', badge)
  for (let turn = 0; turn < 10 && (await state()) === 'gone'; turn += 1) {
    world.clock.advance(3 * day)
    await harvested(id)
  }
  expect(await state()).toBe('live')
})

test('a worker that was killed midway leaves nothing undone and nothing done twice', async () => {
  site = await openHost()
  site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Maison des Pannes' }))
  const all = Array.from({ length: 12 }, (_, n) => `/badges/${n}.json`)
  for (const [n, path] of all.entries()) site.pages.set(path, badgeOf(site.origin, n, { name: `Panne ${n}` }))
  site.pages.set('/list', all)
  let asked = 0
  site.pages.set('/badges/5.json', (_request: unknown, response: ServerResponse) => {
    asked += 1
    // The first time, the connection dies with whoever asked.
    if (asked === 1) response.destroy()
    else response.end(JSON.stringify(badgeOf(site.origin, 5, { name: 'Panne 5' })))
  })
  const id = await proposeSource(operator.ctx, { typed: `${site.origin}/list` })
  await world.harvest()
  // Another worker took the host and died: its lease runs out by itself.
  world.clock.advance(31_000)
  await leaseHost(world.ctx(), new URL(site.origin).host)
  const before = site.asked.length
  await world.harvest()
  expect(site.asked.length).toBe(before)
  world.clock.advance(61_000)
  const { run, entries } = await harvested(id)
  expect(run).toMatchObject({ found: 12, added: 12, refused: 0 })
  expect(entries).toHaveLength(12)
  const paths = site.asked.filter((path) => path !== '/badges/5.json')
  expect(paths).toHaveLength(new Set(paths).size)
})
