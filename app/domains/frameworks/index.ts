export { loadShipped } from './actions/load-shipped.ts'
export { type ImportRequest, requestImport } from './actions/request-import.ts'
export { runImport } from './actions/run-import.ts'
export { alignmentOfSkill, type SkillAlignment, savoirEtreAlignment } from './alignment.ts'
export { type FrameworkImport, importById } from './imports.ts'
export { SkillFacts } from './pages/skill-facts.tsx'
export { ancestorsOf, type Neighbour, neighboursOf } from './reads.ts'
export { type Register, type Registration, registrationOf } from './registration.ts'
export { savoirEtre } from './shipped/rome.ts'
export {
  type AlignmentTarget,
  type Framework,
  type FrameworkLine,
  frameworkBySlug,
  listFrameworks,
  type Skill,
  skillById,
  skillForAlignment,
  skillLabel,
  skillsByIds,
  skillsForAlignments,
} from './store.ts'
export { type Reason, type Suggestion, type SuggestWish, suggestSkills } from './suggest/suggest-skills.ts'
export { frameworksStep } from './tables.ts'
export { sayFault, sayProblem, sayReason } from './words.ts'
