import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testWorld, type World } from '../../../testing/index.ts'
import { enterEntry, entryOfAchievement, removeEntry } from '../index.ts'
import { foreign, publishedHere } from '../test-entries.ts'

const Page = z.object({
  format: z.literal('insigne-directory-feed/1'),
  items: z.array(
    z.object({
      id: z.string(),
      change: z.number(),
      changedAt: z.iso.datetime(),
      address: z.url(),
      removed: z.literal(true).optional(),
      achievement: z.object({ id: z.string(), name: z.string(), type: z.array(z.string()) }).optional(),
      issuer: z.object({ id: z.string(), name: z.string() }).optional(),
    }),
  ),
  next: z.string().nullable(),
  cursor: z.string(),
})

let world: World
const made: Awaited<ReturnType<typeof publishedHere>>[] = []
const get = (path: string, headers?: Record<string, string>) => world.anonymous.get(path, headers)
const feed = async (path = '/directory/feed') => Page.parse(await (await get(path)).json())
const inside = (address: string) => address.replace(/^https?:\/\/[^/]+/, '')

beforeAll(async () => {
  world = await testWorld('directory-feeds')
  for (const name of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq & <six>'])
    made.push(await publishedHere(world, { name: `Atelier ${name}` }))
  await world.drainJobs()
  await enterEntry(world.ctx(), foreign('harvested', { achievement: { name: 'Moissonné & <lu>' } }))
})
afterAll(() => world.close())

describe('the feed for other instances', () => {
  test('tells what was made here, and nothing that was read elsewhere', async () => {
    const page = await feed()
    expect(page.items).toHaveLength(5)
    expect(page.items.map((one) => one.achievement?.name)).not.toContain('Moissonné & <lu>')
    expect(page.next).toBeNull()
    expect(await feed(`/directory/feed?since=${page.cursor}`)).toMatchObject({
      items: [],
      cursor: page.cursor,
    })
  })

  test('misses nothing that changes while somebody pages', async () => {
    const seen = new Map<string, number>()
    let path: string | null = '/directory/feed?limit=2'
    for (let pages = 0; path !== null; pages++) {
      const page: z.infer<typeof Page> = await feed(path)
      for (const one of page.items) seen.set(one.id, one.change)
      // The first one, already read, changes again.
      if (pages === 0) {
        await made[0]?.rename('Un autre nom')
        await world.drainJobs()
      }
      path = page.next === null ? null : inside(page.next)
    }
    expect(seen.size).toBe(5)
    const changed = await entryOfAchievement(world.ctx(), made[0]?.achievementId ?? '')
    const last = [...seen].sort((a, b) => b[1] - a[1])[0]
    expect(last?.[0]).toBe(changed?.id)
  })

  test('tells a removal, since a cursor and since a date', async () => {
    const { cursor } = await feed()
    world.clock.advance(3_600_000)
    const since = world.clock.now().toISOString()
    const entry = await entryOfAchievement(world.ctx(), made[1]?.achievementId ?? '')
    await removeEntry(world.ctx(), entry?.id ?? '', 'operator')
    const removal = { id: entry?.id, removed: true, address: entry?.address }
    expect((await feed(`/directory/feed?since=${cursor}`)).items).toMatchObject([removal])
    expect((await feed(`/directory/feed?since=${encodeURIComponent(since)}`)).items).toMatchObject([removal])
    world.clock.advance(3_600_000)
    const later = world.clock.now().toISOString()
    expect((await feed(`/directory/feed?since=${encodeURIComponent(later)}`)).items).toEqual([])
  })

  test('answers who has it already, from anywhere, and refuses what it cannot read', async () => {
    const first = await get('/directory/feed')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const etag = first.headers.get('etag') ?? ''
    expect((await get('/directory/feed', { 'if-none-match': `W/${etag}` })).status).toBe(304)
    for (const bad of [
      'since=yesterday',
      'since=-1',
      'limit=0',
      'limit=x',
      'limit=501',
      'since=2026-13-45',
    ]) {
      const refused = await get(`/directory/feed?${bad}`, { accept: 'application/json' })
      expect([bad, refused.status]).toEqual([bad, 400])
    }
  })

  test('refuses as a problem even a program that does not say what it accepts', async () => {
    const refused = await get('/directory/feed?since=yesterday')
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(await refused.json()).toMatchObject({ status: 400, code: 'directory.bad-since' })
  })
})

describe('for search engines and readers of news', () => {
  test('robots.txt names a sitemap of sitemaps, which name every entry', async () => {
    const robots = await (await get('/robots.txt')).text()
    const index = await (await get(inside(/Sitemap: (\S+)/.exec(robots)?.[1] ?? ''))).text()
    const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map((one) => one[1] ?? '')
    expect(maps).toHaveLength(2)
    const all = (await Promise.all(maps.map(async (one) => (await get(inside(one))).text()))).join('')
    expect(all).toContain(`/achievements/${made[2]?.achievementId}</loc>`)
    expect(all.match(/\/directory\/entries\/[0-9a-f-]{36}</g)).toHaveLength(1)
    expect((await get('/sitemaps/7.xml')).status).toBe(404)
    expect((await get('/sitemaps/0.xml')).status).toBe(404)
  })

  test('the news say the newest first, with every sign escaped', async () => {
    const answer = await get('/directory/new.rss')
    const rss = await answer.text()
    expect(answer.headers.get('content-type')).toContain('application/rss+xml')
    expect(rss.indexOf('Moissonné &amp; &lt;lu&gt;')).toBeGreaterThan(0)
    expect(rss.indexOf('Moissonné')).toBeLessThan(rss.indexOf('Cinq &amp; &lt;six&gt;'))
  })
})
