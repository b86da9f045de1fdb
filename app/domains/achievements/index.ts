export {
  createAchievement,
  saveDraft,
} from './actions/design.ts'
export { publishAchievement } from './actions/publish.ts'
export { achievementPublished } from './events.ts'
export { type Alignment, type Facts, type Nature, natures, type Step, steps } from './facts.ts'
export { achievementImage, designOf, shapeOf } from './image.ts'
export { achievementJson, achievementTypeOf, versionPath } from './json.ts'
export { withinSentence } from './pages/said.tsx'
export {
  type AchievementLine,
  latestPublished,
  publishedBy,
  publishedRefs,
  publishedVersion,
  publishedVersions,
} from './reads.ts'
export { type Achievement, type AchievementVersion, achievementById } from './store.ts'
export { achievementsStep } from './tables.ts'
export { natureName } from './words.ts'
