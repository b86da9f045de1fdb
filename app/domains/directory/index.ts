export { type Entered, enterEntry } from './actions/enter-entry.ts'
export { forgetTerms } from './actions/forget-terms.ts'
export { loseSighting } from './actions/lose-sighting.ts'
export { removeEntry } from './actions/remove-entry.ts'
export { besideAchievement } from './beside-achievement.tsx'
export { addDemoSource } from './harvest/actions/decide-source.ts'
export { proposeSource } from './harvest/actions/propose-source.ts'
export { removeDemoSources } from './harvest/actions/remove-demo.ts'
export { harvestStep } from './harvest/tables.ts'
export { marksOf } from './marks.ts'
export type {
  DirectoryEntry,
  DirectoryIssuer,
  EntryInput,
  EntrySkill,
  FactState,
  ShownNature,
} from './model.ts'
export type { Mark } from './pages/say-entry.ts'
export { ResultLines } from './pages/skill.tsx'
export { FactTally, NatureTally, ValueTally } from './pages/tallies.tsx'
export { DirectoryQuery, directoryPath, type FacetName, type FacetValue } from './query.ts'
export {
  type EntryRecord,
  entryById,
  entryOfAchievement,
  entryRecord,
  type Sighting,
} from './reads.ts'
export {
  areaCounts,
  directoryCounts,
  entriesOfArea,
} from './search/lists.ts'
export {
  type FoundEntry,
  type Reason,
  type SearchResult,
  searchDirectory,
} from './search/search-directory.ts'
export { directoryStep } from './tables.ts'
