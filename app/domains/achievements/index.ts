export {
  createAchievement,
  saveDraft,
} from './actions/design.ts'
export { adoptTemplate, offerTemplate } from './actions/keep-template.ts'
export { publishAchievement } from './actions/publish.ts'
export { isAwarded, refuseUnlessAwarded, setRetired } from './actions/retire.ts'
export { achievementPublished, achievementRetired } from './events.ts'
export { type Alignment, type Facts, type Nature, natures, type Step, steps } from './facts.ts'
export { achievementImage, designOf, shapeOf } from './image.ts'
export { achievementJson, achievementTypeOf, versionPath } from './json.ts'
export { assessVersion } from './judgement.ts'
export { withinSentence } from './pages/said.tsx'
export { SolidityFacts, SolidityRow, SolidityTicks } from './pages/solidity.tsx'
export {
  type AchievementLine,
  publishedBy,
  publishedVersion,
  publishedVersions,
} from './reads.ts'
export {
  type DefinedResult,
  definedResults,
  isPossibleValue,
  type ResultFacts,
  type ResultKind,
} from './results.ts'
export { type Achievement, type AchievementVersion, achievementById } from './store.ts'
export { achievementsMeaningStep, achievementsStep } from './tables.ts'
export { inLanguage, translatedInto } from './translations.ts'
export { natureName } from './words.ts'
