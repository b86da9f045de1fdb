import type { SolidityCheck } from '@insigne/badge-quality'
import type { Facts, Nature } from './facts.ts'
import { judge } from './judgement.ts'

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

type Held = (facts: Facts, issuer: IssuerFacts, reads: (check: number) => SolidityCheck['state']) => boolean

/**
 * Whether each fact is there. What is empty or undecided is not; nor is a text in which a reader's rules find
 * presence in the place of an act: what we let be published is what others will read.
 */
const holds: Readonly<Record<NeededFact, Held>> = {
  name: (facts) => facts.name !== '',
  action: (facts, _issuer, reads) =>
    facts.action !== '' && !(needsOf[facts.nature].includes('situation') && reads(2) === 'no'),
  situation: (facts) => facts.situation !== '',
  criteria: (facts, _issuer, reads) => facts.criteria.length > 0 && reads(1) === 'yes',
  assessment: (facts) => facts.assessment !== null && facts.assessment.kind !== 'none',
  assessor: (facts) => facts.assessor?.independent === true && facts.assessor.role !== '',
  // Each award must carry it: what may be left out proves nothing of the next person.
  evidence: (facts) => facts.evidenceRule === 'required',
  grid: (_facts, _issuer, reads) => reads(7) === 'yes',
  identity: (facts) => facts.identityCheck === 'known-person' || facts.identityCheck === 'document',
  quality: (_facts, issuer) => issuer.qualityAssurance !== null,
  registration: (facts) => facts.registration !== null,
}

/** What is missing before the nature may be declared, in the order of the screens. */
export function missingFacts(nature: Nature, facts: Facts, issuer: IssuerFacts): NeededFact[] {
  const { solidity } = judge({ ...facts, nature }, issuer)
  const reads = (check: number) => solidity[check - 1]?.state ?? 'unknown'
  return needsOf[nature].filter((fact) => !holds[fact]({ ...facts, nature }, issuer, reads))
}

/**
 * The natures that the same facts do support, nearest first, when the declared one is not supported.
 * *Engagement* is never guessed: only its author knows whether a role was held.
 */
export function supportedNatures(facts: Facts, issuer: IssuerFacts): Nature[] {
  const nearest: Nature[] = []
  if (facts.nature === 'registered') nearest.push('certification')
  if (facts.nature === 'registered' || facts.nature === 'certification') nearest.push('competence')
  const shows =
    judge(facts, issuer).solidity[0]?.state === 'yes' ||
    facts.evidenceRule === 'optional' ||
    facts.evidenceRule === 'required' ||
    (facts.assessment !== null && facts.assessment.kind !== 'none')
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
    'workload',
    'eqfLevel',
    'participationForm',
    'supervision',
    'prerequisites',
    'stackability',
    'furtherInformation',
    'results',
    'translations',
    'template',
  ]
  return keys.filter((key) => canonical(said(before)[key]) !== canonical(said(after)[key]))
}

/** That a number was checked is news; that it was checked again in a newer register is none. */
const said = (facts: Facts): Facts =>
  facts.registration?.checked === undefined
    ? facts
    : { ...facts, registration: { ...facts.registration, checked: 'yes' } }

// The database keeps objects, not the order of their members.
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
