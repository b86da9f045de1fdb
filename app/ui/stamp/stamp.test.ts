import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { colourSetIds, colourSets, ink, paper } from './colours.ts'
import { contrast } from './contrast.ts'
import { boldFaces } from './font-file.ts'
import { cleanLine, letterWidth, NUMBER_BAR_MAX, RING_TEXT_MAX } from './lettering.ts'
import { stampPng } from './png.ts'
import { shapeIds, shapes } from './shapes.ts'
import { Stamp } from './stamp.tsx'
import { stampSvg } from './svg.ts'
import { symbolIds } from './symbols.ts'

type Node = { name: string; attributes: Record<string, string>; text: string }

const parse = (svg: string): Node[] => {
  const nodes: Node[] = []
  const open: Node[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    const node = { name: tag.name, attributes: tag.attributes, text: '' }
    nodes.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(svg).close()
  return nodes
}

const design = fc.record({
  shape: fc.constantFrom(...shapeIds),
  colours: fc.constantFrom(...colourSetIds),
  symbol: fc.constantFrom(...symbolIds),
  ringText: fc.option(fc.string({ unit: 'grapheme', maxLength: 60 }), { nil: undefined }),
  numberBar: fc.option(fc.string({ unit: 'binary', maxLength: 20 }), { nil: undefined }),
  title: fc.option(fc.string({ unit: 'binary', maxLength: 400 }), { nil: undefined }),
  size: fc.constantFrom(16, 24, 48, 96, 190, 512),
  oneBit: fc.boolean(),
})

describe('every shape in every colour set', () => {
  const pairs = shapeIds.flatMap((shape) => colourSetIds.map((colours) => [shape, colours] as const))

  test.each(pairs)('%s in %s is legible, light and small with every symbol', (shape, colours) => {
    const { ground } = colourSets[colours]
    for (const symbol of symbolIds) {
      const options = { shape, colours, symbol, ringText: 'Apprendre en équipe', numberBar: 'RNCP 37123' }
      const svg = stampSvg(options)
      expect(new TextEncoder().encode(svg).length).toBeLessThanOrEqual(15_000)
      const nodes = parse(svg)
      const grounds = nodes.filter((node) => node.attributes['fill'] === ground)
      expect(grounds.length).toBeGreaterThan(0)
      const drawn = nodes.find((node) => node.attributes['stroke-linecap'] === 'round')
      expect(contrast(drawn?.attributes['stroke'] ?? ground, ground)).toBeGreaterThanOrEqual(3)
      const outline = nodes.filter(
        (node) => node.attributes['stroke'] === ink && node.attributes['fill'] === 'none',
      )
      expect(outline.length).toBeGreaterThan(0)
      for (const text of nodes.filter((node) => node.name === 'text')) {
        const behind = text.text.startsWith('RNCP') ? '#ffffff' : shape.includes('disc') ? ground : paper
        expect(contrast(text.attributes['fill'] ?? behind, behind)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test('the outline stands out on paper, and its paper edge on a dark page', () => {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(paper, '#0c0e13')).toBeGreaterThanOrEqual(3)
  })

  test('the PNG at 512 px weighs at most 100 kB', () => {
    for (const shape of shapeIds)
      for (const colours of colourSetIds)
        expect(
          stampPng({
            shape,
            colours,
            symbol: 'bridge',
            ringText: 'Organiser son travail',
            numberBar: 'RNCP 37123',
          }).length,
        ).toBeLessThanOrEqual(100_000)
  })
})

describe('a mark as a file', () => {
  test('is well-formed and bounded whatever is typed, and the same design gives the same bytes', () => {
    fc.assert(
      fc.property(design, (options) => {
        const svg = stampSvg(options)
        const nodes = parse(svg)
        expect(nodes[0]?.name).toBe('svg')
        expect(new TextEncoder().encode(svg).length).toBeLessThanOrEqual(15_000)
        expect(svg).not.toMatch(/var\(|NaN|undefined|Infinity|style=|class=/)
        expect(stampSvg({ ...options })).toBe(svg)
      }),
      { numRuns: 400 },
    )
  })

  test('typed text arrives as text, never as markup', () => {
    const svg = stampSvg({
      shape: 'shield-bar',
      colours: 'encre',
      symbol: 'screen',
      ringText: '<b>&"a"</b>',
      numberBar: '"/><script>',
      title: '</title><script>x</script>',
    })
    const nodes = parse(svg)
    expect(nodes.map((node) => node.name)).not.toContain('script')
    expect(nodes.filter((node) => node.name === 'text').map((node) => node.text)).toEqual([
      '"/><script>',
      '<b>&"a"</b>',
    ])
    expect(nodes.find((node) => node.name === 'title')?.text).toBe('</title><script>x</script>')
  })

  test('the number bar belongs to one shape', () => {
    for (const shape of shapeIds) {
      const texts = parse(
        stampSvg({ shape, colours: 'encre', symbol: 'screen', numberBar: 'RS 6894' }),
      ).filter((node) => node.name === 'text')
      expect(texts.map((node) => node.text)).toEqual(shape === 'shield-bar' ? ['RS 6894'] : [])
    }
  })

  test('too long a text is cut with an ellipsis, and an emoji leaves no half', () => {
    expect(cleanLine('a'.repeat(80), RING_TEXT_MAX)).toBe(`${'a'.repeat(RING_TEXT_MAX - 1)}…`)
    expect(cleanLine('  Été\u0301\t🎉 ', RING_TEXT_MAX)).toBe('Été\u0301'.normalize('NFC'))
    expect(cleanLine('RNCP 37123', NUMBER_BAR_MAX)).toBe('RNCP 37123')
  })

  test('the PNG has the same bytes twice, and shows its text', () => {
    const options = { shape: 'disc', colours: 'gaude', symbol: 'door', ringText: 'Atelier d’été' } as const
    const bytes = stampPng(options)
    expect(Buffer.compare(bytes, stampPng(options))).toBe(0)
    const { ringText: _, ...silent } = options
    expect(Buffer.compare(bytes, stampPng(silent))).not.toBe(0)
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  })
})

describe('a mark on a page', () => {
  test('is hidden as decoration, or named as an image', () => {
    const plain = { shape: 'pennant', colours: 'gaude', symbol: 'bicycle' } as const
    expect(renderToString(h(Stamp, plain))).toContain('aria-hidden="true"')
    expect(renderToString(h(Stamp, { ...plain, label: 'Vélo' }))).toMatch(/role="img" aria-label="Vélo"/)
  })

  test('escapes what was typed and carries no style', () => {
    const html = renderToString(
      h(Stamp, { shape: 'lozenge', colours: 'ciel', symbol: 'team', size: 190, ringText: '<img src=x>' }),
    )
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toContain('style=')
  })

  test('each drawing is its own: heavier below 72 px, without offset below 36', () => {
    const at = (size: number) =>
      renderToString(h(Stamp, { shape: 'lozenge', colours: 'ciel', symbol: 'team', size }))
    expect(at(96)).toContain('stroke-width="3.6"')
    expect(at(48)).toContain('stroke-width="5"')
    expect(at(24)).toContain('stroke-width="8.5"')
    expect(at(48)).toContain('translate(2.2 -1.8)')
    expect(at(24)).not.toContain('translate(2.2 -1.8)')
  })
})

describe('silhouettes', () => {
  const mask = (path: string, side: number): boolean[] => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 110 110"><path d="${path}" fill="#000" stroke="#000" stroke-width="5"/></svg>`
    const { pixels } = new Resvg(svg, {
      fitTo: { mode: 'width', value: side },
      font: { loadSystemFonts: false },
    }).render()
    return Array.from({ length: side * side }, (_, index) => (pixels[index * 4 + 3] ?? 0) > 127)
  }

  test.each([16, 24, 48])('with a five-unit outline no two overlap by more than 0.75 at %i px', (side) => {
    const distinct = (['disc', 'pennant', 'half-disc', 'lozenge', 'shield'] as const).map((id) =>
      mask(shapes[id].path, side),
    )
    for (const [index, one] of distinct.entries())
      for (const other of distinct.slice(index + 1)) {
        const both = one.filter((set, at) => set && other[at]).length
        const either = one.filter((set, at) => set || other[at]).length
        expect(both / either).toBeLessThanOrEqual(0.75)
      }
  })
})

test('letter widths are those of the font file', () => {
  const [latin] = boldFaces()
  const widths = readWidths(latin ?? new Uint8Array())
  for (const letter of 'ABCXYZabcxyz0123456789 .,’éèàçùœŒ«»…–')
    expect(letterWidth(letter), letter).toBe(widths(letter))
})

// Reads `cmap` (format 4) and `hmtx`, as the OpenType specification lays them out.
const readWidths = (sfnt: Uint8Array) => {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset)
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16
    tables.set(String.fromCharCode(...sfnt.subarray(at, at + 4)), view.getUint32(at + 8))
  }
  const table = (tag: string) => tables.get(tag) ?? 0
  const cmap = table('cmap') + view.getUint32(table('cmap') + 8)
  const segments = view.getUint16(cmap + 6) / 2
  const glyphOf = (code: number): number => {
    for (let index = 0; index < segments; index += 1) {
      const end = view.getUint16(cmap + 14 + index * 2)
      if (code > end) continue
      const start = view.getUint16(cmap + 16 + segments * 2 + index * 2)
      const delta = view.getInt16(cmap + 16 + segments * 4 + index * 2)
      const offsetAt = cmap + 16 + segments * 6 + index * 2
      const offset = view.getUint16(offsetAt)
      if (code < start) return 0
      return offset === 0 ? (code + delta) & 0xffff : view.getUint16(offsetAt + offset + (code - start) * 2)
    }
    return 0
  }
  const count = view.getUint16(table('hhea') + 34)
  return (letter: string) =>
    view.getUint16(table('hmtx') + Math.min(glyphOf(letter.charCodeAt(0)), count - 1) * 4)
}
