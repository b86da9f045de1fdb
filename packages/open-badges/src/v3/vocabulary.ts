/**
 * The kinds of achievement; others begin with `ext:`. OB 3.0, B.2.1.
 * @example
 * achievementTypes.includes('MicroCredential') // true
 * achievementTypes.length // 31
 */
export const achievementTypes = [
  'Achievement',
  'ApprenticeshipCertificate',
  'Assessment',
  'Assignment',
  'AssociateDegree',
  'Award',
  'Badge',
  'BachelorDegree',
  'Certificate',
  'CertificateOfCompletion',
  'Certification',
  'CommunityService',
  'Competency',
  'Course',
  'CoCurricular',
  'Degree',
  'Diploma',
  'DoctoralDegree',
  'Fieldwork',
  'GeneralEducationDevelopment',
  'JourneymanCertificate',
  'LearningProgram',
  'License',
  'Membership',
  'ProfessionalDoctorate',
  'QualityAssuranceCredential',
  'MasterCertificate',
  'MasterDegree',
  'MicroCredential',
  'ResearchDoctorate',
  'SecondarySchoolDiploma',
] as const

/**
 * What an alignment may point at; others begin with `ext:`. OB 3.0, B.2.2.
 * @example
 * targetTypes.includes('CFItem') // true
 */
export const targetTypes = [
  'ceasn:Competency',
  'ceterms:Credential',
  'CFItem',
  'CFRubric',
  'CFRubricCriterion',
  'CFRubricCriterionLevel',
  'CTDL',
] as const

/**
 * Kinds of result; others begin with `ext:`. OB 3.0, B.2.5.
 * @example
 * resultTypes.includes('RubricCriterionLevel') // true
 */
export const resultTypes = [
  'GradePointAverage',
  'LetterGrade',
  'Percent',
  'PerformanceLevel',
  'PredictedScore',
  'RawScore',
  'Result',
  'RubricCriterion',
  'RubricCriterionLevel',
  'RubricScore',
  'ScaledScore',
  'Status',
] as const

/**
 * How far a result has come: a closed list. OB 3.0, B.2.6.
 * @example
 * resultStatuses.includes('Completed') // true
 */
export const resultStatuses = [
  'Completed',
  'Enrolled',
  'Failed',
  'InProgress',
  'OnHold',
  'Provisional',
  'Withdrew',
] as const

/**
 * Kinds of identifier; others begin with `ext:`. OB 3.0, B.2.3.
 * @example
 * identifierTypes.includes('emailAddress') // true
 */
export const identifierTypes = [
  'name',
  'sourcedId',
  'systemId',
  'productId',
  'userName',
  'accountId',
  'emailAddress',
  'nationalIdentityNumber',
  'isbn',
  'issn',
  'lisSourcedId',
  'oneRosterSourcedId',
  'sisSourcedId',
  'ltiContextId',
  'ltiDeploymentId',
  'ltiToolId',
  'ltiPlatformId',
  'ltiUserId',
  'identifier',
] as const

/** One of `achievementTypes`, or an extension. OB 3.0, B.2.1. */
export type AchievementType = (typeof achievementTypes)[number] | `ext:${string}`
/** One of `targetTypes`, or an extension. OB 3.0, B.2.2. */
export type TargetType = (typeof targetTypes)[number] | `ext:${string}`
/** One of `resultTypes`, or an extension. OB 3.0, B.2.5. */
export type ResultType = (typeof resultTypes)[number] | `ext:${string}`
/** One of `resultStatuses`. OB 3.0, B.2.6. */
export type ResultStatus = (typeof resultStatuses)[number]
/** One of `identifierTypes`, or an extension. OB 3.0, B.2.3. */
export type IdentifierType = (typeof identifierTypes)[number] | `ext:${string}`
