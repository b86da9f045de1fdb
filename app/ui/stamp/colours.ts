/** Ground and drawing of each safe set: the drawing keeps at least 4.5:1 on its ground. */
export const colourSets = {
  craie: { ground: '#ffffff', drawing: '#1b1f2a' },
  gaude: { ground: '#f0c24b', drawing: '#1b1f2a' },
  argile: { ground: '#e9a68f', drawing: '#1b1f2a' },
  ciel: { ground: '#a9cfdd', drawing: '#1b1f2a' },
  sarcelle: { ground: '#256b7a', drawing: '#faf7f0' },
  garance: { ground: '#9c2f24', drawing: '#faf7f0' },
  mousse: { ground: '#4f6630', drawing: '#faf7f0' },
  encre: { ground: '#1b1f2a', drawing: '#faf7f0' },
} as const

export type ColourSet = keyof typeof colourSets

export const colourSetIds = [
  'craie',
  'gaude',
  'argile',
  'ciel',
  'sarcelle',
  'garance',
  'mousse',
  'encre',
] as const satisfies readonly ColourSet[]

export const ink = '#1b1f2a'
export const paper = '#faf7f0'
/** What shows where the ground was struck a hair off its outline. */
export const under = '#ffffff'
