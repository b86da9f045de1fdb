import { readdirSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  bakeSvg,
  extract,
  OpenBadgesError,
  parseJson,
  prepare,
  sign,
  verify,
  verifyAndRead,
} from '../../src/index.ts'
import { seeded } from '../mutations.ts'
import { makeIssuer, sampleCredential } from '../sample.ts'
import { chunk, end, header, join, png, signature, texts } from './png.ts'

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'read'
  } catch (error) {
    if (error instanceof OpenBadgesError) return error.code
    throw error
  }
}
const keywords = ['openbadgecredential', 'clrcredential', 'openbadges', 'OpenBadges']
const issuer = await makeIssuer()
const mine = JSON.stringify(await sign(prepare(sampleCredential(issuer.did)), issuer))
const another = JSON.stringify({ ...JSON.parse(mine), name: 'Autre' })
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>'

describe('T12, a badge put in the place of another', () => {
  const pairs = keywords.flatMap((first) =>
    Object.keys(texts).map((kind): [string, string, keyof typeof texts] => [
      `${first} and ${kind}`,
      first,
      kind as keyof typeof texts,
    ]),
  )
  test.each(pairs)('two in a PNG, by %s, are refused', async (_name, keyword, kind) => {
    for (const bytes of [
      png(texts.iTXt('openbadgecredential', mine), texts[kind](keyword, another)),
      png(texts[kind](keyword, another), texts.iTXt('openbadgecredential', mine)),
    ]) {
      const { verdict, checks } = await verify(bytes)
      expect([verdict, checks[0]?.code]).toEqual(['invalid', 'extract.two-payloads'])
    }
  })
  test.each(keywords)('after the end of a PNG, under the name %s, is not read', async (keyword) => {
    const alone = join(png(), texts.iTXt(keyword, mine))
    expect(await codeOf(() => extract(alone))).toBe('extract.no-credential')
    const both = join(png(texts.iTXt('openbadgecredential', mine)), texts.iTXt(keyword, another))
    const { report, raw } = await verifyAndRead(both)
    expect([report.verdict, raw?.text]).toEqual(['valid', mine])
  })

  const namespaces = [
    'https://purl.imsglobal.org/ob/v3p0',
    'https://purl.imsglobal.org/clr/v2p0',
    'http://openbadges.org',
    'https://openbadges.org/',
    'HTTP://OPENBADGES.ORG',
  ]
  const forms = [
    (uri: string) => `<x:credential xmlns:x="${uri}" verify="a.b.c"/>`,
    (uri: string) => `<x:assertion xmlns:x="${uri}" verify="https://a.example/1"/>`,
    (uri: string) => `<credential xmlns="${uri}"><![CDATA[{"id":"urn:x"}]]></credential>`,
    (uri: string) => `<g><g><x:credential xmlns:x="${uri}">{"id":"urn:x"}</x:credential></g></g>`,
  ]
  test.each(namespaces.flatMap((uri) => forms.map((form): [string] => [form(uri)])))(
    'two in an SVG, by %s, are refused',
    async (second) => {
      const baked = bakeSvg(drawing, mine)
      for (const text of [
        baked.replace('</svg>', `${second}</svg>`),
        baked.replace(/(<svg[^>]*>)/, `$1${second}`),
      ]) {
        const { verdict, checks } = await verify(text)
        expect([verdict, checks[0]?.code]).toEqual(['invalid', 'extract.two-payloads'])
      }
    },
  )
  test('the picture around a badge changes nothing of what is read', async () => {
    const { credential } = await verifyAndRead(
      bakeSvg(drawing.replace('<circle', '<title>Doctorat</title><circle'), mine),
    )
    expect(credential?.credentialSubject.achievement.name).toBe('Travailler en équipe')
  })
})

test('T20, three hundred pictures of too many pixels are refused from their header', async () => {
  const random = seeded(20)
  for (let at = 0; at < 300; at += 1) {
    const width = 1 + Math.floor(random() * 2 ** 31)
    const height = Math.ceil(16_000_001 / width) + Math.floor(random() * 1000)
    const bytes = join(signature, header(width, height), texts.iTXt('openbadgecredential', mine), end)
    expect(await codeOf(() => extract(bytes))).toBe('extract.pixels')
  }
})

test('T21, two hundred hostile SVG files run nothing: they are refused, or read as text', async () => {
  const parts = [
    '<script>alert(1)</script>',
    '<g onload="alert(1)"/>',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></foreignObject>',
    '<image href="https://attacker.example/a.png"/>',
    '<use href="https://attacker.example/a.svg#x"/>',
    '<style>@import "https://attacker.example/a.css"</style>',
    '<a href="javascript:alert(1)">x</a>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
  ]
  const heads = [
    '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>',
    '<!DOCTYPE svg SYSTEM "https://attacker.example/a.dtd">',
    '<!DOCTYPE svg [<!ENTITY % p SYSTEM "https://attacker.example/p">%p;]>',
    '<?xml-stylesheet href="https://attacker.example/a.xsl"?>',
  ]
  let tried = 0
  const asked: string[] = []
  const fetch = async (url: string): Promise<never> => {
    asked.push(url)
    throw new Error('closed')
  }
  for (const head of ['', ...heads]) {
    for (const first of ['', ...parts]) {
      for (const second of parts) {
        if (tried >= 200 && head !== '' && first !== '') continue
        const text = head + bakeSvg(`<svg xmlns="http://www.w3.org/2000/svg">${first}${second}</svg>`, mine)
        const { report, raw } = await verifyAndRead(text, { fetch })
        if (head.startsWith('<!DOCTYPE')) expect(report.checks[0]?.code).toBe('extract.doctype')
        else expect([report.verdict, raw?.text]).toEqual(['valid', mine])
        tried += 1
      }
    }
  }
  expect(tried).toBeGreaterThanOrEqual(200)
  expect(asked).toEqual([])
})

test('T22, fifty bombs are stopped at 16 MiB', async () => {
  const zeros = Buffer.alloc(17 * 1024 * 1024, 0x20)
  const ways: ((inner: Uint8Array) => Uint8Array)[] = [
    (bytes) => new Uint8Array(gzipSync(bytes)),
    (bytes) =>
      png(
        chunk('zTXt', join(new TextEncoder().encode('openbadges\0\0'), new Uint8Array(deflateSync(bytes)))),
      ),
    (bytes) =>
      png(
        chunk(
          'iTXt',
          join(
            new TextEncoder().encode('openbadgecredential'),
            Uint8Array.of(0, 1, 0, 0, 0),
            new Uint8Array(deflateSync(bytes)),
          ),
        ),
      ),
  ]
  const [plain, ...pictures] = ways.map((way) => way(zeros))
  for (let at = 0; at < 50; at += 1) {
    // Each has bytes of its own after the data, so that none is refused for having been seen.
    const bomb = [plain, ...pictures][at % ways.length] ?? new Uint8Array()
    const { verdict, checks } = await verify(at % ways.length === 0 ? bomb : join(bomb, Uint8Array.of(at)))
    expect([verdict, checks[0]?.code]).toEqual(['invalid', 'extract.inflated-too-large'])
  }
})

test('T23, two hundred JSON texts made to confuse are refused by name, wherever the trick is', async () => {
  const tricks: [string, string][] = [
    ['"__proto__":{"a":1}', 'extract.forbidden-key'],
    ['"constructor":{"prototype":{"a":1}}', 'extract.forbidden-key'],
    ['"\\u005f\\u005fproto\\u005f_":{}', 'extract.forbidden-key'],
    ['"name":"a","name":"b"', 'extract.duplicate-key'],
    ['"n\\u0061me":"a","name":"b"', 'extract.duplicate-key'],
    ['"name":"\\ud800"', 'extract.lone-surrogate'],
    ['"\\udfff":1', 'extract.lone-surrogate'],
    ['"name":{"b":1,"b":2}', 'extract.duplicate-key'],
    ['"id":"\\udc00\\ud800"', 'extract.lone-surrogate'],
    ['"a":{"prototype":1}', 'extract.forbidden-key'],
    [`"deep":${'['.repeat(40)}${']'.repeat(40)}`, 'extract.json-too-deep'],
  ]
  const places = [...mine.matchAll(/\{(?=")/g)].map(({ index }) => index)
  let tried = 0
  for (const place of places) {
    for (const [trick, code] of tricks) {
      const text = `${mine.slice(0, place + 1)}${trick},${mine.slice(place + 1)}`
      const { verdict, checks } = await verify(text)
      expect(verdict).toBe('invalid')
      // A member given twice may be the one that is there already.
      if (!/name|id/.test(trick)) expect(checks[0]?.code, trick).toBe(code)
      tried += 1
    }
  }
  expect(tried).toBeGreaterThanOrEqual(200)
  expect(await codeOf(() => parseJson('{"a":{"b":1,"b":2}}'))).toBe('json.duplicate-key')
  expect(Reflect.get({}, 'a')).toBeUndefined()
})

describe('T24, no regular expression takes long over 100 KiB', () => {
  const folder = new URL('../../src/', import.meta.url)
  const literal =
    /(?<=[(=,:[!&|?{};]\s*|return\s|=>\s|\n\s{0,40})\/(?![/*])((?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g
  const found = new Map<string, string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/(?<!\.test)\.ts$/.test(file)) continue
    const code = readFileSync(new URL(file, folder), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm,
      '',
    )
    for (const [, pattern = '', flags = ''] of code.matchAll(literal)) found.set(`/${pattern}/${flags}`, file)
  }
  // Reads a number that JavaScript has just written: never more than 25 characters.
  expect(found.delete('/(\\d)0*e\\+?/')).toBe(true)
  for (const one of found.keys()) if (one.includes('${')) found.delete(one)
  const size = 100 * 1024
  const fill = (part: string): string => part.repeat(Math.ceil(size / part.length)).slice(0, size)
  const inputs = [
    ...[
      'a',
      'A',
      '0',
      ' ',
      '.',
      '/',
      ':',
      '-',
      '_',
      '=',
      '+',
      '%',
      '"',
      '\\',
      '<',
      '\n',
      '\t',
      'é',
      '😀',
      '#',
    ].map(fill),
    ...[
      'a.',
      'a/',
      'a:',
      'a-',
      'a ',
      '0-',
      '2026-01-01T',
      'data:image/png;',
      'https://a',
      'did:a:',
      '{"a":',
      '<svg ',
      '%3A',
      'svg PUBLIC "',
    ].map(fill),
    `data:image/png;base64,${fill('A')}!`,
    `https://${fill('a.')}!`,
    `did:web:${fill('a:')} `,
    `2026-01-01T00:00:00.${fill('0')}`,
    `-----BEGIN PUBLIC KEY-----${fill('\n')}`,
    `svg PUBLIC "${fill(' ')}`,
  ]

  test('as many are looked at as there are', () => expect(found.size).toBeGreaterThan(60))
  test.each([...found])('%s, of %s', (regex) => {
    const [, pattern = '', flags = ''] = /^\/([\s\S]*)\/([a-z]*)$/.exec(regex) ?? []
    const work =
      'for (const input of inputs) { regex.lastIndex = 0; regex.test(input); input.replace(regex, "x"); input.match(regex) }'
    // The machine stops what would take for ever: a quadratic one needs minutes here.
    expect(() =>
      runInNewContext(work, { regex: new RegExp(pattern, flags), inputs }, { timeout: 4_000 }),
    ).not.toThrow()
  })
})
