export type { FileOutcome, VerifyFilesOptions } from './node-files.ts'
export { verifyFiles } from './node-files.ts'
