// The door `@insigne/open-badges/did-webvh-1.0`: DIDs with a history.
export type { UpdateKey } from './entry-proof.ts'
export type { WebvhParameters, WitnessRule } from './parameters.ts'
export type { WebvhResult, WebvhVersion } from './verify-log.ts'
export { verifyWebvhLog } from './verify-log.ts'
export type { WitnessProofs } from './witness.ts'
export { readWitnessFile } from './witness.ts'
export type { WebvhChange, WebvhInput, WebvhLog } from './write-log.ts'
export { createWebvhLog, updateWebvhLog, webDocumentOf } from './write-log.ts'
