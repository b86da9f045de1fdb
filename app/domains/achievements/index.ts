export {
  createAchievement,
  saveDraft,
} from './actions/design.ts'
export { adoptTemplate, offerTemplate } from './actions/keep-template.ts'
export { publishAchievement } from './actions/publish.ts'
export { isAwarded, refuseUnlessAwarded, setRetired } from './actions/retire.ts'
export { askHeld } from './ask-register.ts'
export { achievementPublished, achievementRetired } from './events.ts'
export { type Alignment, type Facts, type Step, steps } from './facts.ts'
export { achievementImage, designOf } from './image.ts'
export { achievementJson, versionPath } from './json.ts'
export { type Nature, natures } from './nature.ts'
export { RegistrationLine } from './pages/registration-line.tsx'
export {
  type AchievementLine,
  latestPublished,
  publishedBy,
  publishedRefs,
  publishedVersion,
  publishedVersions,
} from './reads.ts'
export { registerWords } from './register-words.ts'
export { heldBy } from './registered.ts'
export { solidityWords } from './solidity-words.ts'
export { type Achievement, type AchievementVersion, achievementById } from './store.ts'
export { achievementsMeaningStep, achievementsStep } from './tables.ts'
export type { OpenPart } from './template.ts'
export { natureName } from './words.ts'
