/** One skill, group or certification as a file gives it, before it is anybody's row. */
export interface Item {
  /** What makes it itself: its address, else its code. */
  key: string
  code: string
  /** The identifier that alignments give as their code, where it is not the code that people read. */
  guid: string | null
  uri: string | null
  labels: Record<string, string>
  descriptions: Record<string, string>
  aliases: Record<string, string[]>
  parentKey: string | null
  kind: string
  inForce: boolean
  /** Its place in the file. */
  place: number
}

/** A line of a file that is left out, where, and why. The sentence is made where it is shown. */
export interface Problem {
  line: number
  field: string
  code: ProblemCode
  value: string
}

export const problemCodes = [
  'label-missing',
  'key-missing',
  'twice',
  'parent-unknown',
  'parent-cycle',
  'too-long',
  'bad-address',
  'unknown-item',
  'bad-number',
  'too-many-cells',
  'open-quote',
  'not-an-item',
] as const
export type ProblemCode = (typeof problemCodes)[number]
