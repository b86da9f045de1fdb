import type { NatureName } from './report.ts'

// The kinds of OB 3.0, B.2.1 that say a nature by themselves; the others say a form, not a recognition.
const natures: Readonly<Record<string, NatureName>> = {
  Competency: 'competence',
  Assessment: 'competence',
  Certification: 'certification',
  License: 'certification',
  CommunityService: 'engagement',
  Membership: 'engagement',
  Assignment: 'realisation',
  Fieldwork: 'realisation',
  'ext:Participation': 'participation',
  'ext:Engagement': 'engagement',
  'ext:Realisation': 'realisation',
  'ext:RegisteredCertification': 'registered',
}

/** The nature that an `achievementType` declares, or null. What is shown is another package's decision. */
export const declaredNature = (achievementType: string | undefined): NatureName | null =>
  (achievementType !== undefined && Object.hasOwn(natures, achievementType)
    ? natures[achievementType]
    : undefined) ?? null
