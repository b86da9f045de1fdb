import { buildAchievement } from '@insigne/open-badges'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../../infra/context.ts'
import { testWorld, type World } from '../../testing/index.ts'
import { createAchievement, publishAchievement, saveDraft } from '../achievements/index.ts'
import { loadShipped, savoirEtreAlignment } from '../frameworks/index.ts'
import { createOrganisation } from '../organisations/index.ts'
import { areaByCode } from '../territories/index.ts'
import { forgetEntries } from './actions/forget-entries.ts'
import { enterEntry, loseSighting, removeEntry, searchDirectory } from './index.ts'
import { issuerPath } from './pages/say-entry.ts'
import { asking, foreign } from './test-entries.ts'

let world: World
/** A competency badge of ours, a participation badge of somebody else, both of one skill. */
let own = ''
let theirs = ''
let silent = ''
let skillId = ''

const skill = savoirEtreAlignment('300483')
const aligned = { type: ['Alignment'], ...(skill ?? { targetName: '', targetUrl: '' }) } as const

const open = async (path: string) => {
  const response = await world.anonymous.get(path)
  return { status: response.status, html: await response.text(), location: response.headers.get('location') }
}
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
const hrefs = (html: string, pattern: RegExp) =>
  [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => pattern.test(href))

beforeAll(async () => {
  world = await testWorld('directory-pages')
  await loadShipped(world.ctx())
  const owner = await world.person('atelier@cardan.example')
  const normandie = await areaByCode(world.ctx(), 'R28')
  const organisation = await createOrganisation(owner.ctx, {
    name: 'Atelier Cardan',
    kind: 'training',
    city: 'Caen',
    ...(normandie === undefined ? {} : { territoryId: normandie.id }),
  })
  own = (await createAchievement(owner.ctx, organisation.id, 'competence')).achievementId
  await saveDraft(owner.ctx, own, 'action', {
    name: 'Organiser son travail dans un atelier',
    situation: 'En atelier, quand l’ordre change',
    action: 'Range ses tâches et prévient d’un retard.',
    criteria: ['Range ses tâches avant de commencer', 'Prévient d’un retard avant dix heures'],
    alignments: skill === undefined ? [] : [skill],
  })
  await saveDraft(owner.ctx, own, 'checks', {
    assessment: { kind: 'observation', note: 'trois fois' },
    evidenceRule: 'required',
  })
  await saveDraft(owner.ctx, own, 'assessor', { assessor: { role: 'Une encadrante', independent: true } })
  await publishAchievement(owner.ctx, own)
  await world.drainJobs()

  const read = await enterEntry(
    world.ctx(),
    foreign(1, {
      host: 'learning-rouen.example',
      issuerName: 'Open Learning Rouen',
      areas: ['D76', 'R28'],
      achievement: {
        ...buildAchievement({
          id: 'https://learning-rouen.example/badges/1',
          name: 'Organisation <b>du</b> travail',
          description: 'Remis aux personnes qui ont suivi les deux journées d’atelier sur l’organisation.',
          criteria: {
            narrative: 'La personne était présente aux deux journées. <img src=x onerror=alert(1)>',
          },
        }),
        image: { id: 'https://learning-rouen.example/image.png', type: 'Image' },
        alignment: [{ ...aligned, type: ['Alignment'] }],
      },
      lost: [
        { code: 'convert.proof', path: '/verification', fr: 'La preuve se perd.', en: 'The proof is lost.' },
      ],
    }),
  )
  theirs = read.id
  silent = (
    await enterEntry(
      world.ctx(),
      foreign(2, { host: 'lieu-dit.example', issuerName: 'Lieu-Dit', areas: ['D29', 'R53'] }),
    )
  ).id
  for (let n = 10; n < 35; n++)
    await enterEntry(
      world.ctx(),
      foreign(n, {
        host: `h${n % 3}.example`,
        issuerName: `Maison ${n % 3}`,
        areas: n % 2 === 0 ? ['D35', 'R53'] : [],
        achievement: { name: `Accueillir un client ${n}` },
      }),
    )
  const found = await searchDirectory(world.ctx(), asking({ q: 'organiser' }))
  skillId = found.entries.flatMap((one) => one.skills.flatMap((each) => each.skillId ?? []))[0] ?? ''
})
afterAll(() => world.close())

describe('the search', () => {
  test('says how many there are, exactly, and leads from page to page to each of them', async () => {
    const total = (await searchDirectory(world.ctx(), asking({}))).total
    const seen = new Set<string>()
    let path: string | undefined = '/directory'
    while (path !== undefined) {
      const { html } = await open(path)
      expect(plain(html)).toContain(`${total} modèles de badge`)
      for (const href of hrefs(html, /^\/(?:directory\/entries|achievements)\//)) seen.add(href)
      path = hrefs(/<nav class="pages[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '', /page=/).at(-1)
      if (path !== undefined && html.includes('rel="next"') === false) path = undefined
    }
    expect(seen.size).toBe(total)
  })

  test('keeps words, place and choices in one address, whichever form field they came from', async () => {
    const go = async (query: string) => (await open(`/directory?${query}`)).location
    expect(await go('q=organiser&where=Normandie&shown=')).toBe('/directory?q=organiser&area=R28')
    expect(await go('q=organiser&where=Normandie&shown=R28&area=R28&nature=competence')).toBe(
      '/directory?q=organiser&nature=competence&area=R28',
    )
    expect(await go('where=Finist%C3%A8re&shown=R28&area=R28')).toBe('/directory?area=D29')
    expect(await go('where=&shown=R28&area=R28&fact=1')).toBe('/directory?fact=1')
    expect(await go('where=&shown=&area=R28')).toBe('/directory?area=R28')
    const unknown = await open('/directory?where=Atlantide&shown=')
    expect(unknown.status).toBe(200)
    expect(plain(unknown.html)).toContain('Nous ne connaissons pas le lieu « Atlantide »')
    expect(unknown.html).toContain('value="Atlantide"')
  })

  test('reads through a typing error and says so', async () => {
    const { html } = await open('/directory?q=organizer+son+travial')
    expect(plain(html)).toMatch(/Nous avons lu « travial » comme « travail »/)
    expect(html).toContain(`/achievements/${own}`)
  })

  test('proposes, where nothing is found, wider questions that have as many results as they say', async () => {
    const { html } = await open(`/directory?q=accueillir&nature=competence&area=R28`)
    const empty = /<div class="empty">[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
    const offers = [...empty.matchAll(/href="([^"]+)">([^<]+)<\/a><span[^>]*> \((\d+)/g)]
    expect(offers.length).toBeGreaterThan(1)
    for (const [, href = '', , count] of offers)
      expect(plain((await open(href.replaceAll('&amp;', '&'))).html)).toContain(`${count} modèle`)
  })

  test('lets search engines keep the pages of one choice, and none of the combinations', async () => {
    const noindex = async (path: string) => (await open(path)).html.includes('content="noindex"')
    expect(await noindex('/directory')).toBe(false)
    expect(await noindex('/directory?area=R28')).toBe(false)
    for (const path of ['?area=R28&fact=1', '?q=organiser', '?order=name', '?page=2', '?area=R11'])
      expect(await noindex(`/directory${path}`), path).toBe(true)
    expect((await open('/directory?order=name&area=R28')).html).toContain(
      'rel="canonical" href="http://insigne.test/directory?area=R28"',
    )
  })

  test('each tile of the map counts what its address shows', async () => {
    const { html } = await open('/directory')
    const tiles = [
      ...html.matchAll(/<a href="(\/directory\?area=D[^"]+)" class="s[1-4]"><title>[^<]*: (\d+)/g),
    ]
    expect(tiles.length).toBeGreaterThan(2)
    for (const [, href = '', count] of tiles)
      expect(plain((await open(href)).html)).toMatch(new RegExp(` ${count} modèle`))
  })

  test('answers any address, and lets nothing in it act', async () => {
    const names = ['q', 'nature', 'fact', 'skill', 'issuer', 'area', 'language', 'awarded', 'order', 'page']
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('"><script>', '\u0000', '%', '-1', '1e9', 'R28', "'", '../..', 'javascript:x'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...names, 'where', 'shown', 'compare', 'e'), text)),
        async (pairs) => {
          const query = new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()]))
          for (const path of ['/directory', '/directory/compare']) {
            const { status, html } = await open(`${path}?${query}`)
            expect([200, 303]).toContain(status)
            expect(html).not.toMatch(/<script|href="javascript:/i)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('an entry read elsewhere', () => {
  test('shows what it says and what it stands on, asks its server for nothing and lets its text stay text', async () => {
    const { html, status } = await open(`/directory/entries/${theirs}`)
    expect(status).toBe(200)
    const text = plain(html)
    for (const part of [
      'Open Learning Rouen',
      'Seine-Maritime',
      'La preuve se perd.',
      'Où nous l’avons lu',
      'Badges qui montrent la même compétence',
      'Règles de lecture',
    ])
      expect(text).toContain(part)
    expect(html.match(/id="fact-\d+"/g)).toHaveLength(10)
    expect(html).toContain('Organisation &lt;b>du&lt;/b> travail')
    expect(html).not.toMatch(/<img|image\.png|onerror=alert\(1\)>"/)
    expect(html).toContain(`/directory/entries/${theirs}/report`)
    expect(html).toContain(`/directory/entries/${theirs}/removal`)
  })

  test('one made here leads to its own page, which shows the others of its skill', async () => {
    const entry = (await searchDirectory(world.ctx(), asking({ q: 'atelier cardan organiser' }))).entries[0]
    expect((await open(`/directory/entries/${entry?.id}`)).location).toBe(`/achievements/${own}`)
    const { html } = await open(`/achievements/${own}`)
    expect(plain(html)).toContain('Badges qui montrent la même compétence')
    expect(html).toContain(`/directory/entries/${theirs}`)
    expect(plain(html)).toContain('Établi ici, pas sur lui : ')
  })

  test('is not found under any other identifier', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000', '%00', own])
      expect((await open(`/directory/entries/${id}`)).status).toBe(404)
  })
})

describe('an entry that was taken out', () => {
  const enter = async (n: string, more: Parameters<typeof foreign>[1] = {}) =>
    (await enterEntry(world.ctx(), foreign(n, { host: 'taken-out.example', ...more }))).id

  test.each(['issuer', 'operator', 'report'] as const)(
    'says so and leads to the search, whoever took it out: %s',
    async (reason) => {
      const id = await enter(reason, { achievement: { name: 'Un nom qui ne se dit plus' } })
      await removeEntry(asSystem(world.ctx()), id, reason)
      for (const path of ['', '/report', '/removal']) {
        const { status, html } = await open(`/directory/entries/${id}${path}`)
        expect(status).toBe(410)
        expect(plain(html)).toContain('Il a été retiré de l’annuaire.')
        expect(html).toContain('href="/directory"')
        expect(html).toContain('content="noindex"')
        expect(html).not.toContain('Un nom qui ne se dit plus')
      }
      const told = await world.app.request(`/directory/entries/${id}`, {
        headers: { accept: 'application/json' },
      })
      expect([told.status, (await told.json()).code]).toEqual([410, 'directory.removed'])
      const sent = { reason: 'dead', detail: 'Il n’est plus là.', contact: '' }
      expect((await world.anonymous.post(`/directory/entries/${id}/report`, sent)).status).toBe(410)
    },
  )

  test('as the same as another leads to that other', async () => {
    const criteria = { narrative: 'Accueillir dix personnes dans la journée.' }
    const kept = await enter('kept')
    const twin = await enter('twin', { achievement: { criteria } })
    const both = {
      related: [{ id: 'https://taken-out.example/badges/twin', type: ['Related'], version: '1' }],
    }
    expect(await enter('kept', { achievement: both })).toBe(kept)
    expect((await open(`/directory/entries/${twin}`)).location).toBe(`/directory/entries/${kept}`)
    await removeEntry(asSystem(world.ctx()), kept, 'issuer')
    expect((await open(`/directory/entries/${twin}`)).status).toBe(410)
  })

  test('with the demo was never there', async () => {
    const id = await enter('demo')
    await forgetEntries(asSystem(world.ctx()), [id])
    expect((await open(`/directory/entries/${id}`)).status).toBe(404)
  })
})

describe('what is set aside to be compared', () => {
  const tray = (html: string) => /<section class="compare-tray"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  const carried = (path: string) => new URL(path, 'http://x.test').searchParams.getAll('compare')
  /** The first badge of the page that is not set aside yet. */
  const first = async (path: string) =>
    hrefs((await open(path)).html, /#b-/).find((href) => carried(href).length > carried(path).length) ?? ''

  test('is in the address of every way on: pages, order, filters, places, another search', async () => {
    const chosen = await first('/directory')
    const [id = ''] = carried(chosen)
    const { html } = await open(chosen)
    expect(tray(html)).toContain('À comparer')
    expect(tray(html)).not.toContain('/directory/compare?')
    const ways = hrefs(html, /^\/directory\?/).filter(
      (href) => !tray(html).includes(href.replaceAll('&', '&amp;')),
    )
    expect(ways.length).toBeGreaterThan(20)
    for (const way of ways) if (!way.endsWith(`#b-${id}`)) expect(carried(way), way).toContain(id)

    // The form, as a browser without script sends it, with a filter and words.
    const hidden = [...html.matchAll(/<input type="hidden" name="compare" value="([^"]+)"/g)].map(
      ([, one]) => one,
    )
    expect(hidden).toEqual([id])
    const sent = await open(`/directory?q=accueillir&where=&nature=participation&compare=${id}`)
    expect(carried(sent.location ?? '')).toEqual([id])
    expect(tray((await open(sent.location ?? '')).html)).toContain('Retirer')
    const nothing = await open(`/directory?q=zzzz&compare=${id}`)
    expect(tray(nothing.html)).not.toBe('')
    expect(
      hrefs(nothing.html, /^\/directory\?/).every(
        (href) => carried(href).length === 1 || tray(nothing.html).includes(href.replaceAll('&', '&amp;')),
      ),
    ).toBe(true)
  })

  test('grows from page to page to four at most, and leads to the comparison of these', async () => {
    let path = await first('/directory')
    const next = hrefs((await open(path)).html, /page=2$|page=2&/)[0] ?? ''
    path = await first(next)
    expect(carried(path)).toHaveLength(2)
    const two = await open(path)
    expect(hrefs(tray(two.html), /^\/directory\/compare\?/)).toEqual([
      `/directory/compare?${carried(path)
        .map((id) => `e=${id}`)
        .join('&')}`,
    ])
    path = await first(path.replace(/page=2&?/, ''))
    path = await first(path)
    expect(carried(path)).toHaveLength(4)
    const four = await open(path)
    expect(plain(tray(four.html))).toContain('Quatre badges au plus')
    expect(hrefs(four.html, /#b-/).every((href) => carried(href).length === 3)).toBe(true)
    const away = hrefs(tray(four.html), /^\/directory\?/)
    expect(away.map((href) => carried(href).length)).toEqual([3, 3, 3, 3])
    const compared = await open(hrefs(tray(four.html), /^\/directory\/compare\?/)[0] ?? '')
    expect(compared.html.match(/<thead>[\s\S]*<\/thead>/)?.[0].match(/<th /g)).toHaveLength(5)
    expect(hrefs(compared.html, /^\/directory\?compare=/)[0]).toBe(
      `/directory?${carried(path)
        .map((id) => `compare=${id}`)
        .join('&')}`,
    )
  })

  test('is forgotten where it left the directory, asks for nothing, and is no page to keep', async () => {
    const odd = `compare=x&compare=00000000-0000-4000-8000-000000000000&compare=${theirs}`
    const { html } = await open(`/directory?${odd}`)
    expect(tray(html)).toContain('Organisation &lt;b>du&lt;/b> travail')
    expect(hrefs(html, /page=2/).map(carried)).toEqual([[theirs]])
    expect(html).toContain('content="noindex"')
    expect(html).toContain('rel="canonical" href="http://insigne.test/directory"')
    const count = (one: string) => /(\d+) modèles de badge/.exec(plain(one))?.[1]
    expect(count(html)).toBe(count((await open('/directory')).html))
  })
})

describe('the comparison', () => {
  const entryOf = async () =>
    (await searchDirectory(world.ctx(), asking({ q: 'atelier organiser' }))).entries.find(
      (one) => one.origin === 'here',
    )?.id ?? ''

  test('puts the same rows side by side and marks those that differ', async () => {
    const { html } = await open(`/directory/compare?e=${await entryOf()}&e=${theirs}`)
    const rows = [...html.matchAll(/<tr>[\s\S]*?<\/tr>/g)].map(([row]) => row).slice(1)
    expect(rows).toHaveLength(19)
    for (const row of rows) expect(row.match(/<td/g)).toHaveLength(2)
    const nature = rows.find((row) => row.includes('Nature montrée')) ?? ''
    expect(plain(nature)).toMatch(/≠ diffère\s+Compétence/)
    expect(html).toMatch(/data-label="B\. Open Learning Rouen"/)
  })

  test('helps to choose where fewer than two are there, and says what it leaves out', async () => {
    const none = await open('/directory/compare')
    expect(none.html).not.toContain('<table')
    const one = await open(`/directory/compare?e=${theirs}&e=${theirs}&e=nothing`)
    expect(plain(one.html)).toContain('Badges qui montrent la même compétence')
    expect(plain(one.html)).toContain('n’est plus dans l’annuaire')
    const found = await open(`/directory/compare?e=${theirs}&q=accueillir`)
    expect(hrefs(found.html, /^\/directory\/compare\?e=[^&]+&e=/)).toHaveLength(8)
    const ids = (await searchDirectory(world.ctx(), asking({ q: 'accueillir' }))).entries.map((one) => one.id)
    const five = await open(
      `/directory/compare?${ids
        .slice(0, 5)
        .map((id) => `e=${id}`)
        .join('&')}`,
    )
    expect(plain(five.html)).toContain('Quatre badges au plus')
    expect(five.html.match(/<thead>[\s\S]*<\/thead>/)?.[0].match(/<th /g)).toHaveLength(5)
  })
})

describe('the page of a skill', () => {
  test('counts that add up, and every figure opens as many rows', async () => {
    const { html, status } = await open(`/skills/${skillId}`)
    expect(status).toBe(200)
    expect(plain(html)).toContain('2 modèles de badge, 2 émetteurs')
    const figures = [
      ...html.matchAll(/href="(\/directory\?[^"]+)">(?:(?!<\/a>)[\s\S])*<\/a><\/dt><dd>(\d+)/g),
    ]
    expect(figures.length).toBeGreaterThan(4)
    for (const [, href = '', count] of figures)
      expect(plain((await open(href.replaceAll('&amp;', '&'))).html)).toContain(`${count} modèle`)
  })

  test('is not there for a skill that nobody knows', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000'])
      expect((await open(`/skills/${id}`)).status).toBe(404)
  })
})

describe('the page of an issuer', () => {
  test('stands at an address without a slash in it, for those of elsewhere', async () => {
    const { entries } = await searchDirectory(world.ctx(), asking({ q: 'rouen' }))
    const [entry] = (await searchDirectory(world.ctx(), asking({ origin: 'elsewhere', q: 'organisation' })))
      .entries
    const issuer = (entries[0] ?? entry)?.issuer ?? { key: '' }
    const path = issuerPath(issuer)
    expect(path.slice('/directory/issuers/'.length)).not.toMatch(/\/|%2F/i)
    const { html, status } = await open(path)
    expect(status).toBe(200)
    expect(plain(html)).toContain('Open Learning Rouen')
    expect((await open('/directory/issuers/nobody.example')).status).toBe(404)
  })

  test('is the organisation’s own page for those of here', async () => {
    const { entries } = await searchDirectory(world.ctx(), asking({ origin: 'here' }))
    expect((await open(issuerPath(entries[0]?.issuer ?? { key: '' }))).location).toBe(
      '/organisations/atelier-cardan',
    )
  })
})

describe('the page of a territory', () => {
  test('says what is recognised, by whom and what is missing; every figure opens as many rows', async () => {
    const { html } = await open('/territories/normandie')
    const text = plain(html)
    expect(text).toContain('2 modèles de badge, 2 émetteurs')
    for (const part of [
      'Ce qui manque',
      'Natures absentes',
      'Certification du réseau',
      'Par département',
      'Calvados',
    ])
      expect(text).toContain(part)
    const figures = [
      ...html.matchAll(/href="(\/directory\?[^"]+)">(?:(?!<\/a>)[\s\S])*<\/a><\/dt><dd>(\d+)/g),
    ]
    expect(figures.length).toBeGreaterThan(4)
    for (const [, href = '', count] of figures)
      expect(plain((await open(href.replaceAll('&amp;', '&'))).html)).toContain(`${count} modèle`)
    const bretagne = plain((await open('/territories/bretagne')).html)
    expect(bretagne).toMatch(/Reconnues ailleurs, par personne ici .*2 modèles ailleurs/)
  })

  test('says so where nothing is recognised yet', async () => {
    expect(plain((await open('/territories/corse')).html)).toContain('Aucun badge de l’annuaire')
    expect((await open('/territories/atlantide')).status).toBe(404)
  })
})

test('a badge whose address is silent is shown as its last copy, with the date', async () => {
  await loseSighting(world.ctx(), 'https://lieu-dit.example/badges/2')
  const { html } = await open(`/directory/entries/${silent}`)
  expect(plain(html)).toMatch(/Adresse muette. Ceci est la dernière copie, du 23 novembre 2026/)
  expect(html).toContain('content="noindex"')
  expect(plain((await open('/directory?issuer=lieu-dit.example%2Fissuers%2F1')).html)).toContain(
    'Adresse muette',
  )
})

test('what is not there is not there, however it is written', async () => {
  for (const place of [
    '/directory/issuers',
    '/directory/entries',
    '/skills',
    '/territories',
    '/directory/natures',
  ])
    for (const written of [
      '%00',
      '%E0%A4%A',
      '~1~0',
      '%2F..%2F',
      "'",
      'x'.repeat(3000),
      '%F0%9F%98%80',
      'x.png',
    ])
      expect((await open(`${place}/${written}`)).status, `${place}/${written}`).toBe(404)
})
