import { escoClues, keyCompetenceClues, lifeCompClues, rectecClues } from './clues-others.ts'
import { romeClues } from './clues-rome.ts'
import type { Clues } from './shipped.ts'

/**
 * Words that people write when they mean a shipped skill without naming it. They are ours, not the framework's:
 * a suggestion that comes from one says so. By slug of the framework, then by key of the skill.
 */
export const clues: Readonly<Record<string, Clues>> = {
  'rome-savoir-etre': romeClues,
  lifecomp: lifeCompClues,
  'competences-cles-2018': keyCompetenceClues,
  rectec: rectecClues,
  'esco-transversal': escoClues,
}
