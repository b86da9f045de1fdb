import type { KeyAlgorithm, KeyPair, Signer } from './crypto/signer.ts'
import type { DidDocument } from './did/document.ts'
import { OpenBadgesError } from './errors.ts'
import type { JsonObject } from './json.ts'
import type { PreparedCredential } from './proof/prepared.ts'
import type * as model from './v3/model.ts'
import type { AchievementType, TargetType } from './v3/vocabulary.ts'
import type { VerifyOptions } from './verify/options.ts'
import type { CheckName, CheckState, Sentence, VerificationReport } from './verify/report.ts'

// Signatures first, so that the product compiles against them; each is replaced by its module.
const later = (): never => {
  throw new OpenBadgesError({ code: 'library.not-ready', message: 'Being written' })
}

export const generateKey = async (_algorithm: KeyAlgorithm = 'Ed25519'): Promise<KeyPair> => later()
export const importKey = async (_secretKeyMultibase: string): Promise<KeyPair> => later()
export const signerFor = async (_key: Pick<KeyPair, 'secretKeyMultibase'>): Promise<Signer> => later()
/** did:key of a public key; the verification method is `${did}#${publicKeyMultibase}`. */
export const didKey = (_publicKeyMultibase: string): string => later()
/** https://host:8443/a/b -> did:web:host%3A8443:a:b */
export const didWeb = (_url: string): string => later()
/** did:web:host:a:b -> https://host/a/b/did.json */
export const didWebUrl = (_did: string): string => later()
export const resolveDidKey = (_did: string): DidDocument => later()
export const didDocument = (_input: {
  did: string
  keys: { publicKeyMultibase: string; id?: string; revoked?: string; assertion?: boolean }[]
  alsoKnownAs?: string[]
}): DidDocument => later()

export type ImageInput = string | { id: string; caption?: string }
export interface AlignmentInput {
  targetName: string
  targetUrl: string
  targetCode?: string
  targetDescription?: string
  targetFramework?: string
  targetType?: TargetType
}
export interface EvidenceInput {
  id?: string
  type?: string[]
  narrative?: string
  name?: string
  description?: string
  genre?: string
  audience?: string
}
export type ProfileInput = Omit<Partial<model.Profile>, 'id' | 'type' | 'image' | 'otherIdentifier'> & {
  id: string
  image?: ImageInput
  otherIdentifier?: { identifier: string; identifierType: model.IdentifierEntry['identifierType'] }[]
}
export type AchievementInput = Omit<
  Partial<model.Achievement>,
  'type' | 'image' | 'alignment' | 'creator' | 'otherIdentifier' | 'resultDescription' | 'achievementType'
> & {
  id: string
  name: string
  description: string
  criteria: model.Criteria
  achievementType?: AchievementType
  image?: ImageInput
  alignment?: AlignmentInput[]
  creator?: ProfileInput
  otherIdentifier?: { identifier: string; identifierType: model.IdentifierEntry['identifierType'] }[]
  resultDescription?: (Omit<model.ResultDescription, 'type' | 'alignment' | 'rubricCriterionLevel'> & {
    alignment?: AlignmentInput[]
    rubricCriterionLevel?: (Omit<model.RubricCriterionLevel, 'type' | 'alignment'> & {
      alignment?: AlignmentInput[]
    })[]
  })[]
}
export type SubjectInput = Omit<
  Partial<model.AchievementSubject>,
  'type' | 'achievement' | 'identifier' | 'image' | 'result' | 'source'
> & {
  identifier?: Omit<model.IdentityObject, 'type'>[]
  image?: ImageInput
  result?: (Omit<model.Result, 'type' | 'alignment'> & { alignment?: AlignmentInput[] })[]
  source?: ProfileInput
}
export interface CredentialInput {
  id: string
  issuer: ProfileInput
  achievement: AchievementInput
  subject: SubjectInput
  validFrom: string | Date
  validUntil?: string | Date
  awardedDate?: string | Date
  evidence?: EvidenceInput[]
  name?: string
  description?: string
  image?: ImageInput
  credentialStatus?: model.CredentialStatus | model.CredentialStatus[]
  endorsement?: model.EndorsementCredential[]
}
export const buildAchievement = (_input: AchievementInput): model.Achievement => later()
export const buildProfile = (_input: ProfileInput): model.Profile => later()
export const buildCredential = (_input: CredentialInput): model.OpenBadgeCredential => later()
/** `sha256$` + hex(SHA-256(identity + salt)), identity lower-cased. */
export const hashIdentity = async (_identity: string, _salt: string): Promise<string> => later()

export const prepare = <T extends model.IssuableCredential>(_draft: T): PreparedCredential<T> => later()
export const restorePrepared = (_json: string): PreparedCredential<model.IssuableCredential> => later()
export interface SignOptions {
  signer: Signer
  verificationMethod: string
  /** Default: the present. */
  created?: Date | string
}
export const sign = async <T extends model.IssuableCredential>(
  _prepared: PreparedCredential<T>,
  _options: SignOptions,
): Promise<model.SignedCredential<T>> => later()
export interface SignJwtOptions {
  signer: Signer
  verificationMethod: string
}
export const signJwt = async (
  _prepared: PreparedCredential<model.IssuableCredential>,
  _options: SignJwtOptions,
): Promise<string> => later()

export interface StatusList {
  readonly length: number
  getBit(index: number): boolean
  setBit(index: number, value?: boolean): void
  /** Multibase `u`, GZIP, base64url. */
  encode(): Promise<string>
  /** The raw bits, for storage. */
  bytes(): Uint8Array
}
export const createStatusList = (_bits: number | Uint8Array = 131_072): StatusList => later()
export const decodeStatusList = async (_encoded: string): Promise<StatusList> => later()
export const buildStatusEntry = (_input: {
  list: string
  index: number
  purpose?: model.BitstringStatusListEntry['statusPurpose']
}): model.BitstringStatusListEntry => later()
export const buildStatusListCredential = async (_input: {
  id: string
  issuer: string | ProfileInput
  list: StatusList
  purpose?: model.BitstringStatusListEntry['statusPurpose']
  validFrom: string | Date
  validUntil?: string | Date
  ttl?: number
}): Promise<model.BitstringStatusListCredential> => later()

export interface ReportCode extends Sentence {
  check: CheckName
  code: string
  state: CheckState
}
export const reportCodes: readonly ReportCode[] = []
export interface VerifiedReading {
  report: VerificationReport
  /** The object that was validated: show this, never the input. Absent unless structure and context hold. */
  credential?: model.OpenBadgeCredential
  /** The credential exactly as carried. */
  raw?: { text: string; bytes: Uint8Array }
}
export const verify = async (
  _input: Uint8Array | string | JsonObject,
  _options: VerifyOptions = {},
): Promise<VerificationReport> => later()
export const verifyAndRead = async (
  _input: Uint8Array | string | JsonObject,
  _options: VerifyOptions = {},
): Promise<VerifiedReading> => later()
