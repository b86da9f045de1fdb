/** A silhouette on a grid of 100, and where the symbol sits in each of its drawings. */
export type Silhouette = {
  path: string
  /** Centre and side of the symbol in the large drawing. */
  symbol: { x: number; y: number; side: number }
  /** In the small drawing the symbol grows, and may move to where there is room. */
  small: { grow: number; x?: number }
  /** Symbol once a text runs inside the outline. */
  ringed?: { x: number; y: number; side: number }
  /** Lowest point: a text underneath starts from there. */
  foot: number
  /** Shields keep a white margin between outline and ground, and stay solid in one bit. */
  shield?: true
}

const shield: Silhouette = {
  path: 'M19 1H81V60C81 79 67 91 50 99C33 91 19 79 19 60Z',
  symbol: { x: 50, y: 46, side: 42 },
  small: { grow: 1.16 },
  foot: 99,
  shield: true,
}

export const shapes = {
  disc: {
    path: 'M50 4a46 46 0 1 0 0 92a46 46 0 1 0 0-92Z',
    symbol: { x: 50, y: 50, side: 50 },
    small: { grow: 1.16 },
    ringed: { x: 50, y: 52, side: 38 },
    foot: 96,
  },
  pennant: {
    path: 'M1 20H99L82 50L99 80H1Z',
    symbol: { x: 48, y: 50, side: 46 },
    small: { grow: 1.24, x: 43 },
    foot: 80,
  },
  'half-disc': {
    path: 'M1 86C1 50 21 23 50 23C79 23 99 50 99 86Z',
    symbol: { x: 50, y: 57, side: 46 },
    small: { grow: 1.24 },
    ringed: { x: 50, y: 60.5, side: 33 },
    foot: 86,
  },
  lozenge: {
    path: 'M50 1L99 50L50 99L1 50Z',
    symbol: { x: 50, y: 50, side: 42 },
    small: { grow: 1.16 },
    foot: 99,
  },
  shield,
  'shield-bar': { ...shield, symbol: { x: 50, y: 34, side: 38 } },
} as const satisfies Record<string, Silhouette>

export type StampShape = keyof typeof shapes

export const shapeIds = [
  'disc',
  'pennant',
  'half-disc',
  'lozenge',
  'shield',
  'shield-bar',
] as const satisfies readonly StampShape[]

export const silhouetteOf = (shape: StampShape): Silhouette => shapes[shape]
