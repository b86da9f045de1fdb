export { loadShipped } from './actions/load-shipped.ts'
export { alignmentOfSkill, type SkillAlignment, savoirEtreAlignment } from './alignment.ts'
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
