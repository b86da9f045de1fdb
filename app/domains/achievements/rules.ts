import type { Facts, Nature } from './facts.ts'

/** A fact that a nature needs before it may be said. */
export const neededFacts = [
  'name',
  'action',
  'situation',
  'criteria',
  'assessment',
  'assessor',
  'evidence',
  'grid',
  'identity',
  'quality',
  'registration',
] as const
export type NeededFact = (typeof neededFacts)[number]

const always = ['name', 'action'] as const
const competence = [...always, 'situation', 'criteria', 'assessment', 'assessor', 'evidence'] as const
const certification = [...competence, 'grid', 'identity', 'quality'] as const

/** What each nature asks of the one who declares it. */
export const needsOf: Readonly<Record<Nature, readonly NeededFact[]>> = {
  participation: always,
  engagement: always,
  realisation: always,
  competence,
  certification,
  registered: [...certification, 'registration'],
}

/** What the organisation itself brings to the judgement. */
export interface IssuerFacts {
  qualityAssurance: string | null
}

/** Whether each fact is there. What is empty or undecided is not. */
const holds: Readonly<Record<NeededFact, (facts: Facts, issuer: IssuerFacts) => boolean>> = {
  name: (facts) => facts.name !== '',
  action: (facts) => facts.action !== '',
  situation: (facts) => facts.situation !== '',
  criteria: (facts) => facts.criteria.length > 0,
  assessment: (facts) => facts.assessment !== null && facts.assessment.kind !== 'none',
  assessor: (facts) => facts.assessor?.independent === true && facts.assessor.role !== '',
  // Each award must carry it: what may be left out proves nothing of the next person.
  evidence: (facts) => facts.evidenceRule === 'required',
  grid: (facts) => facts.gridShown === true,
  identity: (facts) => facts.identityCheck === 'known-person' || facts.identityCheck === 'document',
  quality: (_facts, issuer) => issuer.qualityAssurance !== null,
  registration: (facts) => facts.registration !== null,
}

/** What is missing before the nature may be declared, in the order of the screens. */
export const missingFacts = (nature: Nature, facts: Facts, issuer: IssuerFacts): NeededFact[] =>
  needsOf[nature].filter((fact) => !holds[fact](facts, issuer))

export const hasFact = (fact: NeededFact, facts: Facts, issuer: IssuerFacts): boolean =>
  holds[fact](facts, issuer)

/**
 * The natures that the same facts do support, nearest first, when the declared one is not supported.
 * *Engagement* is never guessed: only its author knows whether a role was held.
 */
export function supportedNatures(facts: Facts, issuer: IssuerFacts): Nature[] {
  const nearest: Nature[] = []
  if (facts.nature === 'registered') nearest.push('certification')
  if (facts.nature === 'registered' || facts.nature === 'certification') nearest.push('competence')
  const shows =
    facts.criteria.length > 0 ||
    facts.evidenceRule === 'optional' ||
    holds.evidence(facts, issuer) ||
    holds.assessment(facts, issuer)
  if (shows) nearest.push('realisation')
  nearest.push('participation')
  return nearest.filter(
    (nature) => nature !== facts.nature && missingFacts(nature, facts, issuer).length === 0,
  )
}

/** The members of the facts that differ between two versions. */
export function changedFacts(before: Facts, after: Facts): (keyof Facts)[] {
  const keys: (keyof Facts)[] = [
    'nature',
    'name',
    'description',
    'situation',
    'action',
    'criteria',
    'assessment',
    'assessor',
    'evidenceRule',
    'gridShown',
    'identityCheck',
    'registration',
    'alignments',
    'look',
    'language',
    'illustrative',
  ]
  return keys.filter((key) => canonical(before[key]) !== canonical(after[key]))
}

// The database keeps objects, not the order of their members.
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
