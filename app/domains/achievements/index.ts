export {
  createAchievement,
  reviseAchievement,
  saveDraft,
} from './actions/design.ts'
export { publishAchievement } from './actions/publish.ts'
export { type Alignment, type Facts, type Nature, natures, type Step, steps } from './facts.ts'
export { achievementImage, designOf, markLabel, shapeOf } from './image.ts'
export { achievementJson, achievementTypeOf, versionPath } from './json.ts'
export { PublishedList } from './pages/organisation.tsx'
export { withinSentence } from './pages/said.tsx'
export {
  type AchievementLine,
  achievementsOf,
  publishedBy,
  publishedVersion,
  publishedVersions,
  versionsOf,
} from './reads.ts'
export { savoirEtre, savoirEtreAlignment } from './savoir-etre.ts'
export { type Achievement, type AchievementVersion, achievementById } from './store.ts'
export { achievementsStep } from './tables.ts'
export { natureName } from './words.ts'
