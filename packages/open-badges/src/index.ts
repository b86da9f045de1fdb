export type { Extraction } from './bake/extract.ts'
export { bakePng, bakeSvg, extract } from './bake/extract.ts'
export type { KeyAlgorithm, KeyPair, Signer } from './crypto/signer.ts'
export type { DidDocument, VerificationMethod } from './did/document.ts'
export type { Fault } from './errors.ts'
export { OpenBadgesError } from './errors.ts'
export type { Json, JsonObject } from './json.ts'
export type { PreparedCredential } from './proof/prepared.ts'
export type {
  AchievementInput,
  AlignmentInput,
  CredentialInput,
  EvidenceInput,
  ImageInput,
  ProfileInput,
  ReportCode,
  SignJwtOptions,
  SignOptions,
  StatusList,
  SubjectInput,
  VerifiedReading,
} from './stub.ts'
export {
  buildAchievement,
  buildCredential,
  buildProfile,
  buildStatusEntry,
  buildStatusListCredential,
  createStatusList,
  decodeStatusList,
  didDocument,
  didKey,
  didWeb,
  didWebUrl,
  generateKey,
  hashIdentity,
  importKey,
  prepare,
  reportCodes,
  resolveDidKey,
  restorePrepared,
  sign,
  signerFor,
  signJwt,
  verify,
  verifyAndRead,
} from './stub.ts'
export type * from './v3/model.ts'
export type {
  AchievementType,
  IdentifierType,
  ResultStatus,
  ResultType,
  TargetType,
} from './v3/vocabulary.ts'
export {
  achievementTypes,
  identifierTypes,
  resultStatuses,
  resultTypes,
  targetTypes,
} from './v3/vocabulary.ts'
export type {
  Assessment,
  CachedStatusList,
  FetchedDocument,
  FetchRequest,
  GuardedFetch,
  StatusCache,
  VerifyOptions,
} from './verify/options.ts'
export type {
  Check,
  CheckName,
  CheckState,
  Format,
  Nature,
  NatureName,
  Sentence,
  SolidityFact,
  Verdict,
  VerificationReport,
} from './verify/report.ts'
export { checkNames } from './verify/report.ts'
