export {
  FactRow,
  factAnswer,
  factName,
  SolidityFacts,
  SolidityRow,
  SolidityTicks,
} from '../achievements/browser.ts'
export { type BadgeFacts, readFacts, webAddress } from './facts.ts'
export { type FetchedBadge, fetchBadge, type ReadFault, type ReadLocal } from './fetch-badge.ts'
export { markFor } from './mark-for.ts'
export { useOutside } from './outside.ts'
export { BadgeFactsReceipt, isProven, sayNature, sayWhen } from './parts/badge-facts.tsx'
export { ChecksTable } from './parts/checks-table.tsx'
export { CredentialMark, type Mark } from './parts/credential-mark.tsx'
export { Elsewhere } from './parts/elsewhere.tsx'
export { Narrative } from './parts/narrative.tsx'
export { VerdictBlock } from './parts/verdict-block.tsx'
export type { BadgeReading, RegisteredReading } from './reading.ts'
export { type ReadingOptions, verifyBadge } from './verify-badge.ts'
