import { type Assessment, assess, type RegistrationState, type StructuredFacts } from '@insigne/badge-quality'
import type { Organisation } from '../organisations/index.ts'
import type { Facts } from './facts.ts'
import { achievementJson } from './json.ts'
import { resultDescriptions } from './results.ts'
import type { AchievementVersion } from './store.ts'

/**
 * The two answers on what is being written, by the rules that every reader uses. The fields speak for themselves;
 * the frameworks and the quality of the issuer are the only other things a model says.
 */
export function judge(facts: Facts, issuer: { qualityAssurance: string | null }): Assessment {
  const { name, description } = facts
  const id = 'urn:insigne:draft'
  return assess({
    achievement: {
      id,
      type: ['Achievement'],
      name,
      description,
      criteria: { narrative: '' },
      // Levels of a rubric stand in the badge itself: whoever reads it sees the grid, and how one is looked at.
      resultDescription: resultDescriptions(id, facts),
    },
    facts: structured(facts, issuer),
  })
}

const structured = (facts: Facts, issuer: { qualityAssurance: string | null }): StructuredFacts => ({
  nature: facts.nature,
  situation: facts.situation,
  action: facts.action,
  criteria: facts.criteria,
  assessment: facts.assessment,
  assessor: facts.assessor,
  evidenceRule: facts.evidenceRule,
  gridShown: facts.gridShown,
  identityCheck: facts.identityCheck,
  registration: facts.registration,
  alignments: facts.alignments,
  qualityAssurance: issuer.qualityAssurance,
})

/** The answers on a published version, from what it says to everybody: its own JSON and nothing else. */
export const assessVersion = (
  origin: string,
  organisation: Organisation,
  version: AchievementVersion,
  registration: RegistrationState = 'unknown',
): Assessment => assess({ achievement: achievementJson(origin, organisation, version), registration })
