import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { bakePng } from '@insigne/open-badges'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../../testing/index.ts'
import { proposeSource } from './actions/propose-source.ts'
import { tables } from './tables.ts'
import { badgeOf, harvestedBy, issuerOf, onThisMachine, openHost, type TestHost } from './test-host.ts'

let world: World
let operator: Person
let harvested: ReturnType<typeof harvestedBy>
let site: TestHost
const open: TestHost[] = []
const host = async (pages: Record<string, unknown> = {}) => {
  const made = await openHost(pages)
  open.push(made)
  return made
}

beforeAll(async () => {
  world = await testWorld('directory-bad-input', {
    harvest: onThisMachine({
      maxBadgesPerIssuer: 30,
      maxAddresses: 200,
      maxDocumentsPerRun: 60,
      maxDepth: 4,
    }),
  })
  operator = await world.person('operatrice@x.example', { operator: true })
  harvested = harvestedBy(world)
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})
afterAll(() => world?.close())

const propose = (typed: string) => proposeSource(operator.ctx, { typed })
const read = async (typed: string) => harvested(await propose(typed))

type Answer = (request: unknown, response: ServerResponse) => void
const answer =
  (status: number, headers: Record<string, string>, body: string | Uint8Array = ''): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body)
const json = { 'content-type': 'application/json' }
const onePixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** A chunk of text in a PNG, without its checksum: readers of badges look at the keyword. */
function twoPayloads(): Uint8Array {
  const once = bakePng(onePixel, '{"a":1}')
  const start = Buffer.from(once).indexOf('iTXt') - 4
  const length = Buffer.from(once).readUInt32BE(start) + 12
  const chunk = once.slice(start, start + length)
  return new Uint8Array(Buffer.concat([once.slice(0, start), chunk, chunk, once.slice(start + length)]))
}

describe('what a hostile or broken address answers', () => {
  const cases: [name: string, page: unknown, reason: string, detail?: string][] = [
    ['a page without badge', '<!doctype html><title>x</title><p>Bonjour', 'html-without-badge'],
    ['fifty megabytes', answer(200, { ...json, 'content-length': '52428800' }), 'fetch.too-large'],
    ['nine megabytes without saying so', endless, 'fetch.too-large'],
    [
      'a gzip bomb',
      answer(200, { ...json, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000))),
      'fetch.too-large',
    ],
    ['broken JSON', answer(200, json, '{"type":"BadgeClass",'), 'bad-json'],
    ['a name twice', answer(200, json, '{"type":"Issuer","name":"a","name":"b"}'), 'bad-json'],
    ['a prototype', answer(200, json, '{"__proto__":{"type":"BadgeClass"}}'), 'bad-json'],
    ['forty levels', answer(200, json, `${'['.repeat(40)}${']'.repeat(40)}`), 'bad-json'],
    ['no text at all', answer(200, json, new Uint8Array([0x7b, 0xff, 0xfe, 0xfa])), 'bad-encoding'],
    ['nothing', answer(200, json, ''), 'not-a-badge'],
    ['another JSON', { hello: 'world' }, 'not-a-badge'],
    ['an empty list', { badges: [] }, 'list-empty'],
    [
      'a photograph',
      answer(200, { 'content-type': 'image/jpeg' }, new Uint8Array([0xff, 0xd8, 0xff])),
      'bad-type',
      'image/jpeg',
    ],
    ['a picture without badge', answer(200, { 'content-type': 'image/png' }, onePixel), 'image-empty'],
    ['a picture with two badges', answer(200, { 'content-type': 'image/png' }, twoPayloads()), 'image-two'],
    [
      'an SVG with a DOCTYPE',
      answer(
        200,
        { 'content-type': 'image/svg+xml' },
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
      ),
      'image-unreadable',
    ],
    ['404', answer(404, {}), 'http.missing', '404'],
    ['401', answer(401, {}), 'http.closed', '401'],
    ['a door to this machine', answer(302, { location: 'https://127.0.0.1/' }), 'fetch.private-address'],
    [
      'a door to the inside',
      answer(302, { location: 'https://metadata.google.internal/' }),
      'fetch.private-address',
    ],
    [
      'a door that turns',
      (request: { url: string }, response: ServerResponse) =>
        void response.writeHead(302, { location: request.url }).end(),
      'fetch.too-many-redirects',
    ],
    [
      'a badge without criteria',
      { type: 'BadgeClass', name: 'x', description: 'y', issuer: 'https://x.example/i' },
      'missing',
      'criteria',
    ],
  ]
  test.each(cases)('%s: refused with its reason', async (_name, page, reason, detail) => {
    site = await host({ '/it': page })
    const { run, documents, source } = await read(`${site.origin}/it`)
    const root = documents.find((one) => one.depth === 0)
    expect(run).toMatchObject({ added: 0, refused: 1 })
    expect(root?.state).toBe('refused')
    expect(root).toMatchObject({ reason, ...(detail === undefined ? {} : { detail }) })
    expect(source).toMatchObject({ failures: 1, runId: null })
  })

  test('private addresses are never asked, whatever their spelling', async () => {
    for (const typed of [
      'https://127.0.0.1/x',
      'https://[::1]/',
      'https://2130706433/',
      'https://intranet/',
      'https://10.0.0.7/a',
    ]) {
      const { documents } = await read(typed)
      expect(documents[0], typed).toMatchObject({ state: 'refused', reason: 'fetch.private-address' })
    }
  })

  test('plain http of somebody else, another port and a user name are no addresses', async () => {
    for (const typed of ['ftp://x.example/', 'https://a@b.example/', 'bonjour', 'javascript:alert(1)', '//x'])
      await expect(propose(typed), typed).rejects.toMatchObject({ kind: { code: 'directory.bad-address' } })
    await expect(propose(`${world.ctx().origin}/a`)).rejects.toMatchObject({
      kind: { code: 'directory.own-address' },
    })
    const { documents } = await read('https://x.example:8443/a')
    expect(documents[0]).toMatchObject({ reason: 'fetch.port' })
  })
})

describe('a source without end', () => {
  test('of levels below levels stops at the last one that is read', async () => {
    site = await host()
    for (let n = 0; n < 12; n += 1) site.pages.set(`/l/${n}`, [`/l/${n + 1}`])
    const { run, documents } = await read(`${site.origin}/l/0`)
    expect(documents.some((one) => one.reason === 'too-deep')).toBe(true)
    expect(run.documents).toBeLessThanOrEqual(6)
  })

  test('of pages that lead to each other is read once each', async () => {
    site = await host()
    site.pages.set('/a', ['/b'])
    site.pages.set('/b', ['/a', '/b'])
    const { run } = await read(`${site.origin}/a`)
    expect([...site.asked].sort()).toEqual(['/a', '/b'])
    expect(run).toMatchObject({ documents: 2, added: 0 })
  })

  test('of addresses is cut, says so, and is read in parts', async () => {
    site = await host()
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Sans Fin' }))
    for (let n = 0; n < 100; n += 1) site.pages.set(`/badges/${n}.json`, badgeOf(site.origin, n))
    site.pages.set(
      '/list',
      Array.from({ length: 250 }, (_, n) => `/badges/${n % 100}.json?v=${Math.floor(n / 100)}`),
    )
    const first = await read(`${site.origin}/list`)
    expect(first.documents.find((one) => one.depth === 0)).toMatchObject({
      reason: 'too-many-addresses',
      detail: '200',
    })
    expect(first.run.reason).toBe('run-limit')
    const asked = site.asked.length
    world.clock.advance(11 * 60_000)
    await harvested(first.id)
    expect(site.asked.length).toBeGreaterThan(asked)
    expect(new Set(site.asked.filter((one) => one.startsWith('/badges'))).size).toBeGreaterThanOrEqual(60)
  })

  test('of badges of one issuer is bounded', async () => {
    site = await host()
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Cent Mille Badges' }))
    site.pages.set(
      '/all',
      Array.from({ length: 120 }, (_, n) => badgeOf(site.origin, n)),
    )
    const { run, documents } = await read(`${site.origin}/all`)
    expect(run).toMatchObject({ found: 120, added: 30, refused: 90 })
    expect(documents[0]).toMatchObject({ state: 'read', reason: 'too-many-badges', detail: '30' })
  })
})

describe('politeness', () => {
  test('robots.txt is obeyed, and its delay is a pause', async () => {
    site = await host({
      '/robots.txt': answer(
        200,
        { 'content-type': 'text/plain' },
        'User-agent: *\nDisallow: /\n\nUser-agent: Insigne\nCrawl-delay: 20\nDisallow: /private\n',
      ),
    })
    site.pages.set('/list', ['/private/1', '/badges/1.json'])
    site.pages.set('/badges/1.json', badgeOf(site.origin, 1, { name: 'Poli' }))
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Jardin Poli' }))
    const id = await propose(`${site.origin}/list`)
    await world.harvest()
    // The rules were asked; the list waits for the pause that they ask.
    expect(site.asked).toEqual([])
    for (let turn = 0; turn < 6; turn += 1) {
      world.clock.advance(21_000)
      await world.harvest()
      expect(site.asked.length).toBeLessThanOrEqual(turn + 1)
    }
    const { documents, run } = await harvested(id)
    expect(run).toMatchObject({ added: 1, refused: 1 })
    expect(documents.find((one) => one.address.endsWith('/private/1'))).toMatchObject({
      state: 'refused',
      reason: 'robots',
    })
  })

  test('« come back later » is heard, and a host that fails is left in peace, longer each time', async () => {
    let busy = true
    site = await host()
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Plus Tard' }))
    site.pages.set('/badges/1.json', (_request: unknown, response: ServerResponse) => {
      if (busy) response.writeHead(429, { 'retry-after': '120' }).end()
      else response.writeHead(200, json).end(JSON.stringify(badgeOf(site.origin, 1, { name: 'Plus tard' })))
    })
    const id = await propose(`${site.origin}/badges/1.json`)
    await world.harvest()
    world.clock.advance(60_000)
    await world.harvest()
    expect(site.asked).toEqual(['/badges/1.json'])
    busy = false
    world.clock.advance(61_000)
    expect((await harvested(id)).run).toMatchObject({ added: 1 })

    const broken = await host({ '/x': answer(500, {}) })
    const failing = await propose(`${broken.origin}/x`)
    const rests: number[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      await world.harvest()
      const row = await tables(world.ctx())
        .selectFrom('harvest_hosts')
        .selectAll()
        .where('host', '=', new URL(broken.origin).host)
        .executeTakeFirstOrThrow()
      rests.push(row.next_at.getTime() - world.ctx().clock.now().getTime())
      world.clock.advance(rests.at(-1) ?? 0)
    }
    expect(rests).toEqual([...rests].sort((a, b) => a - b))
    const { documents } = await harvested(failing)
    expect(documents[0]).toMatchObject({ state: 'refused', reason: 'http.error', detail: '500' })
  })

  test('slow hosts take no lane from others: all good ones are read while they drip', async () => {
    const slow = await Promise.all(
      Array.from({ length: 20 }, () => host({ '/x': drip, '/robots.txt': drip })),
    )
    const good = await Promise.all(Array.from({ length: 5 }, () => host()))
    const goodIds: string[] = []
    for (const [order, one] of good.entries()) {
      one.pages.set('/issuer.json', issuerOf(one.origin, { name: `Bonne maison ${'abcde'[order]}` }))
      one.pages.set('/b', badgeOf(one.origin, order, { id: `${one.origin}/b`, name: `Bon ${order}` }))
    }
    for (const one of slow) await propose(`${one.origin}/x`)
    for (const one of good) goodIds.push(await propose(`${one.origin}/b`))
    await world.harvest()
    for (const id of goodIds) expect((await harvested(id)).run).toMatchObject({ added: 1 })
  })
})

function endless(_request: unknown, response: ServerResponse): void {
  response.writeHead(200, json)
  const chunk = `${' '.repeat(1024 * 1024)}`
  for (let n = 0; n < 9; n += 1) response.write(chunk)
  response.end()
}

function drip(_request: unknown, response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}
