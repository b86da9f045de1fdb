import type { NatureName } from '@insigne/open-badges'
import type { CheckNumber, MissingFact } from './model.ts'

/** What a nature asks for beyond the issuer's word. No specification: ours. */
export interface Gate {
  /** Checks that must be `yes`. */
  checks: readonly CheckNumber[]
  /** Facts that no check looks at. */
  facts: readonly Exclude<MissingFact, 'criteria'>[]
}

const competence = [1, 2, 4, 5, 6] as const
const certification = [...competence, 7, 8, 9] as const

/**
 * The one table. A badge that claims more than its gate lets through is displayed as what it shows.
 * No specification: ours.
 * @example
 * gates.competence.checks // [1, 2, 4, 5, 6]
 * gates.registered.facts // ['registration']
 */
export const gates: Readonly<Record<NatureName, Gate>> = {
  participation: { checks: [], facts: [] },
  engagement: { checks: [], facts: ['role'] },
  realisation: { checks: [], facts: ['deed'] },
  competence: { checks: competence, facts: [] },
  certification: { checks: certification, facts: [] },
  registered: { checks: certification, facts: ['registration'] },
}
