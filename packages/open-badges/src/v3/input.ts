import type * as model from './model.ts'

/** A URL or `data:` URI, or one with a caption. */
export type ImageInput = string | { id: string; caption?: string }

/** An alignment without its `type`. */
export type AlignmentInput = Omit<model.Alignment, 'type'>

/** An evidence; `type` only adds to `Evidence`. */
export type EvidenceInput = Omit<model.Evidence, 'type'> & { type?: string[] }

/** An identifier without its `type`. */
export type IdentifierInput = Omit<model.IdentifierEntry, 'type'>

/** A profile without its `type`. */
export type ProfileInput = Omit<
  Partial<model.Profile>,
  'id' | 'type' | 'image' | 'otherIdentifier' | 'parentOrg'
> & {
  id: string
  image?: ImageInput
  otherIdentifier?: IdentifierInput[]
  parentOrg?: ProfileInput
}

/** A level of a rubric without its `type`. */
export type RubricCriterionLevelInput = Omit<model.RubricCriterionLevel, 'type' | 'alignment'> & {
  alignment?: AlignmentInput[]
}

/** A result description without its `type`. */
export type ResultDescriptionInput = Omit<
  model.ResultDescription,
  'type' | 'alignment' | 'rubricCriterionLevel'
> & {
  alignment?: AlignmentInput[]
  rubricCriterionLevel?: RubricCriterionLevelInput[]
}

/** A result without its `type`. */
export type ResultInput = Omit<model.Result, 'type' | 'alignment'> & { alignment?: AlignmentInput[] }

type AchievementParts = 'type' | 'image' | 'alignment' | 'creator' | 'otherIdentifier' | 'resultDescription'

/** An achievement without the `type` of its parts. */
export type AchievementInput = Omit<model.Achievement, AchievementParts> & {
  image?: ImageInput
  alignment?: AlignmentInput[]
  creator?: ProfileInput
  otherIdentifier?: IdentifierInput[]
  resultDescription?: ResultDescriptionInput[]
}

type SubjectParts = 'type' | 'achievement' | 'identifier' | 'image' | 'result' | 'source'

/** Who receives; give `id` or `identifier`. */
export type SubjectInput = Omit<model.AchievementSubject, SubjectParts> & {
  identifier?: Omit<model.IdentityObject, 'type'>[]
  image?: ImageInput
  result?: ResultInput[]
  source?: ProfileInput
}

/** What `buildCredential` needs. Dates as `Date` or RFC 3339 text with a zone. */
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
  credentialSchema?: model.CredentialSchema[]
  refreshService?: model.RefreshService
  endorsement?: model.EndorsementCredential[]
}
