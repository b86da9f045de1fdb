import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Person, testWorld, type World } from '../../../testing/index.ts'
import { assetResponse, useAssets } from '../../../ui/assets.ts'
import { type Browser, launchBrowser } from '../../../ui/test-browser.ts'
import { issueClaimToken } from '../../accounts/index.ts'
import { entryById, entryRecord } from '../reads.ts'
import { proposeSource } from './actions/propose-source.ts'
import { proofPath } from './proofs.ts'
import { recordById } from './records.ts'
import { badgeOf, harvestedBy, issuerOf, onThisMachine, openHost, type TestHost } from './test-host.ts'

let world: World
let operator: Person
let reader: Person
let harvested: ReturnType<typeof harvestedBy>
const open: TestHost[] = []
const host = async () => {
  const made = await openHost()
  open.push(made)
  return made
}

beforeAll(async () => {
  world = await testWorld('directory-harvest-pages', { harvest: onThisMachine() })
  operator = await world.person('operatrice@x.example')
  const token = (await issueClaimToken(world.ctx())) ?? ''
  const { address } = operator
  await world.anonymous.post('/claim-instance', { token, name: 'Opératrice', address })
  reader = await world.person('lectrice@x.example')
  harvested = harvestedBy(world)
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})
afterAll(() => world?.close())

/** A source with one good badge and some bad ones, read once. */
async function readSource(name: string) {
  const site = await host()
  site.pages.set('/issuer.json', issuerOf(site.origin, { name }))
  site.pages.set('/badges/1.json', badgeOf(site.origin, 1, { name: `Badge de ${name}` }))
  site.pages.set('/page', '<!doctype html><p>rien')
  site.pages.set('/list', ['/badges/1.json', '/page', '/nowhere', 'https://10.0.0.1/x'])
  const id = await proposeSource(
    { ...operator.ctx, viewer: { ...person(operator), operator: true } },
    { typed: `${site.origin}/list` },
  )
  const read = await harvested(id)
  return { site, id, read, entryId: read.entries[0]?.entry_id ?? '' }
}
const person = (one: Person) => ({ kind: 'person' as const, accountId: one.accountId, sessionId: '' })

describe('the sources', () => {
  test('anybody signed in proposes one; the operator accepts or refuses with a reason; others do not see it', async () => {
    const site = await host()
    site.pages.set('/issuer.json', issuerOf(site.origin, { name: 'Proposés' }))
    site.pages.set('/badges/1.json', badgeOf(site.origin, 1, { name: 'Proposé' }))
    expect((await world.anonymous.post('/directory/sources', { address: 'https://x.example/' })).status).toBe(
      401,
    )
    const sent = await reader.post('/directory/sources', {
      address: `${site.origin}/badges/1.json`,
      note: 'Notre voisin',
    })
    const path = sent.headers.get('location') ?? ''
    expect(path).toMatch(/^\/directory\/sources\/[0-9a-f-]{36}$/)
    expect(await (await reader.get('/directory/sources')).text()).toContain('Proposée')
    expect((await world.anonymous.get(path)).status).toBe(404)
    await world.harvest()
    expect(site.asked).toEqual([])
    const seen = await (await operator.get(path)).text()
    expect(seen).toContain('Notre voisin')
    expect((await reader.post(`${path}/decide`, { decision: 'accept' })).status).toBe(403)
    expect((await operator.post(`${path}/decide`, { decision: 'refuse', reason: '' })).status).toBe(422)
    await operator.post(`${path}/decide`, { decision: 'accept' })
    await harvested(path.split('/').at(-1) ?? '')
    const read = await (await world.anonymous.get(path)).text()
    expect(read).toContain('Badge (version 2 du standard)')
    expect(read).toContain('Badges trouvés')

    const second = await reader.post('/directory/sources', { address: 'https://refuse.example/x' })
    const refused = second.headers.get('location') ?? ''
    await operator.post(`${refused}/decide`, { decision: 'refuse', reason: 'Ce n’est pas un émetteur.' })
    expect(await (await reader.get(refused)).text()).toContain('Ce n’est pas un émetteur.')
    const again = await reader.post('/directory/sources', { address: 'refuse.example/x' })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('a été refusée (Ce n’est pas un émetteur).')
  })

  test('what was typed comes back with the reason why it cannot be read', async () => {
    const answer = await reader.post('/directory/sources', { address: 'pas une adresse', note: 'Un mot' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('ne peut pas être lue')
    expect(html).toContain('value="pas une adresse"')
    expect(html).toContain('Un mot')
  })

  test('a page of a source says what was taken, what was not, and why, in both languages', async () => {
    const { id } = await readSource('Maison des Raisons')
    const html = await (await world.anonymous.get(`/directory/sources/${id}`)).text()
    for (const said of [
      'page web sans badge',
      'n’existe plus à cette adresse (réponse 404)',
      'adresse privée',
      'Prochaine lecture',
    ])
      expect(html).toContain(said)
    expect(html).not.toContain('href="https://10.0.0.1')
    const english = await (await world.anonymous.get(`/directory/sources/${id}?lang=en`)).text()
    expect(english).toContain('web page without a badge')
  })

  test('the last copy of a badge is a file to keep, never a page of ours', async () => {
    const { read, site } = await readSource('Maison des Copies')
    const record = (await entryRecord(world.ctx(), read.entries[0]?.entry_id ?? ''))?.sightings[0]?.recordId
    const answer = await world.anonymous.get(`/directory/records/${record}`)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(JSON.parse(await answer.text()).id).toBe(`${site.origin}/badges/1.json`)
    expect((await world.anonymous.get('/directory/records/x')).status).toBe(404)
  })
})

describe('what readers and issuers may ask', () => {
  test('a report without account reaches the operator, who keeps or removes; its address is then forgotten', async () => {
    const { entryId, id } = await readSource('Maison Signalée')
    const record = (await entryRecord(world.ctx(), entryId))?.sightings[0]?.recordId
    const path = `/directory/entries/${entryId}/report`
    expect((await world.anonymous.get(path)).status).toBe(200)
    const faulty = await world.anonymous.post(path, { reason: 'wrong', detail: '', contact: 'rien' })
    expect(faulty.status).toBe(422)
    const sent = await world.anonymous.post(path, {
      reason: 'copied',
      detail: 'C’est notre badge.',
      contact: 'moi@x.example',
    })
    expect(sent.status).toBe(303)
    expect((await reader.get('/directory/review')).status).toBe(403)
    const review = await (await operator.get('/directory/review')).text()
    expect(review).toContain('C’est notre badge.')
    const action = /action="(\/directory\/review\/reports\/[0-9a-f-]+)"/.exec(review)?.[1] ?? ''
    await operator.post(action, { decision: 'remove', answer: 'Retiré.' })
    expect(await entryById(world.ctx(), entryId)).toBeUndefined()
    for (const gone of [`/directory/entries/${entryId}`, path, `/directory/records/${record}`])
      expect((await world.anonymous.get(gone)).status, gone).toBe(410)
    expect((await operator.post(action, { decision: 'keep', answer: 'Encore.' })).status).toBe(409)
    expect(await bytesKept(record)).toBe(0)
    world.clock.advance(48 * 3_600_000)
    await harvested(id)
    expect(await entryById(world.ctx(), entryId)).toBeUndefined()
    expect(await bytesKept(record)).toBe(0)
  })

  test('what was typed comes back when it cannot be taken: a report too many, an answer too long', async () => {
    const { entryId } = await readSource('Maison Très Signalée')
    const path = `/directory/entries/${entryId}/report`
    let last = await world.anonymous.post(path, { reason: 'wrong', detail: 'Mot à garder 0' })
    for (let n = 1; n <= 20; n += 1)
      last = await world.anonymous.post(path, { reason: 'wrong', detail: `Mot à garder ${n}` })
    expect(last.status).toBe(429)
    expect(await last.text()).toContain('Mot à garder 20')

    const review = await (await operator.get('/directory/review')).text()
    const action = /action="(\/directory\/review\/reports\/[0-9a-f-]+)"/.exec(review)?.[1] ?? ''
    const answer = `Réponse à garder ${'a'.repeat(400)}`
    const refused = await operator.post(action, { decision: 'keep', answer })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(answer)
    for (const held of ['x', '00000000-0000-0000-0000-000000000000'])
      expect((await operator.post(`/directory/review/issuers/${held}`, { decision: 'allow' })).status).toBe(
        409,
      )
  })

  test('whoever holds the site has everything of it removed, kept out, and put back', async () => {
    const { entryId, id, site } = await readSource('Maison Discrète')
    const path = `/directory/entries/${entryId}/removal`
    const name = new URL(site.origin).host
    expect(await (await world.anonymous.get(path)).text()).toContain(name)
    const alike = ['evil.example', `evil-${name}`, `${name}.evil.example`, `${name}@evil.example`, `${name}0`]
    for (const other of [...alike, name.toUpperCase(), name.replace(':', '.:'), `https://${name}`, ''])
      expect((await world.anonymous.post(path, { host: other, what: 'all' })).status, other).toBe(422)
    const begun = await world.anonymous.post(path, { host: name, what: 'all' })
    const proof = begun.headers.get('location') ?? ''
    const word = /value="([\w-]{22})"/.exec(await (await world.anonymous.get(proof)).text())?.[1] ?? ''
    const act = async (what: string) => {
      world.clock.advance(11_000)
      return world.anonymous.post(proof, { act: what })
    }
    const tooEarly = await act('remove')
    expect(tooEarly.status).toBe(422)
    expect(await tooEarly.text()).toContain('n’est pas à l’adresse')
    expect(await entryById(world.ctx(), entryId)).toBeDefined()
    expect((await world.anonymous.post(proof, { act: 'remove' })).status).toBe(422)

    site.pages.set(proofPath, (_request: unknown, response: { destroy(): void }) => response.destroy())
    expect(await (await act('remove')).text()).toContain('ne répond pas (le site ne répond pas).')

    site.pages.set(proofPath, (_request: unknown, response: { end(text: string): void }) =>
      response.end(`${word}\n`),
    )
    expect((await act('remove')).status).toBe(303)
    expect(await entryById(world.ctx(), entryId)).toBeUndefined()
    world.clock.advance(48 * 3_600_000)
    const after = await harvested(id)
    expect(after.documents.find((one) => one.address.endsWith('/1.json'))?.reason).toBe('removed-by-issuer')

    expect((await act('reopen')).status).toBe(303)
    const back = await harvested(id)
    expect(back.run).toMatchObject({ added: 1 })
    const again = (await entryRecord(world.ctx(), back.entries.at(-1)?.entry_id ?? ''))?.sightings[0]
    expect((await world.anonymous.get(`/directory/records/${again?.recordId}`)).status).toBe(200)
  })
})

async function bytesKept(recordId: string | null | undefined): Promise<number> {
  const record = await recordById(world.ctx(), recordId ?? '')
  if (record === undefined) throw new Error('the record is not there')
  return record.bytes.length
}

describe('in a browser', () => {
  let browser: Browser
  let client = ''
  beforeAll(async () => {
    client = await mkdtemp(join(tmpdir(), 'insigne-client-'))
    const root = resolve(import.meta.dirname, '../../..')
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: client },
    })
    useAssets(client)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await rm(client, { recursive: true, force: true })
  })
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  test('every page is free of faults that axe can find, and fits 320 px', { timeout: 180_000 }, async () => {
    const { id, entryId } = await readSource('Maison des Regards')
    const server = await listen((request) =>
      new URL(request.url).pathname.startsWith('/assets/')
        ? assetResponse(request)
        : world.app.fetch(request),
    )
    const context = await browser.newContext({ bypassCSP: true })
    const [name = '', value = ''] = operator.cookie.split('=')
    await context.addCookies([{ name, value, url: server.url }])
    const page = await context.newPage()
    const paths = [
      '/directory/sources',
      `/directory/sources/${id}`,
      '/directory/review',
      `/directory/entries/${entryId}/report`,
      `/directory/entries/${entryId}/removal`,
    ]
    const folder = process.env['SHOTS']
    for (const path of paths)
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(server.url + path)
        await page.addScriptTag({ content: axe })
        const found: unknown = await page.evaluate(
          `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
            .then(({ violations }) => violations.map((one) => one.id + ' ' + one.nodes[0].html))`,
        )
        expect(found, `${path} ${width}`).toEqual([])
        const wide: unknown = await page.evaluate('document.documentElement.scrollWidth')
        expect(wide, `${path} ${width}`).toBeLessThanOrEqual(width)
        if (folder !== undefined)
          await page.screenshot({
            path: `${folder}/${path.replaceAll(/[^a-z]+/g, '-')}-${width}.png`,
            fullPage: true,
          })
      }
    await context.close()
    await server.close()
  })
})

function listen(fetch: (request: Request) => Response | Promise<Response>) {
  return new Promise<{ url: string; close(): Promise<void> }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((done) => void server.close(() => done())),
      })
    })
  })
}
