import type * as model from './model.ts'

/** A URL or `data:` URI, or one with a caption. OB 3.0, B.1.12. */
export type ImageInput = string | { id: string; caption?: string }

/** An alignment without its `type`. OB 3.0, B.1.4. */
export type AlignmentInput = Omit<model.Alignment, 'type'>

/** An evidence; `type` only adds to `Evidence`. OB 3.0, B.1.8. */
export type EvidenceInput = Omit<model.Evidence, 'type'> & { type?: string[] }

/** An identifier without its `type`. OB 3.0, B.1.10. */
export type IdentifierInput = Omit<model.IdentifierEntry, 'type'>

/** A profile without its `type`. OB 3.0, B.1.14. */
export type ProfileInput = Omit<
  Partial<model.Profile>,
  'id' | 'type' | 'image' | 'otherIdentifier' | 'parentOrg'
> & {
  id: string
  image?: ImageInput
  otherIdentifier?: IdentifierInput[]
  parentOrg?: ProfileInput
}

/** A level of a rubric without its `type`. OB 3.0, B.1.18. */
export type RubricCriterionLevelInput = Omit<model.RubricCriterionLevel, 'type' | 'alignment'> & {
  alignment?: AlignmentInput[]
}

/** A result description without its `type`. OB 3.0, B.1.17. */
export type ResultDescriptionInput = Omit<
  model.ResultDescription,
  'type' | 'alignment' | 'rubricCriterionLevel'
> & {
  alignment?: AlignmentInput[]
  rubricCriterionLevel?: RubricCriterionLevelInput[]
}

/** A result without its `type`. OB 3.0, B.1.16. */
export type ResultInput = Omit<model.Result, 'type' | 'alignment'> & { alignment?: AlignmentInput[] }

/** An achievement without the `type` of its parts. OB 3.0, B.1.1. */
export type AchievementInput = Omit<
  model.Achievement,
  'type' | 'image' | 'alignment' | 'creator' | 'otherIdentifier' | 'resultDescription'
> & {
  image?: ImageInput
  alignment?: AlignmentInput[]
  creator?: ProfileInput
  otherIdentifier?: IdentifierInput[]
  resultDescription?: ResultDescriptionInput[]
}

/** Who receives; give `id` or `identifier`. OB 3.0, B.1.2. */
export type SubjectInput = Omit<
  model.AchievementSubject,
  'type' | 'achievement' | 'identifier' | 'image' | 'result' | 'source'
> & {
  identifier?: Omit<model.IdentityObject, 'type'>[]
  image?: ImageInput
  result?: ResultInput[]
  source?: ProfileInput
}

/** What `buildCredential` needs. Dates as `Date` or RFC 3339 text with a zone. OB 3.0, B.1.2. */
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
