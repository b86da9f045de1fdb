import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookAlikes, looksLike, mixesAlphabets } from './likeness.ts'
import { departmentOf } from './places.ts'
import { readAchievement } from './read/achievement.ts'
import { readContent } from './read/content.ts'
import { readHtml } from './read/html.ts'
import { readLines } from './read/lines.ts'
import { recognise } from './read/recognise.ts'
import { mayFetch, parseRobots } from './robots.ts'
import { canonicalAddress, defaultSettings, hostRest, isGone, nextReading, retryAfterMs } from './rules.ts'

describe('robots.txt', () => {
  const robots = parseRobots(
    [
      '# us',
      'User-agent: Insigne',
      'User-Agent: other',
      'Disallow: /private',
      'Allow: /private/open',
      'Disallow: /*.pdf$',
      'Crawl-delay: 2.5',
      '',
      'User-agent: *',
      'Disallow: /',
    ].join('\r\n'),
  )
  test.each([
    ['/', true],
    ['/private', false],
    ['/private/open/1', true],
    ['/a/b.pdf', false],
    ['/a/b.pdf?x', true],
    ['/robots.txt', true],
  ])('%s: %s', (path, may) => {
    expect(mayFetch(robots, `https://x.example${path}`)).toBe(may)
  })
  test('the delay is read; without a group of ours, everybody’s holds; nonsense forbids nothing', () => {
    expect(robots.delaySeconds).toBe(2.5)
    expect(mayFetch(parseRobots('User-agent: *\nDisallow: /é'), 'https://x.example/%c3%a9')).toBe(false)
    expect(mayFetch(parseRobots('<!doctype html>'), 'https://x.example/')).toBe(true)
  })
  test('any text is read, in time that grows with it and no faster', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), fc.webPath(), (text, path) => {
        expect(typeof mayFetch(parseRobots(text), `https://x.example${path}`)).toBe('boolean')
      }),
    )
    const hostile = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(1_000)}$`)
    expect(mayFetch(hostile, `https://x.example/${'a'.repeat(100_000)}b`)).toBe(true)
  })
})

describe('names that pass for others', () => {
  const names = ['Université de Caen', 'Réseau Cap Autonomie', 'Fabrique des Possibles', 'Mission locale']
  test('500 look-alike pairs are seen', () => {
    const byLetter = Map.groupBy(Object.entries(lookAlikes), ([, latin]) => latin)
    let pairs = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        (name, luck) => {
          const other = [...name]
            .map((letter, at) => {
              const alike = byLetter.get(letter.toLowerCase()) ?? []
              return alike.length === 0 || (luck[at] ?? 0) % 3 > 0
                ? letter
                : (alike[(luck[at] ?? 0) % alike.length]?.[0] ?? letter)
            })
            .join('')
          pairs += 1
          expect(looksLike(other, name), other).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
    expect(pairs).toBe(500)
  })
  test('case, accents, spaces and close letters count for nothing; other names are others', () => {
    expect(looksLike('RESEAU  CAP-AUTONOMIE', 'Réseau Cap Autonomie')).toBe(true)
    expect(looksLike('Forrnation', 'Formation')).toBe(true)
    expect(looksLike('Université de Rouen', 'Université de Caen')).toBe(false)
    expect(mixesAlphabets('Université dе Caen')).toBe(true)
    expect(mixesAlphabets('Université Ελλάδα')).toBe(false)
  })
})

describe('what is read', () => {
  test('lists with or without header, in quotes, with did:web, without doubles', () => {
    const { addresses, without } = readLines(
      'Nom,Adresse\nA,"https://a.example/1#x"\nB,http://a.example/1\nC,did:web:b.example:o\nD,rien\n\n',
      100,
    )
    expect(addresses).toEqual(['https://a.example/1', 'https://b.example/o/did.json'])
    expect(without).toEqual([5])
  })
  test('pages: alternates of the right kind alone, data blocks alone', () => {
    const { alternates, blocks } = readHtml(
      `<LINK REL='alternate stylesheet' TYPE="application/json; charset=utf-8" HREF=/a?b=1&amp;c=2>
       <link rel="alternate" type="text/css" href="/x.css"><link rel="alternate" type="application/json" href="javascript:1">
       <script type="application/ld+json">{"a":1}</script><script>var b = {"c":2}</script>`,
      'https://x.example/',
    )
    expect(alternates).toEqual(['https://x.example/a?b=1&c=2'])
    expect(blocks).toEqual([{ a: 1 }])
  })
  test('an achievement keeps what is sound and leaves out what is not', () => {
    const read = readAchievement({
      id: 'https://x.example/1',
      type: 'Achievement',
      name: ['', 'Un nom'],
      description: { en: 'Some', fr: 'Du texte' },
      criteria: 'https://x.example/criteria',
      alignment: [{ targetName: 'x', targetUrl: 'no address' }, 3],
      image: 'data:image/png;base64,AAAA',
      inLanguage: 'not a language',
      achievementType: 'Whatever',
      tag: 'seul',
    })
    expect(read).toEqual({
      achievement: {
        id: 'https://x.example/1',
        type: ['Achievement'],
        name: 'Un nom',
        description: 'Du texte',
        criteria: { id: 'https://x.example/criteria' },
        tag: ['seul'],
      },
    })
    expect(readAchievement({ id: 'x', name: ' ' })).toEqual({
      missing: ['id', 'name', 'description', 'criteria'],
    })
  })
  test('any JSON and any bytes are read without throwing', async () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = JSON.parse(JSON.stringify(value))
        recognise(parsed, 'https://x.example/', 100)
        if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) readAchievement(parsed)
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 500 }),
        fc.option(fc.string(), { nil: null }),
        async (bytes, type) => {
          expect(await readContent(bytes, type)).toBeTypeOf('object')
        },
      ),
    )
  })
})

describe('when', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  test('the next reading is a day away, a tenth more or less, and further after failures', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), (luck, failures) => {
        const hours =
          (nextReading(now, defaultSettings, failures, luck).getTime() - now.getTime()) / 3_600_000
        const base = 24 * 2 ** Math.min(failures, 4)
        expect(hours).toBeGreaterThanOrEqual(base * 0.899)
        expect(hours).toBeLessThanOrEqual(base * 1.101)
      }),
    )
    expect([1, 2, 3, 30].map(hostRest)).toEqual([30_000, 60_000, 120_000, 1_800_000])
  })
  test('Retry-After is seconds or a date, a day at most', () => {
    expect(retryAfterMs('120', now)).toBe(120_000)
    expect(retryAfterMs('Mon, 23 Nov 2026 12:01:00 GMT', now)).toBe(60_000)
    expect(retryAfterMs('99999999', now)).toBe(24 * 3_600_000)
    expect(retryAfterMs('-1', now)).toBeUndefined()
    expect(retryAfterMs('soon', now)).toBeUndefined()
    expect(retryAfterMs(null, now)).toBeUndefined()
  })
  test('three times and a day and a half make an address gone', () => {
    const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
    expect(isGone({ dead_times: 3, dead_since: ago(40) }, now)).toBe(true)
    expect(isGone({ dead_times: 9, dead_since: ago(20) }, now)).toBe(false)
    expect(isGone({ dead_times: 2, dead_since: ago(99) }, now)).toBe(false)
  })
  test('an address is asked over https, without fragment, and never with a user name', () => {
    expect(canonicalAddress(' http://X.example/a#b ')).toBe('https://x.example/a')
    expect(canonicalAddress('http://localhost:3000/a', () => true)).toBe('http://localhost:3000/a')
    for (const text of [
      'ftp://x.example',
      'https://a@x.example',
      'x',
      '',
      `https://x.example/${'a'.repeat(2_000)}`,
    ])
      expect(canonicalAddress(text)).toBeUndefined()
  })
  test('a French postal code says the department', () => {
    const at = (postalCode: string, addressCountryCode = 'FR') =>
      departmentOf({ id: 'x:y', type: [], address: { type: [], postalCode, addressCountryCode } })
    expect(['14000', '20000', '20200', '97400', '75 011'].map((one) => at(one))).toEqual([
      'D14',
      'D2A',
      'D2B',
      'D974',
      'D75',
    ])
    expect(at('1000')).toBeUndefined()
    expect(at('10000', 'BE')).toBeUndefined()
  })
})
