export type { Extraction } from './bake/extract.ts'
export { bakePng, bakeSvg, extract } from './bake/extract.ts'
export type { Family } from './bake/families.ts'
export type { ClrInput } from './clr/build.ts'
export { buildClr, clrV2, prepareClr } from './clr/build.ts'
export type { Association, AssociationType, ClrCredential, ClrSubject } from './clr/model.ts'
export { associationTypes } from './clr/model.ts'
export type { Awaitable, CryptoAdapter, PublicKey, SecretKey } from './crypto/adapter.ts'
export { useCrypto } from './crypto/platform.ts'
export type { KeyAlgorithm, KeyPair, Signer } from './crypto/signer.ts'
export { webCrypto } from './crypto/web.ts'
export type { IssuerKeySet } from './did/did-jwk.ts'
export { didJwk, issuerKeySet, resolveDidJwk } from './did/did-jwk.ts'
export { didKey, resolveDidKey } from './did/did-key.ts'
export type { DidDocumentInput } from './did/did-web.ts'
export { didDocument, didWeb, didWebUrl } from './did/did-web.ts'
export type { DidDocument, VerificationMethod } from './did/document.ts'
export { generateKey, importKey, signerFor } from './did/keys.ts'
export type { RawKey } from './did/multikey.ts'
export { decodeMultikey, encodeMultikey } from './did/multikey.ts'
export type { Fault } from './errors.ts'
export { OpenBadgesError } from './errors.ts'
export type { Json, JsonObject } from './json.ts'
export { parseJson } from './json-parse.ts'
export type { EnvelopedCredential, PresentationInput, VerifiablePresentation } from './presentation/build.ts'
export { buildPresentation } from './presentation/build.ts'
export type { SignedPresentation, SignPresentationOptions } from './presentation/sign.ts'
export { signPresentation } from './presentation/sign.ts'
export type { DeriveOptions } from './proof/derive.ts'
export { deriveCredential } from './proof/derive.ts'
export type { PrepareCredentialOptions } from './proof/prepare.ts'
export { prepare, prepareCredential, restorePrepared } from './proof/prepare.ts'
export type { PreparedCredential } from './proof/prepared.ts'
export type { SignOptions } from './proof/sign.ts'
export { sign } from './proof/sign.ts'
export type { SignJwtOptions } from './proof/sign-jwt.ts'
export { signJwt } from './proof/sign-jwt.ts'
export type { SelectiveOptions } from './proof/sign-selective.ts'
export { signSelective } from './proof/sign-selective.ts'
export type { StatusList } from './status/bitstring.ts'
export { createStatusList, decodeStatusList } from './status/bitstring.ts'
export type { StatusEntryInput, StatusListCredentialInput } from './status/build.ts'
export { buildStatusEntry, buildStatusListCredential } from './status/build.ts'
export type { Conversion, ConversionInput, Loss, LossCode } from './v2/convert.ts'
export { convert, lossCodes } from './v2/convert.ts'
export type { DefinitionConversion, DefinitionInput } from './v2/definition.ts'
export { convertBadgeClass } from './v2/definition.ts'
export type * from './v2/model.ts'
export type { AchievementTwinInput, CredentialTwinInput, IssuerTwinInput } from './v2/twin.ts'
export { twinOfAchievement, twinOfCredential, twinOfProfile } from './v2/twin.ts'
export { upgradeAssertion, upgradeBadgeClass, upgradeIssuer } from './v2/upgrade.ts'
export { buildAchievement, buildCredential, buildProfile } from './v3/build.ts'
export { hashIdentity } from './v3/identity.ts'
export type * from './v3/input.ts'
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
export type { ReportCode } from './verify/catalogue/index.ts'
export { reportCodes } from './verify/catalogue/index.ts'
export type {
  Assessment,
  CachedStatusList,
  FetchedDocument,
  FetchRequest,
  GuardedFetch,
  RecordedCredential,
  StatusCache,
  VerifyOptions,
} from './verify/options.ts'
export type {
  PresentationCheck,
  PresentationOptions,
  PresentationReport,
} from './verify/presentation.ts'
export { verifyPresentation } from './verify/presentation.ts'
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
export type { VerifiedReading } from './verify/verify.ts'
export { verify, verifyAndRead } from './verify/verify.ts'
export type { UpdateKey } from './webvh/entry-proof.ts'
export type { WebvhParameters, WitnessRule } from './webvh/parameters.ts'
export type { WebvhResult, WebvhVersion } from './webvh/verify-log.ts'
export { verifyWebvhLog } from './webvh/verify-log.ts'
export type { WitnessProofs } from './webvh/witness.ts'
export { readWitnessFile } from './webvh/witness.ts'
export type { WebvhChange, WebvhInput, WebvhLog } from './webvh/write-log.ts'
export { createWebvhLog, updateWebvhLog } from './webvh/write-log.ts'
