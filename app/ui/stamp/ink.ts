import type { Silhouette, StampShape } from './shapes.ts'

/** Three drawings, not one scaled: from 72 px, from 36 px, below. */
export type Grade = 'large' | 'medium' | 'small'

export const gradeOf = (size: number): Grade => (size >= 72 ? 'large' : size >= 36 ? 'medium' : 'small')

/** Everything a part of the drawing needs to know about the strike. */
export type Ink = {
  grade: Grade
  oneBit: boolean
  /** A text runs inside the outline. */
  ringed: boolean
  ground: string
  drawing: string
  line: string
  lineWidth: number
  symbolWidth: number
  silhouette: Silhouette
  shape: StampShape
}

/** The second strike falls two units off the first. */
export const struckOff = ({ grade }: Ink): string =>
  grade === 'large' ? 'translate(2.4 -1.9) rotate(-1 50 50)' : 'translate(2.2 -1.8)'
