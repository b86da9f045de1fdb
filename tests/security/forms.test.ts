import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testOrigin, testWorld, type World } from '../../app/testing/index.ts'
import { rights } from './rights.ts'
import { everyRow, furnish, type House, query, queryText } from './stage.ts'

let world: World
let house: House

beforeAll(async () => {
  world = await testWorld('security-forms')
  house = await furnish(world, 'ici')
})
afterAll(() => world?.close())

const posts = () =>
  Object.entries(rights).filter(([route]) => route.startsWith('POST ') && !/\/(?:vc-)?api\//.test(route))

/** The token that this cookie’s forms carry. */
async function tokenOf(cookie: string): Promise<string> {
  const page = await world.app.request(`${testOrigin}/sign-in`, { headers: { cookie } })
  return /name="form-token" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
}

function send(path: string, fields: Record<string, string | string[]>, headers: Record<string, string>) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  // Each from a network of its own, so that the limit on forms does not answer in place of the form.
  networks += 1
  const remoteAddress = `2001:db8:${(networks >> 16).toString(16)}:${(networks & 0xffff).toString(16)}::1`
  const init = { method: 'POST', body, headers }
  return world.app.request(`${testOrigin}${path}`, init, { incoming: { socket: { remoteAddress } } })
}
let networks = 0

describe('forms that others send', () => {
  test('no form is taken from another site, without its token, or with another person’s', {
    timeout: 120_000,
  }, async () => {
    const { cookie } = house.owner
    const own = await tokenOf(cookie)
    const foreign = await tokenOf(house.holder.cookie)
    expect(own).not.toBe('')
    expect(foreign).not.toBe(own)
    const before = await everyRow(world)
    const taken: string[] = []
    for (const [route, line] of posts()) {
      const fields = line.form?.(house) ?? {}
      const ways: [string, Record<string, string | string[]>, Record<string, string>][] = [
        ['from another origin', { ...fields, 'form-token': own }, { origin: 'https://evil.example' }],
        ['from a frame without origin', { ...fields, 'form-token': own }, { origin: 'null' }],
        ['said to be cross-site', { ...fields, 'form-token': own }, { 'sec-fetch-site': 'cross-site' }],
        ['said to be same-site', { ...fields, 'form-token': own }, { 'sec-fetch-site': 'same-site' }],
        ['without a token', fields, { origin: testOrigin }],
        ['with an empty token', { ...fields, 'form-token': '' }, { origin: testOrigin }],
        ['with two tokens', { ...fields, 'form-token': [own, foreign] }, { origin: testOrigin }],
        ['with another person’s token', { ...fields, 'form-token': foreign }, { origin: testOrigin }],
      ]
      for (const [how, body, headers] of ways) {
        // Verifying keeps nothing: it asks for no token, but still for its own origin.
        if (route === 'POST /verify' && how.includes('token')) continue
        const response = await send(line.at(house), body, { cookie, ...headers })
        if (response.status !== 403) taken.push(`${route} ${how}: ${response.status}`)
      }
    }
    expect(taken).toEqual([])
    const after = await everyRow(world)
    expect([...after].filter(([name, digest]) => before.get(name) !== digest)).toEqual([])
  })

  test('reading changes nothing, whatever page is opened', { timeout: 120_000 }, async () => {
    const before = await everyRow(world)
    for (const [route, line] of Object.entries(rights))
      if (route.startsWith('GET ')) {
        const response = await house.owner.get(line.at(house))
        expect(response.status, route).toBeLessThan(500)
      }
    const after = await everyRow(world)
    expect([...after].filter(([name, digest]) => before.get(name) !== digest)).toEqual([])
  })

  test('fields that nobody asked for are ignored: no role, owner, state or date is taken from a form', async () => {
    const extra = {
      operator: 'true',
      role: 'owner',
      id: '22222222-2222-4222-8222-222222222222',
      accountId: house.holder.accountId,
      organisationId: '33333333-3333-4333-8333-333333333333',
      organisation_id: '33333333-3333-4333-8333-333333333333',
      slug: 'gouvernement',
      did: 'did:web:gouv.fr',
      demo: 'true',
      state: 'done',
      issuedAt: '2001-01-01',
      createdAt: '2001-01-01',
      version: '99',
      latestVersion: '99',
      publishedAt: '2001-01-01',
      maxAwards: '100000',
      __proto__: 'x',
      constructor: 'x',
      'look.symbol': 'crown',
    }
    const person = await world.person('simple@x.example', { name: 'Simple' })
    await person.post('/account/name', { name: 'Simple Personne', ...extra })
    expect(
      await queryText(
        world,
        `select operator || ' ' || demo || ' ' || name as v from accounts where id = '${person.accountId}'`,
      ),
    ).toBe('false false Simple Personne')

    const made = await person.post('/organisations/new', { name: 'Maison simple', kind: 'company', ...extra })
    expect(made.headers.get('location')).toBe('/organisations/maison-simple/manage')
    await person.post('/organisations/maison-simple/manage/profile', {
      name: 'Maison plus simple',
      kind: 'company',
      ...extra,
    })
    const rows = await query(
      world,
      "select slug, did, demo, name from organisations where name = 'Maison plus simple'",
    )
    expect(rows).toEqual([
      {
        slug: 'maison-simple',
        did: 'did:web:insigne.test:organisations:maison-simple',
        demo: false,
        name: 'Maison plus simple',
      },
    ])

    const before = await queryText(world, `select count(*)::text as v from credentials`)
    await house.owner.post(`/achievements/${house.achievementId}/award`, {
      kind: 'one',
      name: 'Une Personne',
      address: 'mass@x.example',
      ...extra,
    })
    await world.drainJobs()
    const issued = await query(
      world,
      "select organisation_id, version, to_char(issued_at, 'YYYY') as year from credentials where recipient_address = 'mass@x.example'",
    )
    expect(issued).toEqual([{ organisation_id: house.organisation.id, version: 1, year: '2026' }])
    expect(Number(before)).toBeGreaterThan(0)
  })

  test('a batch cannot be given the number of somebody else’s', async () => {
    const other = await furnish(world, 'ailleurs')
    const before = await queryText(
      world,
      `select count(*)::text as v from award_rows where batch_id = '${house.previewId}'`,
    )
    const response = await other.owner.post(`/achievements/${other.achievementId}/award`, {
      kind: 'paste',
      list: 'Nom;E-mail\nIntruse;intruse@x.example\n',
      batch: house.previewId,
    })
    expect(response.status).toBeLessThan(500)
    expect(
      await queryText(
        world,
        `select count(*)::text as v from award_rows where batch_id = '${house.previewId}'`,
      ),
    ).toBe(before)
    expect((await other.owner.get(`/awards/${house.previewId}`)).status).toBe(404)
    expect(
      await queryText(
        world,
        `select organisation_id::text as v from award_batches where id = '${house.previewId}'`,
      ),
    ).toBe(house.organisation.id)
  })
})

describe('addresses that lead elsewhere', () => {
  const leadsAway = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '///evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/../..//evil.example',
    '/./\\evil.example',
    '@evil.example',
    '.evil.example',
    '/%2f%2fevil.example',
    '/%5cevil.example',
    'http:///evil.example',
    '',
    ' //evil.example',
  ]

  test('after signing in one stays here, whatever the address asked for', async () => {
    for (const [order, next] of leadsAway.entries()) {
      const address = `next-${order}@x.example`
      await world.anonymous.post('/sign-in', { address, next })
      const [message] = await world.mailTo(address)
      const url = /https?:\/\/\S+/.exec(message?.text ?? '')?.[0] ?? ''
      expect(new URL(url).origin).toBe(testOrigin)
      const done = await world.anonymous.post('/sign-in/check', {
        token: new URL(url).searchParams.get('token') ?? '',
      })
      expect(done.status, next).toBe(303)
      const location = done.headers.get('location') ?? ''
      expect(new URL(location, testOrigin).origin, `${JSON.stringify(next)} -> ${location}`).toBe(testOrigin)
      const page = await world.anonymous.get(`/sign-in?next=${encodeURIComponent(next)}`)
      expect(await page.text()).not.toMatch(/value="(?:\/\/|\/\\|\\|https?:|javascript:)/)
    }
  })

  test('a page that needs an account leads to our own sign-in, whatever its address', async () => {
    for (const path of ['//evil.example/space', '/space//evil.example', '/account?x=//evil.example']) {
      const response = await world.app.request(`${testOrigin}${path}`)
      const location = response.headers.get('location')
      if (location !== null) expect(new URL(location, testOrigin).origin).toBe(testOrigin)
      expect(response.status).toBeLessThan(500)
    }
  })

  test('a forged Host never enters a message, a page or a document', async () => {
    const forged = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-original-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-forwarded-proto': 'gopher',
    }
    const { cookie } = house.owner
    const anonymous = await world.app.request('http://evil.example/sign-in', { headers: forged })
    const cookies = anonymous.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    const token = /name="form-token" value="([^"]+)"/.exec(await anonymous.text())?.[1] ?? ''
    await world.app.request('http://evil.example/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ 'form-token': token, address: 'poisoned@x.example' }),
      headers: { ...forged, cookie: cookies.join('; ') },
    })
    const [message] = await world.mailTo('poisoned@x.example')
    expect(message?.text).toContain(`${testOrigin}/sign-in/check?token=`)
    expect(`${message?.text}${message?.html}`).not.toContain('evil.example')
    for (const [route, line] of Object.entries(rights)) {
      if (!route.startsWith('GET ')) continue
      const response = await world.app.request(`http://evil.example${line.at(house)}`, {
        headers: { ...forged, cookie, accept: '*/*' },
      })
      expect(await response.text(), route).not.toContain('evil.example')
      expect(response.headers.get('location') ?? '', route).not.toContain('evil.example')
    }
  })
})

describe('what is typed in an address bar', () => {
  const asOwner = () => ({ cookie: house.owner.cookie, origin: testOrigin })

  test('no path, however odd, is an error of ours', { timeout: 120_000 }, async () => {
    const headers = asOwner()
    const token = await tokenOf(headers.cookie)
    const odd = [
      '%00',
      'a%00b',
      '%ff',
      '%c3%28',
      '%ed%a0%80',
      '..%2f..%2fetc%2fpasswd',
      '%2e%2e',
      "'%20or%201=1--",
      '%f0%9f%92%a9',
      'x'.repeat(5000),
      '0',
      '-1',
      '99999999999999999999',
      'null',
      '00000000-0000-0000-0000-000000000000',
      '%25',
      '%',
      '__proto__',
      '%0d%0aset-cookie:x=y',
    ]
    const failures: string[] = []
    for (const route of Object.keys(rights)) {
      const [method = '', pattern = ''] = route.split(' ')
      const places = pattern.match(/:\w+(?:\{[^}]*\})?/g) ?? []
      for (const place of places)
        for (const value of odd) {
          const path = pattern
            .replace(place, () => value)
            .replace(':slug', house.organisation.slug)
            .replace(/:file\{[^}]*\}/, 'badge.png')
            .replace(/:\w+/g, house.achievementId)
          const response =
            method === 'GET'
              ? await house.owner.get(path)
              : await send(path, { name: 'x', 'form-token': token }, headers)
          if (response.status >= 500) failures.push(`${method} ${path.slice(0, 90)}: ${response.status}`)
          if (response.headers.getSetCookie().some((line) => line.startsWith('x=')))
            failures.push(`${path}: header`)
        }
    }
    const queries = [
      '/outbox?to=',
      '/verify?url=',
      '/sign-in?next=',
      '/sign-in/check?token=',
      '/claim-instance?token=',
      `/awards/${house.doneId}?rows=`,
      `/awards/${house.previewId}?faulty=`,
      `/organisations/${house.organisation.slug}/awards?page=`,
      '/?lang=',
    ]
    for (const query of queries)
      for (const value of odd) {
        const response = await house.owner.get(query + value)
        if (response.status >= 500) failures.push(`GET ${query}${value.slice(0, 60)}: ${response.status}`)
      }
    expect(failures).toEqual([])
  })

  test('no field, however odd, is an error of ours', { timeout: 120_000 }, async () => {
    const values = ['a\0b', '\ud800', 'x'.repeat(50_000), "'; drop table accounts; --", '١٢٣']
    const headers = asOwner()
    const token = await tokenOf(headers.cookie)
    const failures: string[] = []
    for (const [route, line] of posts()) {
      const form = { ...line.form?.(house), token: 'x', name: 'x', reason: 'x', go: 'next', page: '1' }
      // Signing out would end the test, and dropping or removing would leave it nothing to try.
      if (/sign-out|drop|remove|delete|sessions/.test(route)) continue
      for (const field of Object.keys(form))
        for (const value of values) {
          const fields = { ...form, [field]: value, 'form-token': token }
          const response = await send(line.at(house), fields, headers)
          if (response.status === 429) failures.push(`${route}: not tried`)
          if (response.status >= 500)
            failures.push(`${route} ${field}=${JSON.stringify(value.slice(0, 20))}: ${response.status}`)
        }
    }
    expect(failures).toEqual([])
  })
})

describe('files for spreadsheets', () => {
  test('no cell of a file of ours is run as a formula, in any column', async () => {
    const formulas = [
      '=1+1',
      '+1+1',
      '-1+1',
      '@SUM(A1)',
      '＝1+1',
      '\t=1+1',
      "=cmd|' /C calc'!A0",
      '=HYPERLINK("http://x")',
      ' =1+1',
      '"=1+1',
      "'=1+1",
    ]
    const list = [
      'Nom;E-mail;Preuve;Récit',
      ...formulas.map((one) => {
        const cell = `"${one.replaceAll('"', '""')}"`
        return `${cell};pas une adresse ${one.replaceAll(/[;"\t]/g, '')};${cell};${cell}`
      }),
      ...formulas.map((one) => `Nom;"${one.replaceAll('"', '""')}";x;y`),
    ].join('\n')
    const made = await house.owner.post(`/achievements/${house.achievementId}/award`, { kind: 'paste', list })
    expect(made.status).toBe(303)
    const csv = await (await house.owner.get(`${made.headers.get('location')}/faulty.csv`)).text()
    const cells = [
      ...csv.replace(/^\ufeff/, '').matchAll(/(?:^|;|\n)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))/g),
    ].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')
    expect(cells.length).toBeGreaterThan(formulas.length * 6)
    const run = cells.filter((cell) => /^\s*[=+\-@＝＋－＠\t\r]/.test(cell))
    expect(run).toEqual([])
  })
})
