import type { Element } from './element.ts'
import { type Ink, struckOff } from './ink.ts'

/**
 * What a silhouette carries besides its symbol. In one bit each keeps a trait of its own
 * (hoist lines, dots, hatched border), so that a fax or a laser print still tells them apart.
 */
export const traits = (tools: Ink): Element[] => {
  switch (tools.shape) {
    case 'pennant':
      return hoist(tools)
    case 'half-disc':
      return dots(tools)
    case 'lozenge':
      return border(tools)
    default:
      return []
  }
}

const hoist = (tools: Ink): Element[] => {
  if (tools.grade === 'small') return []
  const large = tools.grade === 'large'
  return [
    {
      tag: 'path',
      attributes: {
        d: large ? 'M8 30H20M8 40H20M8 50H20M8 60H20M8 70H20' : 'M8 35H19M8 50H19M8 65H19',
        stroke: tools.drawing,
        'stroke-width': large ? 2.2 : 3.2,
        fill: 'none',
        ...(tools.oneBit ? {} : { transform: struckOff(tools) }),
      },
    },
  ]
}

const foot = [14, 23, 32, 41, 50, 59, 68, 77, 86].map((x) => [x, 80.5] as const)
const field = [
  [23, 71],
  [77, 71],
  [14, 71],
  [86, 71],
  [27, 62],
  [73, 62],
  [18, 62],
  [82, 62],
  [24, 53],
  [76, 53],
  [30, 45],
  [70, 45],
] as const
const coarse = [
  [15, 74],
  [85, 74],
  [19, 60],
  [81, 60],
] as const

const dots = (tools: Ink): Element[] => {
  if (tools.grade === 'small') return []
  if (tools.grade === 'medium') return tools.oneBit ? points(coarse, 3.4, tools.drawing) : []
  return points(tools.oneBit && !tools.ringed ? [...foot, ...field] : foot, 1.9, tools.drawing)
}

const points = (places: readonly (readonly [number, number])[], r: number, fill: string): Element[] =>
  places.map(([cx, cy]) => ({ tag: 'circle', attributes: { cx, cy, r, fill } }))

const border = (tools: Ink): Element[] => {
  const d = tools.silhouette.path
  const inner = 'translate(50 50) scale(.72) translate(-50 -50)'
  if (tools.oneBit && tools.grade === 'small')
    return [
      { tag: 'path', attributes: { d, fill: tools.drawing } },
      { tag: 'path', attributes: { d, fill: tools.ground, transform: inner } },
    ]
  if (tools.oneBit) {
    const [step, width] = tools.grade === 'large' ? [7, 1.5] : [10, 2.2]
    return [
      {
        tag: 'path',
        attributes: { d: hatch(step), stroke: tools.drawing, 'stroke-width': width, fill: 'none' },
      },
      {
        tag: 'path',
        attributes: { d, fill: tools.ground, stroke: tools.drawing, 'stroke-width': 2.4, transform: inner },
      },
    ]
  }
  if (tools.grade !== 'large') return []
  const line: Element = {
    tag: 'path',
    attributes: {
      d,
      fill: 'none',
      stroke: tools.drawing,
      'stroke-width': 2,
      transform: 'translate(50 50) scale(.8) translate(-50 -50)',
    },
  }
  return [{ tag: 'g', attributes: { transform: struckOff(tools) }, children: [line] }]
}

// Lines parallel to the edges, so each one ends on an edge and nothing has to be clipped.
const hatch = (step: number): string => {
  let d = ''
  for (let offset = -110 + step * Math.ceil((110 - 49) / step); offset <= 49; offset += step) {
    const [a, b] = [(offset - 49) / 2, (offset + 49) / 2]
    d += `M${50 + a} ${50 + a - offset}L${50 + b} ${50 + b - offset}M${50 + a} ${50 - a + offset}L${50 + b} ${50 - b + offset}`
  }
  return d
}
