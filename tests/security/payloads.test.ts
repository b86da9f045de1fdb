import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAchievement, publishAchievement, saveDraft } from '../../app/domains/achievements/index.ts'
import { type Person, testOrigin, testWorld, type World } from '../../app/testing/index.ts'
import { badAddresses, liveParts, payloads } from './payloads.ts'
import { rights } from './rights.ts'
import { furnish, type House, queryText } from './stage.ts'

let world: World
let house: House

beforeAll(async () => {
  world = await testWorld('security-payloads')
  house = await furnish(world, 'ici')
})
afterAll(() => world?.close())

const faults: string[] = []
const csp = (response: Response) => response.headers.get('content-security-policy') ?? ''

/** Reads an answer as a browser would, and remembers what is alive in it. */
async function examine(path: string, response: Response): Promise<string> {
  const text = await response.text()
  if (response.status >= 500) faults.push(`${path}: ${response.status}`)
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('html')) {
    for (const fault of liveParts(text)) faults.push(`${path}: ${fault}`)
    if (!/default-src 'none'/.test(csp(response)) || /unsafe-|\*/.test(csp(response)))
      faults.push(`${path}: CSP ${csp(response)}`)
  }
  // The badge itself lies in a section of text; whatever closes it early shows.
  if (type.includes('svg'))
    for (const fault of liveParts(text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')))
      if (fault !== 'element openbadges:credential') faults.push(`${path}: ${fault}`)
  if (response.headers.get('x-content-type-options') !== 'nosniff') faults.push(`${path}: sniffing`)
  return text
}
const read = async (who: Pick<Person, 'get'>, path: string) => examine(path, await who.get(path))

const chunk = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, order) =>
    list.slice(order * size, (order + 1) * size),
  )

async function publish(group: string[]): Promise<string> {
  const { achievementId } = await createAchievement(house.owner.ctx, house.organisation.id, 'participation')
  const at = (order: number) => group[order % group.length] ?? ''
  await saveDraft(house.owner.ctx, achievementId, 'action', {
    name: at(0).slice(0, 120),
    description: at(1),
    situation: at(2),
    action: at(3),
    criteria: group.slice(4, 14),
    alignments: [
      {
        targetName: at(5),
        targetUrl: 'https://example.org/x',
        targetFramework: at(6).slice(0, 120),
        targetCode: at(7).slice(0, 60),
      },
    ],
  })
  await saveDraft(house.owner.ctx, achievementId, 'checks', {
    assessment: { kind: 'observation', note: at(8) },
    evidenceRule: 'optional',
  })
  await saveDraft(house.owner.ctx, achievementId, 'assessor', {
    assessor: { role: at(9).slice(0, 120), independent: true },
  })
  await publishAchievement(house.owner.ctx, achievementId)
  return achievementId
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('three hundred texts that would run if they could', () => {
  test('in every field of a badge, of its award and of its holder, on every page that shows them, they are text', {
    timeout: 240_000,
  }, async () => {
    expect(payloads).toHaveLength(300)
    for (const [turn, group] of chunk(payloads, 15).entries()) {
      const id = await publish(group)
      const rows = group.map((text, order) =>
        [text, `p-${turn}-${order}@x.example`, text, text].map(cell).join(';'),
      )
      const faulty = group.map((text) => [text, text, text, text].map(cell).join(';'))
      const list = ['Nom;E-mail;Preuve;Récit', ...rows, ...faulty].join('\n')
      const batch =
        (await house.owner.post(`/achievements/${id}/award`, { kind: 'paste', list })).headers.get(
          'location',
        ) ?? ''
      expect(batch).toMatch(/^\/awards\//)
      const staff = [
        `/achievements/${id}/edit/action`,
        `/achievements/${id}/edit/checks`,
        `/achievements/${id}/edit/assessor`,
        `/achievements/${id}/edit/preview`,
        `/achievements/${id}/award`,
        `/achievements/${id}/codes`,
        batch,
      ]
      for (const path of staff) await read(house.owner, path)
      await read(world.anonymous, `/achievements/${id}`)
      await read(world.anonymous, `/achievements/${id}/versions/1`)
      await read(world.anonymous, `/achievements/${id}/versions/1/image.svg`)
      await house.owner.post(`${batch}/confirm`, {})
      await world.drainJobs()
      await read(house.owner, batch)
      await read(house.owner, `${batch}/cards`)
      const address = `p-${turn}-${turn % 15}@x.example`
      const credential = await queryText(
        world,
        `select id as v from credentials where recipient_address = '${address}'`,
      )
      await read(house.owner, `/credentials/${credential}`)
      const [message] = await world.mailTo(address)
      for (const fault of liveParts((message?.html ?? '').replaceAll(/ style="[^"]*"/g, '')))
        faults.push(`message: ${fault}`)
      expect(message?.subject).not.toMatch(/[\r\n]/)
      const link = /\/r\/[\w-]{43}/.exec(message?.text ?? '')?.[0] ?? ''
      await read(world.anonymous, link)
      const entry = await queryText(
        world,
        `select id as v from backpack_entries where credential_id = '${credential}'`,
      )
      const holder = await world.person(address, { name: group[1] ?? '' })
      await holder.post(`/backpack/${entry}/keep`, {})
      await holder.post(`/backpack/${entry}/publish`, {})
      const slug = await queryText(world, `select slug as v from backpack_pages where entry_id = '${entry}'`)
      for (const path of ['/backpack', `/backpack/${entry}`, `/backpack/${entry}/delete`, '/account'])
        await read(holder, path)
      await read(world.anonymous, `/b/${slug}`)
      await examine('badge.svg', await world.anonymous.get(`/b/${slug}.svg`))
      const signed = await queryText(
        world,
        `select signed_json as v from credentials where id = '${credential}'`,
      )
      await examine('/verify', await world.anonymous.post('/verify', { badge: signed }))
      // The same in a badge of nobody's: no signature holds, and what it says is shown or not, as text.
      await examine(
        '/verify forged',
        await world.anonymous.post('/verify', {
          badge: signed.replaceAll('https://example.org/x', 'javascript:alert(1)'),
        }),
      )
    }
    expect([...new Set(faults)].slice(0, 20)).toEqual([])
  })

  test('in the name of an organisation, in what is typed and shown again, and in addresses, they are text', {
    timeout: 120_000,
  }, async () => {
    for (const [turn, text] of payloads.filter((_, order) => order % 5 === 0).entries()) {
      const who = house.owner
      await who.post('/organisations/new', {
        name: text.slice(0, 120),
        kind: 'company',
        description: text,
        city: text.slice(0, 80),
        qualityAssurance: text.slice(0, 200),
      })
      await examine(
        'profile',
        await who.post('/organisations/new', {
          name: '',
          kind: text,
          description: text,
          url: text,
          email: text,
        }),
      )
      await examine('sign-in', await world.anonymous.post('/sign-in', { address: text, next: text }))
      await examine('code', await world.anonymous.post('/c', { code: text }))
      await examine(
        'take',
        await world.anonymous.post(`/c/${house.code}/take`, {
          request: text,
          name: text,
          where: 'address',
          address: text,
        }),
      )
      await examine(
        'claim',
        await world.anonymous.post('/claim-instance', { token: text, name: text, address: text }),
      )
      await examine('decline', await world.anonymous.post(`${house.link}/decline`, { reason: text }))
      await examine(
        'award',
        await who.post(`/achievements/${house.achievementId}/award`, {
          kind: 'one',
          name: text,
          address: text,
          evidence: text,
          narrative: text,
        }),
      )
      await examine('verify', await world.anonymous.post('/verify', { badge: text }))
      const query = encodeURIComponent(text)
      for (const path of [
        `/verify?url=${query}`,
        `/sign-in?next=${query}`,
        `/claim-instance?token=${query}`,
        `/${query}`,
        `/?lang=${query}`,
      ])
        await read(world.anonymous, path)
      if (turn % 10 === 0) await read(who, '/space')
    }
    const { rows } = { rows: await queryText(world, `select string_agg(slug, ' ') as v from organisations`) }
    for (const slug of rows.split(' ').slice(0, 40)) {
      await read(world.anonymous, `/organisations/${slug}`)
      await read(house.owner, `/organisations/${slug}/manage`)
    }
    expect([...new Set(faults)].slice(0, 20)).toEqual([])
  })

  test('an address that runs or deceives becomes no link, wherever it is given', async () => {
    for (const url of badAddresses) {
      const profile = await house.owner.post(`/organisations/${house.organisation.slug}/manage/profile`, {
        name: 'Maison ici',
        kind: 'training',
        url,
      })
      await examine(`profile ${url}`, profile)
      await read(world.anonymous, `/organisations/${house.organisation.slug}`)
      await examine(
        'action',
        await house.owner.post(`/achievements/${house.draftId}/edit/action`, {
          name: 'x',
          action: 'y',
          'others.0.name': 'x',
          'others.0.url': url,
          go: 'next',
        }),
      )
      await read(house.owner, `/achievements/${house.draftId}/edit/preview`)
      const made = await house.owner.post(`/achievements/${house.achievementId}/award`, {
        kind: 'one',
        name: `Lien ${url.length}`,
        address: `lien-${url.length}-${url.charCodeAt(0)}@x.example`,
        evidence: url,
      })
      await world.drainJobs()
      await read(house.owner, made.headers.get('location') ?? '/')
    }
    const texts = await queryText(
      world,
      `select string_agg(signed_json, ' ') as v from credentials where recipient_name like 'Lien %'`,
    )
    expect(texts).not.toMatch(/"id":"\s*(?:javascript|data|vbscript|file|blob):/i)
    expect([...new Set(faults)].slice(0, 20)).toEqual([])
  })
})

test('the examination itself sees what it looks for', () => {
  for (const live of [
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<script>alert(1)</script>',
    '<iframe></iframe>',
    '<p style="x">',
    '<form action="//evil.example">',
    '<script src="//evil.example/x.js"></script>',
  ])
    expect(liveParts(`<p>${live}</p>`), live).not.toEqual([])
  expect(liveParts('<p>&lt;script&gt;alert(1)&lt;/script&gt; " onload=x</p>')).toEqual([])
})

describe('the headers of every answer', () => {
  test('every page, error and refusal carries the policy that lets nothing run', async () => {
    const answers = [
      ...(await Promise.all(
        Object.entries(rights)
          .filter(([route]) => route.startsWith('GET '))
          .map(async ([route, line]) => [route, await house.owner.get(line.at(house))] as const),
      )),
      ['404', await world.anonymous.get('/nowhere')] as const,
      ['404 with a NUL', await world.anonymous.get('/organisations/%00')] as const,
      [
        '403',
        await world.app.request(`${testOrigin}/sign-in`, {
          method: 'POST',
          body: new URLSearchParams({ address: 'x' }),
        }),
      ] as const,
      [
        '413',
        await world.app.request(`${testOrigin}/sign-in`, {
          method: 'POST',
          body: 'x'.repeat(300_000),
          headers: { 'content-length': '300000' },
        }),
      ] as const,
      ['method', await world.app.request(`${testOrigin}/sign-in`, { method: 'DELETE' })] as const,
    ]
    for (const [name, response] of answers) {
      if (response.headers.get('content-type')?.includes('html')) {
        expect(csp(response), name).toMatch(
          /default-src 'none'.*script-src 'self'.*form-action 'self'.*frame-ancestors 'none'/,
        )
        expect(csp(response), name).not.toMatch(/unsafe-|https?:|\*/)
        expect(response.headers.get('cache-control'), name).toContain('no-store')
      }
      expect(response.headers.get('x-content-type-options'), name).toBe('nosniff')
      expect(response.headers.get('x-powered-by'), name).toBeNull()
      expect(response.headers.get('server'), name).toBeNull()
    }
  })

  test('cookies are unreadable for scripts, and bound to the host over https', async () => {
    const secure = await testWorld('security-cookies', { origin: 'https://badges.example' })
    try {
      const page = await secure.anonymous.get('/sign-in?lang=en')
      const cookies = page.headers.getSetCookie()
      expect(cookies.length).toBeGreaterThan(0)
      for (const line of cookies)
        expect(line).toMatch(/^__Host-.*(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?=.*Path=\/)/)
      expect(page.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    } finally {
      await secure.close()
    }
  })
})
