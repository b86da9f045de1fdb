import type { Json, JsonObject } from '../json.ts'
import type { Address, Criteria, IdentifierEntry, IdentityObject, Image } from './parts.ts'
import type { AchievementType, ResultStatus, ResultType, TargetType } from './vocabulary.ts'

export type * from './parts.ts'

/** An issuer, a creator, a source: an organisation or a person. OB 3.0, B.1.14. */
export interface Profile {
  id: string
  type: string[]
  name?: string
  url?: string
  phone?: string
  description?: string
  endorsement?: EndorsementCredential[]
  endorsementJwt?: string[]
  image?: Image
  email?: string
  address?: Address
  otherIdentifier?: IdentifierEntry[]
  official?: string
  parentOrg?: Profile
  familyName?: string
  givenName?: string
  additionalName?: string
  patronymicName?: string
  honorificPrefix?: string
  honorificSuffix?: string
  familyNamePrefix?: string
  dateOfBirth?: string
}

/** A link to a skill or outcome of a framework. OB 3.0, B.1.4. */
export interface Alignment {
  type: string[]
  targetName: string
  targetUrl: string
  targetCode?: string
  targetDescription?: string
  targetFramework?: string
  targetType?: TargetType
}

/** A level of a rubric criterion. OB 3.0, B.1.18. */
export interface RubricCriterionLevel {
  id: string
  type: string[]
  name: string
  description?: string
  level?: string
  points?: string
  alignment?: Alignment[]
}

/** What may be measured. OB 3.0, B.1.17. */
export interface ResultDescription {
  id: string
  type: string[]
  name: string
  resultType: ResultType
  alignment?: Alignment[]
  allowedValue?: string[]
  requiredLevel?: string
  requiredValue?: string
  rubricCriterionLevel?: RubricCriterionLevel[]
  valueMax?: string
  valueMin?: string
}

/** What was measured. OB 3.0, B.1.16. */
export interface Result {
  type: string[]
  achievedLevel?: string
  alignment?: Alignment[]
  resultDescription?: string
  status?: ResultStatus
  value?: string
}

/** A related achievement. OB 3.0, B.1.15. */
export interface Related {
  id: string
  type: string[]
  inLanguage?: string
  version?: string
}

/** What is recognised. OB 3.0, B.1.1. */
export interface Achievement {
  id: string
  type: string[]
  name: string
  description: string
  criteria: Criteria
  achievementType?: AchievementType
  alignment?: Alignment[]
  creator?: Profile
  creditsAvailable?: number
  endorsement?: EndorsementCredential[]
  endorsementJwt?: string[]
  fieldOfStudy?: string
  humanCode?: string
  image?: Image
  inLanguage?: string
  otherIdentifier?: IdentifierEntry[]
  related?: Related[]
  resultDescription?: ResultDescription[]
  specialization?: string
  tag?: string[]
  version?: string
}

/** Who achieved what; `id` or `identifier` is present. OB 3.0, B.1.2. */
export interface AchievementSubject {
  id?: string
  type: string[]
  identifier?: IdentityObject[]
  achievement: Achievement
  activityStartDate?: string
  activityEndDate?: string
  creditsEarned?: number
  image?: Image
  licenseNumber?: string
  narrative?: string
  result?: Result[]
  role?: string
  source?: Profile
  term?: string
}

/** A trace of what was done. OB 3.0, B.1.8. */
export interface Evidence {
  id?: string
  type: string[]
  narrative?: string
  name?: string
  description?: string
  genre?: string
  audience?: string
}

/** A position in a Bitstring status list. Bitstring Status List 1.0, 2.1. */
export interface BitstringStatusListEntry {
  id?: string
  type: 'BitstringStatusListEntry'
  statusPurpose: 'revocation' | 'suspension' | 'refresh' | 'message'
  /** Decimal, base 10, from 0. */
  statusListIndex: string
  statusListCredential: string
}

/** A list of revoked credentials at a URL. OB 3.0, B.3. Needs the extensions context. */
export interface RevocationListEntry {
  id: string
  type: '1EdTechRevocationList'
}

/** Where it is said whether a credential still holds. VC Data Model 2.0, 4.10; OB 3.0, B.3. */
export type CredentialStatus = BitstringStatusListEntry | RevocationListEntry

/** A schema that the credential claims to follow. OB 3.0, B.1.5. */
export interface CredentialSchema {
  id: string
  type: string
}

/** Where a newer version can be asked for. OB 3.0, B.4. */
export interface RefreshService {
  id: string
  type: string
}

/** Conditions of use. VC Data Model 2.0, 5.5. */
export interface TermsOfUse {
  id?: string
  type: string | string[]
}

/** A Data Integrity proof. VC Data Integrity 1.0, 2.1. */
export interface DataIntegrityProof {
  type: 'DataIntegrityProof'
  cryptosuite: string
  created?: string
  expires?: string
  verificationMethod: string
  proofPurpose: string
  /** Multibase: `z` base58btc, or `u` base64url for selective disclosure. */
  proofValue: string
  id?: string
  previousProof?: string | string[]
  challenge?: string
  domain?: string | string[]
  nonce?: string
}

/** What every credential issued here has. VC Data Model 2.0, 4. */
export interface CredentialEnvelope {
  '@context': string[]
  id: string
  type: string[]
  issuer: Profile
  /** RFC 3339 date-time with a zone. */
  validFrom: string
  validUntil?: string
  name?: string
  description?: string
  credentialStatus?: CredentialStatus | CredentialStatus[]
  credentialSchema?: CredentialSchema[]
  refreshService?: RefreshService
  termsOfUse?: TermsOfUse[]
  proof?: DataIntegrityProof[]
}

/** An achievement of somebody, said by an issuer. OB 3.0, B.1.2 (AchievementCredential). */
export interface OpenBadgeCredential extends CredentialEnvelope {
  credentialSubject: AchievementSubject
  image?: Image
  awardedDate?: string
  evidence?: Evidence[]
  endorsement?: EndorsementCredential[]
  endorsementJwt?: string[]
}

/** What is endorsed, and the comment. OB 3.0, B.1.7 (EndorsementSubject). */
export interface EndorsementSubject {
  id: string
  type: string[]
  endorsementComment?: string
}

/** A claim of a third party about a profile, an achievement or a credential. OB 3.0, B.1.7. */
export interface EndorsementCredential extends CredentialEnvelope {
  name: string
  credentialSubject: EndorsementSubject
  awardedDate?: string
}

/** The published list of bits. Bitstring Status List 1.0, 2.2. */
export interface BitstringStatusListCredential {
  '@context': string[]
  id: string
  type: string[]
  issuer: string | Profile
  validFrom?: string
  validUntil?: string
  credentialSubject: {
    id?: string
    type: 'BitstringStatusList'
    statusPurpose: BitstringStatusListEntry['statusPurpose']
    /** Multibase `u`, base64url without padding, GZIP. */
    encodedList: string
    /** Milliseconds a verifier may keep the list. */
    ttl?: number
  }
  proof?: DataIntegrityProof[]
}

/** A W3C verifiable credential of any kind. VC Data Model 2.0, 4. */
export interface VerifiableCredential {
  '@context': (string | JsonObject)[]
  type: string | string[]
  issuer: string | JsonObject
  credentialSubject: JsonObject | JsonObject[]
  [property: string]: Json
}

/** What `prepare` takes and can be signed. OB 3.0, B.1.2; Bitstring Status List 1.0, 2.2. */
export type IssuableCredential = OpenBadgeCredential | EndorsementCredential | BitstringStatusListCredential

/** A credential with its Data Integrity proof. VC Data Integrity 1.0, 2.1. */
export type SignedCredential<T extends IssuableCredential | VerifiableCredential = OpenBadgeCredential> =
  T & {
    proof: DataIntegrityProof[]
  }
