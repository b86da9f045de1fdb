import type { ServerResponse } from 'node:http'
import { buildCredential, didKey, generateKey, prepare, sign, signerFor } from '@insigne/open-badges'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { change } from '../../../infra/context.ts'
import { type Person, testWorld, type World } from '../../../testing/index.ts'
import { entryById } from '../reads.ts'
import { stopSource } from './actions/decide-source.ts'
import { proposeSource } from './actions/propose-source.ts'
import { leaseHost, lockWaiting } from './frontier.ts'
import { addCounts, noCounts } from './run-store.ts'
import { dueSources, sourceById } from './sources.ts'
import { tables } from './tables.ts'
import { badgeOf, harvestedBy, issuerOf, onThisMachine, openHost, type TestHost } from './test-host.ts'

let world: World
let operator: Person
let harvested: ReturnType<typeof harvestedBy>
const open: TestHost[] = []
const host = async (pages: Record<string, unknown> = {}) => {
  const made = await openHost(pages)
  open.push(made)
  return made
}

beforeAll(async () => {
  world = await testWorld('directory-hostile', { harvest: onThisMachine() })
  operator = await world.person('operatrice@x.example', { operator: true })
  harvested = harvestedBy(world)
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})
afterAll(() => world?.close())

const propose = (typed: string) => proposeSource(operator.ctx, { typed })
const read = async (typed: string) => harvested(await propose(typed))
const plain = { 'content-type': 'text/plain; charset=utf-8' }
type Answer = (request: unknown, response: ServerResponse) => void
const answer =
  (status: number, headers: Record<string, string>, body: string | Uint8Array = ''): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body)

const achievementOf = (origin: string, path: string, issuer: unknown, more: object = {}) => ({
  type: ['Achievement'],
  id: `${origin}${path}`,
  name: 'Tenir un atelier',
  description: 'Tient un atelier.',
  criteria: { narrative: 'Tient un atelier de deux heures devant un petit groupe.' },
  creator: issuer,
  ...more,
})

function drip(_request: unknown, response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}

const credentialOf = (issuer: string, origin: string, n: number) => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: `urn:uuid:0b5f0000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Silence' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: 'did:example:somebody',
    type: ['AchievementSubject'],
    achievement: achievementOf(origin, `/badges/${n}`, undefined),
  },
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-01T00:00:00Z',
    verificationMethod: `${issuer}#key`,
    proofPurpose: 'assertionMethod',
    proofValue: `z${'3'.repeat(86)}`,
  },
})

describe('one document that is made to break the reading', () => {
  test('an issuer whose did:web cannot be decoded is refused, and other sources are read', async () => {
    const bad = await host()
    bad.pages.set(
      '/it',
      achievementOf(bad.origin, '/it', { id: 'did:web:%ff', type: ['Profile'], name: 'x' }),
    )
    const good = await host()
    good.pages.set('/issuer.json', issuerOf(good.origin, { name: 'Maison Saine' }))
    good.pages.set('/b', badgeOf(good.origin, 1, { id: `${good.origin}/b`, name: 'Sain' }))
    const first = await propose(`${bad.origin}/it`)
    const second = await propose(`${good.origin}/b`)
    expect((await harvested(second)).run).toMatchObject({ added: 1 })
    expect((await harvested(first)).documents[0]).toMatchObject({ state: 'refused', reason: 'not-vouched' })
  })

  test('words that no database keeps are refused or cleaned, never « unexpected »', async () => {
    for (const [order, text] of ['a\u0000b', 'a\ud800b', `a${'\u202e'.repeat(40)}b`].entries()) {
      const site = await host()
      site.pages.set('/issuer.json', issuerOf(site.origin, { name: `Maison ${text} ${'xyz'[order]}` }))
      site.pages.set('/b', badgeOf(site.origin, 1, { id: `${site.origin}/b`, name: `Badge ${text}` }))
      const { documents } = await read(`${site.origin}/b`)
      expect(documents[0]?.reason, JSON.stringify(text)).not.toBe('unexpected')
    }
  })

  test('a line of quotes that does not end takes no time', async () => {
    const site = await host({ '/list.csv': answer(200, plain, `x${'"'.repeat(2_000_000)}x\n`) })
    const { documents } = await read(`${site.origin}/list.csv`)
    expect(documents[0]).toMatchObject({ state: 'refused', reason: 'not-a-badge' })
  })

  test('a robots.txt of signs that open a comment takes no time', async () => {
    const site = await host({
      '/robots.txt': answer(200, plain, `user-agent: ${'#'.repeat(400_000)}\u2028x`),
    })
    const { documents } = await read(`${site.origin}/x`)
    expect(documents[0]).toMatchObject({ reason: 'http.missing' })
  })
})

describe('answers that lie', () => {
  test('« not changed » about what was never read is no badge', async () => {
    const site = await host({ '/it': answer(304, {}) })
    const { documents, run } = await read(`${site.origin}/it`)
    expect(documents[0]).toMatchObject({ state: 'refused', reason: 'http.closed', detail: '304' })
    expect(run).toMatchObject({ refused: 1 })
  })

  test('a robots.txt of ten megabytes forbids what its beginning forbids', async () => {
    const site = await host({
      '/robots.txt': answer(200, plain, `User-agent: *\nDisallow: /\n${'# x\n'.repeat(2_500_000)}`),
      '/it': { badges: [] },
    })
    const { documents } = await read(`${site.origin}/it`)
    expect(documents[0]).toMatchObject({ state: 'refused', reason: 'robots' })
    expect(site.asked).toEqual([])
  })
})

describe('a signed credential of somebody else', () => {
  const written = 'Répare un vélo devant un petit groupe, et explique chaque geste.'

  test('about a badge of another site says nothing of it: the site itself is asked', async () => {
    const site = await host()
    const address = `${site.origin}/b`
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Vélo Vrai' }))
    site.pages.set('/b', badgeOf(site.origin, 1, { id: address, name: 'Réparer un vélo' }))
    const { entries } = await read(address)
    const thief = await host()
    thief.pages.set('/list', [await signedOf(address, 'Réparer un vélo, volé', written, site.origin)])
    const stolen = await read(`${thief.origin}/list`)
    expect(stolen.documents.map((one) => one.address)).toContain(address)
    expect(await entryById(world.ctx(), entries[0]?.entry_id ?? '')).toMatchObject({
      name: 'Réparer un vélo',
    })
  })

  test('about a badge without address is another badge than that of the same identifier', async () => {
    const id = 'urn:uuid:5f6b1f5e-7f5f-4b8e-9d55-0d8b8b1c0a11'
    const site = await host()
    site.pages.set('/list', [await signedOf(id, 'Réparer un vélo', written, 'https://velo.example')])
    const { entries } = await read(`${site.origin}/list`)
    expect(entries).toHaveLength(1)
    const thief = await host()
    thief.pages.set('/list', [await signedOf(id, 'Réparer un vélo, volé', written, 'https://velo.example')])
    const stolen = await read(`${thief.origin}/list`)
    expect(stolen.entries).toHaveLength(1)
    expect(stolen.entries[0]?.entry_id).not.toBe(entries[0]?.entry_id)
    expect(await entryById(world.ctx(), entries[0]?.entry_id ?? '')).toMatchObject({
      name: 'Réparer un vélo',
    })
  })
})

/** A badge that is signed as it should be, by a key of its own. */
async function signedOf(id: string, name: string, narrative: string, url: string) {
  const key = await generateKey('Ed25519')
  const did = didKey(key.publicKeyMultibase)
  const draft = buildCredential({
    id: 'urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7',
    issuer: { id: did, name: `Vélo ${did.slice(-9)}`, url },
    achievement: { id, name, description: name, criteria: { narrative } },
    subject: { identifier: [{ hashed: false, identityHash: 'Camille', identityType: 'name' }] },
    validFrom: new Date('2026-01-01T00:00:00Z'),
  })
  return sign(prepare(draft), {
    signer: await signerFor(key),
    verificationMethod: `${did}#${key.publicKeyMultibase}`,
    created: new Date('2026-01-01T00:00:00Z'),
  })
}

describe('one document that asks for much', () => {
  test('a list whose badges each name another issuer of the same host does not hold the reading', async () => {
    const site = await host()
    const many = Array.from({ length: 60 }, (_, n) =>
      badgeOf(site.origin, n, { issuer: `${site.origin}/issuers/${n}.json` }),
    )
    site.pages.set('/all', many)
    const id = await propose(`${site.origin}/all`)
    await world.harvest()
    // What the list needs is asked like any other document, one after another, not in the middle of reading it.
    const asked = await tables(world.ctx())
      .selectFrom('harvest_documents')
      .select('address')
      .where('source_id', '=', id)
      .execute()
    expect(asked.length).toBeGreaterThan(1)
    const { documents, source } = await harvested(id)
    expect(documents.find((one) => one.depth === 0)).toMatchObject({
      state: 'refused',
      reason: 'issuer-unread',
    })
    expect(source.runId).toBeNull()
  })

  test('a list of credentials asks a host that does not answer once, and goes on', async () => {
    const silent = await host({ '/.well-known/did.json': drip, '/robots.txt': drip })
    const site = await host()
    const did = `did:web:${new URL(silent.origin).host.replace(':', '%3A')}`
    site.pages.set(
      '/all',
      Array.from({ length: 30 }, (_, n) => credentialOf(did, site.origin, n)),
    )
    const { documents } = await read(`${site.origin}/all`)
    expect(silent.asked).toEqual(['/.well-known/did.json'])
    expect(documents.find((one) => one.depth === 0)?.state).toBe('read')
  })

  test('a host stays with the worker that reads it, however long that takes', async () => {
    const site = await host()
    const taken: boolean[] = []
    const slowly: Answer = (_request, response) => {
      world.clock.advance(40_000)
      void leaseHost(world.ctx(), new URL(site.origin).host).then((lease) => {
        taken.push(lease !== undefined)
        response.writeHead(404).end()
      })
    }
    site.pages.set('/list', ['/1', '/2', '/3'])
    for (const path of ['/1', '/2', '/3']) site.pages.set(path, slowly)
    await read(`${site.origin}/list`)
    expect(taken).toEqual([false, false, false])
  })
})

describe('two at once', () => {
  test('a run may be ended while one of its documents is written down', async () => {
    const site = await host({ '/list': drip, '/robots.txt': '' })
    const id = await propose(`${site.origin}/list`)
    await world.harvest()
    const document = await tables(world.ctx())
      .selectFrom('harvest_documents')
      .selectAll()
      .where('source_id', '=', id)
      .executeTakeFirstOrThrow()
    await change(world.ctx(), async (tx) => {
      expect((await lockWaiting(tx, [document])).has(document.id)).toBe(true)
      await stopSource(operator.ctx, id, 'assez')
      await addCounts(tx, document.run_id ?? '', { ...noCounts, documents: 1 })
    })
    expect((await sourceById(world.ctx(), id))?.state).toBe('stopped')
  })
})

describe('a worker that dies', () => {
  test('between beginning a file and reading it: the next one reads it, at once', async () => {
    const site = await host()
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Maison du Fichier' }))
    site.pages.set('/b', badgeOf(site.origin, 1, { id: `${site.origin}/b`, name: 'Du fichier' }))
    const id = await proposeSource(operator.ctx, {
      file: { name: 'liste.csv', contentType: 'text/csv', bytes: Buffer.from(`adresse\n${site.origin}/b\n`) },
    })
    expect((await dueSources(world.ctx(), 50)).some((one) => one.id === id)).toBe(true)
    // What a dead worker left: the reading is begun, its file is not read.
    const run = await tables(world.ctx())
      .insertInto('harvest_runs')
      .values({
        id: crypto.randomUUID(),
        source_id: id,
        started_at: world.clock.now(),
        finished_at: null,
        documents: 0,
        found: 0,
        added: 0,
        changed: 0,
        refused: 0,
        gone: 0,
        reason: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tables(world.ctx())
      .updateTable('directory_sources')
      .set({ run_id: run.id })
      .where('id', '=', id)
      .execute()
    const done = await harvested(id)
    expect(done.source.runId).toBeNull()
    expect(done.entries).toHaveLength(1)
  })
})
