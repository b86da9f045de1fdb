import { deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { bakePng, bakeSvg, extract } from './extract.ts'

const crc = (bytes: Uint8Array): number => {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
const u32 = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const chunk = (type: string, data: Uint8Array) => {
  const body = join(utf8(type), data)
  return join(u32(data.length), body, u32(crc(body)))
}
const start = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)
const header = (width: number, height: number) =>
  chunk('IHDR', join(u32(width), u32(height), Uint8Array.of(8, 0, 0, 0, 0)))
const pixels = chunk('IDAT', new Uint8Array(deflateSync(Uint8Array.of(0, 128))))
const end = chunk('IEND', new Uint8Array())
const png = (...more: Uint8Array[]) => join(start, header(1, 1), ...more, pixels, end)
const text = (keyword: string, content: string | Uint8Array, flags = Uint8Array.of(0, 0)) =>
  chunk(
    'iTXt',
    join(
      utf8(keyword),
      Uint8Array.of(0),
      flags,
      Uint8Array.of(0, 0),
      typeof content === 'string' ? utf8(content) : content,
    ),
  )
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><circle r="1"/></svg>'
const json = '{"id":"urn:x","name":"été ]]> 😀"}'

const codeOf = async (input: Uint8Array | string): Promise<string> => {
  try {
    return (await extract(input)).kind
  } catch (error) {
    return error instanceof OpenBadgesError ? error.code : `another error: ${String(error)}`
  }
}

describe('a PNG', () => {
  test('gives back the credential byte for byte, and keeps its own chunks', async () => {
    const baked = bakePng(png(), json)
    expect((await extract(baked)).text).toBe(json)
    expect(Buffer.from(baked).includes(Buffer.from(pixels))).toBe(true)
  })
  test('baked twice carries one credential, the second', async () => {
    const twice = bakePng(bakePng(png(), json), '{"id":"urn:second"}')
    expect((await extract(twice)).text).toBe('{"id":"urn:second"}')
    expect(Buffer.from(twice).toString('latin1').split('openbadgecredential')).toHaveLength(2)
  })
  test.each([
    [
      'text',
      chunk('tEXt', join(utf8('openbadges'), Uint8Array.of(0), utf8('https://a.example/1'))),
      'url',
      'text-chunk',
    ],
    [
      'compressed text',
      text('openbadgecredential', new Uint8Array(deflateSync(json)), Uint8Array.of(1, 0)),
      'json',
      'compressed-chunk',
    ],
    [
      'zTXt',
      chunk('zTXt', join(utf8('openbadges'), Uint8Array.of(0, 0), new Uint8Array(deflateSync(json)))),
      'json',
      'compressed-chunk',
    ],
    ['another case', text('OpenBadgeCredential', json), 'json', 'keyword-case'],
  ])('written by an older tool (%s) is read, with a note', async (_name, one, kind, note) => {
    const found = await extract(png(one))
    expect(found.kind).toBe(kind)
    expect(found.notes).toContain(note)
  })
  test.each([
    [
      'two credentials',
      png(text('openbadgecredential', json), text('openbadgecredential', json)),
      'extract.two-payloads',
    ],
    [
      'two families',
      png(text('openbadgecredential', json), text('openbadges', json)),
      'extract.two-payloads',
    ],
    ['no credential', png(), 'extract.no-credential'],
    [
      'too many pixels',
      join(start, header(16_000, 16_000), text('openbadgecredential', json), end),
      'extract.pixels',
    ],
    ['no pixels', join(start, header(0, 1), end), 'extract.pixels'],
    ['no end', join(start, header(1, 1)), 'extract.png-malformed'],
    ['a cut chunk', png().subarray(0, 40), 'extract.png-malformed'],
    ['a wrong checksum', png(text('openbadgecredential', json).fill(0, -4)), 'extract.png-malformed'],
    [
      'a zlib bomb',
      png(
        text(
          'openbadgecredential',
          new Uint8Array(deflateSync(Buffer.alloc(20_000_000))),
          Uint8Array.of(1, 0),
        ),
      ),
      'extract.inflated-too-large',
    ],
    ['2 MiB and more', join(png(), new Uint8Array(2_200_000)), 'extract.too-large'],
  ])('with %s is refused by name', async (_name, bytes, code) => expect(await codeOf(bytes)).toBe(code))
})

describe('an SVG', () => {
  test.each([json, 'aaaa.bbbb.cccc'])('gives back %s', async (payload) => {
    const baked = bakeSvg(svg, payload)
    expect((await extract(baked)).text).toBe(payload)
    expect(baked).toContain('<circle r="1"/>')
    expect(bakeSvg(baked, payload)).toBe(baked)
  })
  test('that closes itself is opened', async () => {
    expect((await extract(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', json))).text).toBe(json)
  })
  test('keeps the credential as the first child of its root', () => {
    const comment = `<?xml version="1.0"?>\n<!-- <svg> -->\n${svg}`
    expect(bakeSvg(comment, 'aaaa.bbbb.cccc')).toMatch(
      /<svg [^>]*xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"><openbadges:credential verify/,
    )
  })
  test.each([
    [
      'an entity',
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
      'extract.doctype',
    ],
    ['a foreign DTD', '<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg/>', 'extract.doctype'],
    ['a plain DOCTYPE', '<!DOCTYPE svg><svg/>', 'extract.doctype'],
    ['no end', '<svg>', 'extract.svg-malformed'],
    ['another root', '<html/>', 'extract.svg-malformed'],
    ['no credential', svg, 'extract.no-credential'],
    [
      'two credentials',
      bakeSvg(svg, json).replace('</svg>', '<openbadges:credential verify="a.b.c"/></svg>'),
      'extract.two-payloads',
    ],
    ['600 levels', `<svg>${'<g>'.repeat(600)}${'</g>'.repeat(600)}</svg>`, 'extract.svg-malformed'],
  ])('with %s is refused by name', async (_name, input, code) => expect(await codeOf(input)).toBe(code))
  test('with the line that drawing tools write is read', async () => {
    const line =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    expect(await codeOf(line + bakeSvg(svg, json))).toBe('json')
  })
})

test('a gzip bomb is refused by name', async () => {
  expect(await codeOf(new Uint8Array(gzipSync(Buffer.alloc(200_000_000))))).toBe('extract.inflated-too-large')
})

describe('whatever is given', () => {
  test('bake then extract gives the same text', async () => {
    const payload = fc
      .dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.integer()))
      .map((one) => JSON.stringify(one))
    await fc.assert(
      fc.asyncProperty(payload, async (one) => {
        expect((await extract(bakePng(png(), one))).text).toBe(one)
        expect((await extract(bakeSvg(svg, one))).text.trim()).toBe(one)
      }),
      { numRuns: 200 },
    )
  })
  test('bytes are read or refused with a code', async () => {
    const damaged = fc.tuple(fc.nat(400), fc.nat(255)).map(([at, value]) => {
      const bytes = bakePng(png(), json)
      bytes[at % bytes.length] = value
      return bytes
    })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), async (bytes) => {
        expect(await codeOf(bytes)).not.toMatch(/another error/)
      }),
      { numRuns: 500 },
    )
  })
  test('text is read or refused with a code', async () => {
    const marks = fc.constantFrom(
      '<svg',
      '>',
      '</svg>',
      '<!--',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&x;',
      '"',
      "'",
      'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"',
      '<openbadges:credential verify="a.b.c"/>',
      '{',
      '}',
      'a.b.c',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(marks, fc.string()), { maxLength: 12 }), async (parts) => {
        expect(await codeOf(`<svg${parts.join('')}`)).not.toMatch(/another error/)
        expect(await codeOf(parts.join(''))).not.toMatch(/another error/)
      }),
      { numRuns: 500 },
    )
  })
})
