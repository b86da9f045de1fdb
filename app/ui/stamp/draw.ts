import { type ColourSet, colourSets, ink, under } from './colours.ts'
import type { Element } from './element.ts'
import { gradeOf, type Ink, struckOff } from './ink.ts'
import { cleanLine, fitSize, NUMBER_BAR_MAX, RING_TEXT_MAX } from './lettering.ts'
import { footText, lineText, ringText } from './ring.ts'
import { type Silhouette, type StampShape, silhouetteOf } from './shapes.ts'
import { type StampSymbol, symbols } from './symbols.ts'
import { traits } from './traits.ts'

export type StampDesign = {
  shape: StampShape
  colours: ColourSet
  symbol: StampSymbol
  /** Shown from 144 px up: inside round outlines, under the others. */
  ringText?: string | undefined
  /** Checked register number, written on the bar of `shield-bar` and nowhere else. */
  numberBar?: string | undefined
}

export type Drawing = { viewBox: string; elements: readonly Element[] }

/** From here a text on the mark can be read. */
export const RING_TEXT_SIZE = 144

const inkOf = (design: StampDesign, size: number, oneBit: boolean, ringed: boolean): Ink => {
  const grade = gradeOf(size)
  const fine = size >= RING_TEXT_SIZE
  const { ground, drawing } = colourSets[design.colours]
  const silhouette = silhouetteOf(design.shape)
  const solid = silhouette.shield === true
  return {
    grade,
    oneBit,
    ringed,
    ground: oneBit ? (solid ? '#000000' : '#ffffff') : ground,
    drawing: oneBit ? (solid ? '#ffffff' : '#000000') : drawing,
    line: oneBit ? '#000000' : ink,
    lineWidth: { large: fine ? 2.7 : 3.6, medium: 5, small: 8.5 }[grade],
    symbolWidth: { large: fine ? 1.6 : 1.75, medium: 2.1, small: 2.6 }[grade],
    silhouette,
    shape: design.shape,
  }
}

/**
 * Draws a mark for a size in pixels. `halo` are the attributes of the paper edge:
 * a class on a page, a colour in a file, nothing in one bit.
 */
export const drawStamp = (
  design: StampDesign,
  size: number,
  { oneBit = false, halo }: { oneBit?: boolean; halo?: Record<string, string> },
): Drawing => {
  const text = size >= RING_TEXT_SIZE ? cleanLine(design.ringText ?? '', RING_TEXT_MAX) : ''
  const ringed = text !== '' && (design.shape === 'disc' || design.shape === 'half-disc')
  const beneath = text !== '' && !ringed
  const tools = inkOf(design, size, oneBit, ringed)
  const elements: Element[] = []
  if (halo && !oneBit) elements.push(haloOf(tools, halo, beneath))
  elements.push(...groundOf(tools), outlineOf(tools), symbolOf(tools, design.symbol))
  if (design.shape === 'shield-bar') elements.push(...barOf(tools, design.numberBar))
  if (ringed) elements.push(ringText(design.shape === 'disc' ? 'disc' : 'half-disc', text, tools.drawing))
  if (beneath) elements.push(footText(text, footTop(tools.silhouette), tools.line))
  return { viewBox: viewBoxOf(tools.silhouette, beneath), elements }
}

const footTop = ({ foot }: Silhouette) => foot + 7

// Square in every case: a platform that crops to a square must not cut a word.
const viewBoxOf = ({ foot }: Silhouette, beneath: boolean): string => {
  if (!beneath) return '-5 -5 110 110'
  return foot < 90 ? '-14 -6 128 128' : '-14 -5 128 128'
}

const haloOf = (tools: Ink, halo: Record<string, string>, beneath: boolean): Element => {
  const width = tools.lineWidth + 7
  const edge: Element[] = [{ tag: 'path', attributes: { d: tools.silhouette.path, 'stroke-width': width } }]
  if (tools.shape === 'shield-bar')
    edge.push({ tag: 'rect', attributes: { x: 0, y: 60, width: 100, height: 22, 'stroke-width': width } })
  if (beneath)
    edge.push({
      tag: 'rect',
      attributes: { x: -12, y: footTop(tools.silhouette), width: 124, height: 15, rx: 2, 'stroke-width': 0 },
    })
  return { tag: 'g', attributes: { ...halo, 'stroke-linejoin': 'round' }, children: edge }
}

const groundOf = (tools: Ink): Element[] => {
  const d = tools.silhouette.path
  if (tools.grade === 'small' || tools.shape === 'disc')
    return [{ tag: 'path', attributes: { d, fill: tools.ground } }, ...traits(tools)]
  const base: Element = { tag: 'path', attributes: { d, fill: under } }
  if (tools.silhouette.shield) return [base, shieldGround(tools)]
  const offset = struckOff(tools)
  return [base, { tag: 'path', attributes: { d, fill: tools.ground, transform: offset } }, ...traits(tools)]
}

const shieldGround = (tools: Ink): Element => {
  const d = tools.silhouette.path
  const children: Element[] = [
    {
      tag: 'path',
      attributes: { d, fill: tools.ground, transform: 'translate(50 49) scale(.84 .87) translate(-50 -49)' },
    },
  ]
  if (tools.grade === 'large')
    children.push({
      tag: 'path',
      attributes: {
        d,
        fill: 'none',
        stroke: tools.drawing,
        'stroke-width': 1.7,
        transform: 'translate(50 48.5) scale(.72 .775) translate(-50 -48.5)',
      },
    })
  return { tag: 'g', attributes: { transform: 'translate(1.5 -1.3) rotate(-.8 50 50)' }, children }
}

const outlineOf = (tools: Ink): Element => ({
  tag: 'path',
  attributes: {
    d: tools.silhouette.path,
    fill: 'none',
    stroke: tools.line,
    'stroke-width': tools.lineWidth,
    'stroke-linejoin': 'round',
  },
})

const symbolOf = (tools: Ink, symbol: StampSymbol): Element => {
  const { silhouette, grade } = tools
  const place = tools.ringed ? (silhouette.ringed ?? silhouette.symbol) : silhouette.symbol
  const grow = { large: 1, medium: 1.05, small: silhouette.small.grow }[grade]
  const x = grade === 'small' ? (silhouette.small.x ?? place.x) : place.x
  const side = place.side * grow
  return {
    tag: 'g',
    attributes: {
      transform: `translate(${(x - side / 2).toFixed(2)} ${(place.y - side / 2).toFixed(2)}) scale(${(side / 24).toFixed(3)})`,
    },
    children: [
      {
        tag: 'path',
        attributes: {
          d: symbols[symbol],
          fill: 'none',
          stroke: tools.drawing,
          'stroke-width': tools.symbolWidth,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        },
      },
    ],
  }
}

const barOf = (tools: Ink, number: string | undefined): Element[] => {
  const edge = { fill: '#ffffff', stroke: tools.line, 'stroke-width': tools.lineWidth }
  if (tools.grade === 'small')
    return [{ tag: 'rect', attributes: { x: 1, y: 58, width: 98, height: 20, ...edge } }]
  const text = cleanLine(number ?? '', NUMBER_BAR_MAX)
  if (tools.grade === 'medium' || text === '')
    return [
      { tag: 'rect', attributes: { x: 1, y: 60, width: 98, height: 20, ...edge } },
      {
        tag: 'path',
        attributes: { d: 'M14 70H86', stroke: tools.line, 'stroke-width': 5, 'stroke-dasharray': '14 6 9 4' },
      },
    ]
  const size = fitSize(text, 90, 17)
  return [
    { tag: 'rect', attributes: { x: 0, y: 60, width: 100, height: 23, 'stroke-linejoin': 'round', ...edge } },
    lineText(text, size, 71.4 + size * 0.34, tools.line),
  ]
}
