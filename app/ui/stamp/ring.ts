import { type Element, round } from './element.ts'
import { fitSize, letterWidth, textWidth } from './lettering.ts'

type Curve = {
  cx: number
  cy: number
  rx: number
  ry: number
  /** Share of the way round that text may take, each side of the top, in radians. */
  reach: number
}

const curves = {
  disc: { cx: 50, cy: 50, rx: 33.6, ry: 33.6, reach: 2.35 },
  'half-disc': { cx: 50, cy: 86, rx: 38, ry: 52, reach: 1.32 },
} as const satisfies Record<string, Curve>

const gap = 0.7
const steps = 720

/**
 * Text along the inside of a round outline. Each letter is placed and turned by itself: no path to refer to,
 * so a page may show a hundred marks without one identifier.
 */
export const ringText = (shape: keyof typeof curves, text: string, colour: string): Element => {
  const curve = curves[shape]
  const points = lengths(curve)
  const room = points.at(-1)?.length ?? 0
  const size = fitSize(text, room, 10.5, gap)
  let at = (room - textWidth(text, size, gap)) / 2
  const places = [...text].map((letter) => {
    const width = (letterWidth(letter) * size) / 1000
    const place = letterPlace(points, at, width)
    at += width + gap
    return place
  })
  return {
    tag: 'text',
    attributes: {
      ...letterStyle(size, colour),
      x: places.map((place) => round(place.x)).join(' '),
      y: places.map((place) => round(place.y)).join(' '),
      rotate: places.map((place) => round(place.turn)).join(' '),
    },
    text,
  }
}

/**
 * A line centred on 50. Letters are placed one by one here too: where the typeface is missing, a wider one
 * cannot run over the edge, and a letter found in a second file does not disturb its neighbours.
 */
export const lineText = (text: string, size: number, baseline: number, colour: string): Element => {
  let at = 50 - textWidth(text, size) / 2
  const places = [...text].map((letter) => {
    const place = at
    at += (letterWidth(letter) * size) / 1000
    return round(place)
  })
  return {
    tag: 'text',
    attributes: { ...letterStyle(size, colour), x: places.join(' '), y: baseline },
    text,
  }
}

/** Text on a strip of paper under the outline: legible on any page, and never taken for the number bar. */
export const footText = (text: string, top: number, colour: string): Element =>
  lineText(text, fitSize(text, 116, 12), top + 11, colour)

const letterStyle = (size: number, colour: string) => ({
  'font-family': "'Atkinson Hyperlegible Next', Arial, Helvetica, sans-serif",
  'font-size': round(size),
  'font-weight': 700,
  fill: colour,
})

type Point = { x: number; y: number; length: number }

// An ellipse has no closed form for its length: walk it once, clockwise, from the left end of the text.
const lengths = ({ cx, cy, rx, ry, reach }: Curve): Point[] => {
  const points: Point[] = []
  for (let step = 0; step <= steps; step += 1) {
    const angle = -reach + (2 * reach * step) / steps
    const x = cx + rx * Math.sin(angle)
    const y = cy - ry * Math.cos(angle)
    const before = points.at(-1)
    points.push({ x, y, length: before ? before.length + Math.hypot(x - before.x, y - before.y) : 0 })
  }
  return points
}

const pointAt = (points: readonly Point[], length: number): Point => {
  const index = points.findIndex((point) => point.length >= length)
  return points[Math.max(index, 0)] ?? { x: 0, y: 0, length: 0 }
}

// The middle of the letter touches the curve; its origin is half a width back along the chord.
const letterPlace = (points: readonly Point[], at: number, width: number) => {
  const from = pointAt(points, at)
  const to = pointAt(points, at + width)
  const middle = pointAt(points, at + width / 2)
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  return {
    x: middle.x - (Math.cos(angle) * width) / 2,
    y: middle.y - (Math.sin(angle) * width) / 2,
    turn: (angle * 180) / Math.PI,
  }
}
