import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bakePng, didKey, generateKey } from '@insigne/open-badges'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createGuardedClient } from '../../infra/fetch/index.ts'
import { type Person, testOrigin, testWorld, type World } from '../../testing/index.ts'
import { stampPng } from '../../ui/stamp/png.ts'
import { createAchievement, publishAchievement, saveDraft } from '../achievements/index.ts'
import { bakedPng, bakedSvg, credentialById, issueCredentials, revokeCredential } from '../issuing/index.ts'
import { createOrganisation, type Organisation } from '../organisations/index.ts'
import { fetchBadge, useOutside } from './index.ts'

let world: World
let owner: Person
let organisation: Organisation
let achievementId: string
let credentialId: string
let json: string

beforeAll(async () => {
  world = await testWorld('verification', { vcApi: true })
  owner = await world.person('helene@exemple.fr', { name: 'Hélène Baron' })
  organisation = await createOrganisation(owner.ctx, { name: 'Lieu-Dit Formation', kind: 'training' })
  achievementId = (await createAchievement(owner.ctx, organisation.id, 'participation')).achievementId
  await saveDraft(owner.ctx, achievementId, 'action', {
    name: 'Journée des métiers du bois',
    action: 'A suivi les trois ateliers de la journée.',
  })
  await publishAchievement(owner.ctx, achievementId)
  await world.drainJobs()
  credentialId = await award('one')
  json = (await credentialById(world.ctx(), credentialId))?.json ?? ''
})
afterEach(() => useOutside(undefined))
afterAll(() => world?.close())

async function award(sourceId: string): Promise<string> {
  const request = {
    achievementId,
    version: 1,
    recipient: { name: 'Amina Diallo', address: null },
    awardedAt: world.clock.now(),
    evidence: [],
    sourceId,
  }
  const [issued] = await issueCredentials(owner.ctx, organisation, [request])
  await world.drainJobs()
  return issued?.credentialId ?? ''
}

const send = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  world.app.request(`${testOrigin}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
const ask = (body: unknown) => send('/api/verify', JSON.stringify(body))

function upload(bytes: Uint8Array | string, name: string): Promise<Response> {
  const form = new FormData()
  const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  form.append('file', new File([part], name))
  return Promise.resolve(world.app.request(`${testOrigin}/api/verify`, { method: 'POST', body: form }))
}
const reportOf = async (response: Response | Promise<Response>) => (await response).json()

describe('POST /api/verify', () => {
  test('a badge of ours is valid as an object, as a text, and in each kind of file', async () => {
    const credential = await credentialById(world.ctx(), credentialId)
    if (credential === undefined) throw new Error('no credential')
    const png = await bakedPng(world.ctx(), credential)
    const svg = await bakedSvg(world.ctx(), credential)
    for (const response of [
      ask({ credential: JSON.parse(json) }),
      ask({ credential: json }),
      upload(png, 'badge.png'),
      upload(svg, 'badge.svg'),
      upload(json, 'badge.json'),
    ]) {
      const { status } = await response
      const report = await reportOf(response)
      expect([status, report.verdict]).toEqual([200, 'valid'])
      expect(report).toMatchObject({
        format: 'ob3-di',
        issuer: { id: organisation.did, name: 'Lieu-Dit Formation', bound: true },
        achievement: { name: 'Journée des métiers du bois' },
        recipient: { known: false },
        dates: { validUntil: null },
      })
      expect(report.checks).toHaveLength(11)
    }
  })

  test('the recipient is known when the identity that is expected is the right one', async () => {
    const subject = JSON.parse(json).credentialSubject.id
    expect(await reportOf(ask({ credential: json, recipient: subject }))).toMatchObject({
      recipient: { known: true },
    })
    const other = await reportOf(ask({ credential: json, recipient: 'urn:uuid:other' }))
    expect(other).toMatchObject({ verdict: 'invalid', recipient: { known: false } })
  })

  test('a withdrawn badge is invalid by its status', async () => {
    const id = await award('withdrawn')
    const text = (await credentialById(world.ctx(), id))?.json ?? ''
    expect((await reportOf(ask({ credential: text }))).verdict).toBe('valid')
    await revokeCredential(owner.ctx, id, 'Erreur de personne')
    await world.drainJobs()
    const report = await reportOf(ask({ credential: text }))
    expect(report.verdict).toBe('invalid')
    expect(report.checks.find((one: { name: string }) => one.name === 'status').state).toBe('invalid')
  })

  test('a member given twice is seen, though parsing would hide it', async () => {
    const twice = json.replace('"credentialSubject"', '"name":"Autre badge","credentialSubject"')
    expect((await reportOf(send('/api/verify', `{"credential":${twice}}`))).verdict).toBe('invalid')
  })

  test.each([
    ['', 400, 'verification.not-json'],
    ['{"credential":', 400, 'verification.not-json'],
    ['[]', 422, 'bad-form'],
    ['null', 422, 'bad-form'],
    ['{}', 400, 'verification.nothing-to-verify'],
    ['{"url":"https://a.example","credential":{}}', 400, 'verification.nothing-to-verify'],
    ['{"credential":{},"credential":{}}', 400, 'verification.nothing-to-verify'],
    ['{"credential":7}', 422, 'bad-form'],
    ['{"url":7}', 422, 'bad-form'],
    ['{"url":"https://127.0.0.1/x"}', 422, 'fetch.private-address'],
    ['{"url":"http://example.org/x"}', 422, 'fetch.not-https'],
    ['{"url":"https://example.org:22/x"}', 422, 'fetch.port'],
    ['{"url":"hello"}', 422, 'fetch.bad-address'],
    [`{"url":"${testOrigin}/b/nothing"}`, 422, 'verification.address-refused'],
  ])('%s is refused with a problem that says why', async (body, status, code) => {
    const response = await send('/api/verify', body)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect([response.status, (await response.json()).code]).toEqual([status, code])
  })

  test('a body that is neither JSON nor a form is refused; so is a form without its file', async () => {
    expect((await send('/api/verify', 'x', { 'content-type': 'text/plain' })).status).toBe(415)
    const form = new FormData()
    form.append('other', 'x')
    const empty = await world.app.request(`${testOrigin}/api/verify`, { method: 'POST', body: form })
    expect(empty.status).toBe(400)
    expect((await upload(new Uint8Array(2 * 1024 * 1024 + 1), 'big.png')).status).toBe(413)
  })

  test('500 copies changed at random: none is valid', async () => {
    const edits = fc.sample(editOf(JSON.parse(json)), { numRuns: 500, seed: 20261123 })
    const wrong: string[] = []
    for (const edited of edits) {
      if (JSON.stringify(edited) === JSON.stringify(JSON.parse(json))) continue
      const response = await ask({ credential: edited })
      if (response.status >= 500 || (await response.json()).verdict === 'valid')
        wrong.push(JSON.stringify(edited))
    }
    expect(wrong).toEqual([])
  }, 120_000)

  test('whatever is sent, the answer is never a failure of ours', async () => {
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((credential) => JSON.stringify({ credential })),
      fc.string().map((url) => JSON.stringify({ url: `data:${url}` })),
      fc
        .object({ maxDepth: 4 })
        .map((one) => JSON.stringify({ credential: { ...JSON.parse(json), ...one } })),
      fc.nat({ max: 40_000 }).map((depth) => `{"credential":${'['.repeat(depth)}${']'.repeat(depth)}}`),
    )
    const type = fc.constantFrom(
      'application/json',
      'application/ld+json',
      'multipart/form-data',
      'text/html',
      'x',
    )
    await fc.assert(
      fc.asyncProperty(body, type, async (text, contentType) => {
        const response = await send('/api/verify', text, { 'content-type': contentType })
        expect(response.status).toBeLessThan(500)
      }),
      { numRuns: 150 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect((await upload(bytes, 'x')).status).toBe(200)
      }),
      { numRuns: 50 },
    )
  }, 120_000)
})

/** One random change somewhere in a JSON value: a member dropped, added, renamed, or given another value. */
function editOf(value: unknown): fc.Arbitrary<unknown> {
  const places: (string | number)[][] = []
  const walk = (one: unknown, path: (string | number)[]) => {
    places.push(path)
    if (Array.isArray(one)) for (const [index, item] of one.entries()) walk(item, [...path, index])
    else if (typeof one === 'object' && one !== null)
      for (const [key, item] of Object.entries(one)) walk(item, [...path, key])
  }
  walk(value, [])
  const fresh = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('https://www.w3.org/ns/credentials/v2', 'did:key:z6Mk', '@id', 'z1', 'eddsa-rdfc-2022'),
    fc.constant([]),
    fc.constant({}),
  )
  const kind = fc.constantFrom('replace', 'drop', 'add', 'twist')
  return fc.tuple(fc.constantFrom(...places), kind, fresh, fc.string({ minLength: 1 })).map((edit) => {
    const [path, how, other, name] = edit
    const copy: unknown = structuredClone(value)
    return change(copy, path, (old) => {
      if (how === 'add' && typeof old === 'object' && old !== null && !Array.isArray(old))
        return { ...old, [name]: other }
      if (how === 'add' && Array.isArray(old)) return [...old, other]
      if (how === 'twist' && typeof old === 'string') return `${old.slice(0, -1)}${name}`
      return how === 'drop' ? undefined : other
    })
  })
}

function change(root: unknown, path: (string | number)[], edit: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return edit(root)
  if (Array.isArray(root))
    return root.flatMap((item: unknown, index) => (index === key ? (change(item, rest, edit) ?? []) : [item]))
  if (typeof root !== 'object' || root === null) return root
  return Object.fromEntries(
    Object.entries(root).map(([name, item]) => [name, name === key ? change(item, rest, edit) : item]),
  )
}

describe('a badge at an address', () => {
  async function site(pages: Record<string, { type: string; body: string | Uint8Array; status?: number }>) {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.accept?.split(',')[0]}`)
      const found = pages[request.url ?? '']
      response.writeHead(found?.status ?? (found ? 200 : 404), {
        'content-type': found?.type ?? 'text/plain',
      })
      response.end(found?.body)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address: AddressInfo | string | null = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const client = createGuardedClient({ isOwn: (url) => url.port === String(port) })
    useOutside(client)
    return {
      url: `http://localhost:${port}`,
      asked,
      close: async () => {
        await client.close()
        server.closeAllConnections()
        await new Promise((done) => server.close(done))
      },
    }
  }

  test('it is read as data, as a picture, or from the page that names it', async () => {
    const picture = stampPng({ shape: 'disc', symbol: 'door', colours: 'craie' })
    const other = await site({
      '/badge': { type: 'application/vc+ld+json', body: json },
      '/badge.png': { type: 'image/png', body: await bakePng(picture, json) },
      '/page': {
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><head><link rel="stylesheet" href="/x.css">
          <link href='/badge' type="application/ld+json; profile=x" rel="alternate"></head>`,
      },
      '/empty': { type: 'text/html', body: '<p>nothing</p>' },
    })
    for (const path of ['/badge', '/badge.png', '/page'])
      expect((await reportOf(ask({ url: other.url + path }))).verdict, path).toBe('valid')
    expect(other.asked[0]).toBe('/badge application/vc+ld+json')
    expect((await reportOf(ask({ url: `${other.url}/empty` }))).verdict).not.toBe('valid')
    expect(await reportOf(ask({ url: `${other.url}/no` }))).toMatchObject({
      code: 'verification.address-refused',
    })
    await other.close()
  })

  test('a site that is away, or silent, is said to be', async () => {
    const other = await site({})
    await other.close()
    expect(await fetchBadge(world.ctx(), other.url)).toMatchObject({ ok: false, code: 'fetch.unreachable' })
  })
})

describe('the page', () => {
  const post = (fields: Record<string, string | File>) => world.anonymous.post('/verify', fields)

  test('a pasted badge and a file show the verdict first, then what the badge says, then eleven checks', async () => {
    for (const fields of [{ badge: json }, { file: new File([json], 'b<i>.json') }]) {
      const response = await post(fields)
      const html = await response.text()
      expect(response.status).toBe(200)
      const order = ['<h1 class="word">Authentique', 'Journée des métiers du bois', 'Onze contrôles'].map(
        (one) => html.indexOf(one),
      )
      expect(order.every((place) => place > 0)).toBe(true)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(html.match(/<th scope="row">/g)).toHaveLength(11)
      expect(html).toContain('Participation')
      expect(html).not.toContain('b<i>')
    }
  })

  test('a changed badge, an unknown issuer and no badge at all each have their sentence', async () => {
    const forged = json.replace('A suivi les trois', 'A dirigé les dix')
    expect(await (await post({ badge: forged })).text()).toContain('signature fausse')
    const key = await generateKey()
    const foreign = json.replaceAll(organisation.did, didKey(key.publicKeyMultibase))
    expect(await (await post({ badge: foreign })).text()).not.toContain('>Authentique<')
    expect(await (await post({ badge: 'bonjour' })).text()).toContain('Ce n’est pas un badge')
  })

  test('a mistake keeps what was typed and says what to do', async () => {
    const nothing = await post({ badge: '' })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('Collez une adresse ou un texte')
    const privateAddress = await post({ badge: 'https://192.168.1.1/badge' })
    expect(privateAddress.status).toBe(422)
    const html = await privateAddress.text()
    expect(html).toContain('réseau privé')
    expect(html).toContain('https://192.168.1.1/badge')
  })

  test('what a badge says is text: no mark-up of it reaches the page', async () => {
    const evil = json.replace('Journée des métiers du bois', '<script>alert(1)</script>')
    expect(await (await post({ badge: evil })).text()).not.toContain('<script>alert')
  })

  test('an address in the link is written in the box, and nothing is fetched', async () => {
    const html = await (await world.anonymous.get('/verify?url=https://example.org/"x')).text()
    expect(html).toContain('https://example.org/&quot;x')
  })
})

describe('the interface of the conformance suites', () => {
  const call = (path: string, body: unknown) => send(`/vc-api${path}`, JSON.stringify(body))
  const draft = () => {
    const { proof: _proof, credentialStatus: _status, issuer, ...rest } = JSON.parse(json)
    return { ...rest, issuer: { ...issuer, id: 'https://someone.example' } }
  }

  test('it issues under a key of its own and verifies what it issued', async () => {
    const response = await call('/credentials/issue', { credential: draft(), options: {} })
    expect(response.status).toBe(201)
    const signed = await response.json()
    expect(signed.issuer.id).toMatch(/^did:key:z6Mk/)
    expect(signed.issuer.id).not.toBe(organisation.did)

    const verified = await call('/credentials/verify', { verifiableCredential: signed })
    expect([verified.status, await verified.json()]).toEqual([
      200,
      expect.objectContaining({ verified: true, errors: [] }),
    ])
    const broken = await call('/credentials/verify', { verifiableCredential: { ...signed, name: 'Autre' } })
    expect([broken.status, (await broken.json()).verified]).toEqual([400, false])
  })

  test('a presentation is judged by its credentials, and an unchecked holder is not called proven', async () => {
    const signed = await (await call('/credentials/issue', { credential: draft() })).json()
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [signed],
    }
    expect((await call('/presentations/verify', { presentation })).status).toBe(200)
    const proven = await call('/presentations/verify', { verifiablePresentation: presentation })
    expect(proven.status).toBe(400)
    expect(JSON.stringify(await proven.json())).toContain('presentation.proof-missing')
  })

  test('a holder shows chosen parts, and what is left out cannot be found', async () => {
    const issued = await call('/credentials/issue?key=P-256&cryptosuite=ecdsa-sd-2023', {
      credential: draft(),
    })
    expect(issued.status).toBe(201)
    const derived = await call('/credentials/derive', {
      verifiableCredential: await issued.json(),
      options: { selectivePointers: ['/credentialSubject/achievement', '/credentialSubject/id'] },
    })
    expect(derived.status).toBe(201)
    const shown = await derived.json()
    expect(shown.credentialSubject.achievement.name).toBe(draft().credentialSubject.achievement.name)
    expect(shown.credentialSubject.identifier).toBeUndefined()
    expect((await call('/credentials/verify', { verifiableCredential: shown })).status).toBe(200)
  })

  test('bad requests are never failures of ours', async () => {
    for (const path of [
      '/credentials/issue',
      '/credentials/verify',
      '/credentials/derive',
      '/presentations/verify',
    ])
      for (const body of [
        null,
        {},
        [],
        { credential: {} },
        { verifiableCredential: 'x' },
        { presentation: {} },
      ])
        expect((await call(path, body)).status, `${path} ${JSON.stringify(body)}`).toBe(400)
  })
})
