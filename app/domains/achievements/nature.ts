import type { AchievementType } from '@insigne/open-badges'
import type { StampShape } from '../../ui/stamp/shapes.ts'

/** What kind of recognition it is. The order says nothing of worth. */
export const natures = [
  'participation',
  'engagement',
  'realisation',
  'competence',
  'certification',
  'registered',
] as const
export type Nature = (typeof natures)[number]

/** The silhouette says the nature, and nothing else does. */
export const shapeOf: Readonly<Record<Nature, StampShape>> = {
  participation: 'disc',
  engagement: 'pennant',
  realisation: 'half-disc',
  competence: 'lozenge',
  certification: 'shield',
  registered: 'shield-bar',
}

/** The word of the standard where it has one, an extension where it has none. OB 3.0, B.2.1. */
export const achievementTypeOf: Readonly<Record<Nature, AchievementType>> = {
  participation: 'ext:Participation',
  engagement: 'ext:Engagement',
  realisation: 'ext:Realisation',
  competence: 'Competency',
  certification: 'Certification',
  // Told from a network's own by its number in the register.
  registered: 'Certification',
}
