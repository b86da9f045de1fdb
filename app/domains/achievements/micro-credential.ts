import { z } from 'zod'
import type { Facts } from './facts.ts'

/** How the person takes part. Words of the European recommendation 2022/C 243/02. */
export const participationForms = ['onsite', 'online', 'blended', 'volunteering', 'work'] as const
export type ParticipationForm = (typeof participationForms)[number]

/** How the assessment is watched over. */
export const supervisions = ['none', 'onsite', 'online'] as const
export type Supervision = (typeof supervisions)[number]

export const eqfLevels = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** What the European list asks for beyond the rest. Everything may be left open; old versions have none of it. */
export const microCredentialFacts = {
  /** Notional hours, and ECTS points where they are known. */
  workload: z
    .object({ hours: z.number().positive().nullable(), ects: z.number().positive().nullable() })
    .nullable()
    .default(null),
  /** A level of the European qualifications framework. */
  eqfLevel: z.literal(eqfLevels).nullable().default(null),
  participationForm: z.enum(participationForms).nullable().default(null),
  supervision: z.enum(supervisions).nullable().default(null),
  /** What one needs before; empty when nothing is said. */
  prerequisites: z.string().default(''),
  /** Stands alone, or is a part of something larger: its name, and its address where it has one. */
  stackability: z
    .object({ kind: z.enum(['standalone', 'part']), of: z.string(), url: z.string() })
    .nullable()
    .default(null),
  /** A page that says more. */
  furtherInformation: z.string().default(''),
} as const

export const noMicroCredential = {
  workload: null,
  eqfLevel: null,
  participationForm: null,
  supervision: null,
  prerequisites: '',
  stackability: null,
  furtherInformation: '',
} as const satisfies Partial<Facts>

/** The eleven elements that 2022/C 243/02 makes mandatory, in its order. */
export const mandatoryElements = [
  'learner',
  'title',
  'country',
  'awardingBody',
  'date',
  'outcomes',
  'workload',
  'level',
  'assessment',
  'participation',
  'quality',
] as const
export type MandatoryElement = (typeof mandatoryElements)[number]

/** `award`: each badge says it when it is awarded; the model cannot. */
export type ElementState = 'there' | 'award' | 'missing'

/** What the organisation brings. */
export interface AwardingBody {
  city: string
  territoryId: string | null
  qualityAssurance: string | null
}

/** Which of the eleven are there. A plain list: nothing is counted. */
export function microCredentialElements(
  facts: Facts,
  body: AwardingBody,
): { element: MandatoryElement; state: ElementState }[] {
  const there: Readonly<Record<MandatoryElement, ElementState>> = {
    learner: 'award',
    title: present(facts.name !== ''),
    country: present(body.city !== '' || body.territoryId !== null),
    awardingBody: 'there',
    date: 'award',
    outcomes: present(facts.action !== '' && facts.criteria.length > 0),
    workload: present(facts.workload !== null),
    level: present(facts.eqfLevel !== null),
    assessment: present(facts.assessment !== null && facts.assessment.kind !== 'none'),
    participation: present(facts.participationForm !== null),
    quality: present(body.qualityAssurance !== null),
  }
  return mandatoryElements.map((element) => ({ element, state: there[element] }))
}

const present = (there: boolean): ElementState => (there ? 'there' : 'missing')

/** The persistent address of a level, as the EU publishes the framework. */
export const eqfAddress = (level: number): string => `http://data.europa.eu/snb/eqf/${level}`
