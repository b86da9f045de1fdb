import { credentialsV1 } from '../contexts/bundle.ts'
import { asArray, type Json } from '../json.ts'
import { achievementSubject, evidence, image, profile } from './classes.ts'
import {
  many,
  node,
  number,
  oneOf,
  type Property,
  required,
  type Shape,
  shape,
  text,
  textOrNode,
} from './shape.ts'

const statusPurposes = ['revocation', 'suspension', 'refresh', 'message'] as const

const bitstringEntry = shape(
  'credential.status',
  'BitstringStatusListEntry',
  {
    id: text('uri'),
    statusPurpose: oneOf(statusPurposes, false, required),
    statusListIndex: text('index', required),
    statusListCredential: text('url', required),
  },
  { typeIsText: true },
)
const otherStatus = shape('credential.status', undefined, {
  id: text('uri', required),
  type: text(undefined, required),
})

/** The table of a status entry depends on its type. */
export const statusShape = (type: unknown): Shape =>
  type === 'BitstringStatusListEntry' || (Array.isArray(type) && type.includes('BitstringStatusListEntry'))
    ? bitstringEntry
    : otherStatus

const credentialSchema = shape('credential.schema', undefined, {
  id: text('uri', required),
  type: text(undefined, { required: true, either: true }),
})
const refreshService = shape('credential.refresh', undefined, {
  id: text('uri', required),
  type: text(undefined, { required: true, either: true }),
})
const termsOfUse = shape('credential.terms', undefined, {
  id: text('uri'),
  type: text(undefined, { required: true, either: true }),
})

const proofTypes = ['DataIntegrityProof', 'Ed25519Signature2020'] as const
/** VC Data Integrity 1.0, 2.1. */
export const proof: Shape = shape('credential.proof', undefined, {
  id: text('uri'),
  type: oneOf(proofTypes, false, required),
  cryptosuite: text(),
  created: text('date-time'),
  expires: text('date-time'),
  verificationMethod: text('uri', required),
  proofPurpose: text(undefined, required),
  proofValue: text(undefined, required),
  previousProof: text('uri', { either: true }),
  challenge: text(),
  domain: text(undefined, { either: true }),
  nonce: text(),
})

export const envelope = (subject: () => Shape, more: Record<string, Property>): Record<string, Property> => ({
  id: text('uri', required),
  issuer: textOrNode(() => profile, required),
  name: text(),
  description: text(),
  credentialSubject: node(subject, required),
  credentialStatus: node(() => bitstringEntry, { either: true }),
  credentialSchema: node(() => credentialSchema, many),
  refreshService: node(() => refreshService),
  termsOfUse: node(() => termsOfUse, many),
  proof: node(() => proof, many),
  ...more,
})

export const dates2: Record<string, Property> = {
  validFrom: text('date-time', required),
  validUntil: text('date-time'),
}
export const dates1: Record<string, Property> = {
  issuanceDate: text('date-time', required),
  expirationDate: text('date-time'),
  issued: text('date-time'),
  validFrom: text('date-time'),
  validUntil: text('date-time'),
}

const badgeMembers: Record<string, Property> = {
  image: node(() => image),
  awardedDate: text('date-time'),
  evidence: node(() => evidence, many),
  endorsement: node(() => endorsementCredential, many),
  endorsementJwt: text('jwt', many),
}
const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential'] as const

/** OB 3.0 over VC Data Model 2.0. */
export const openBadgeCredential: Shape = shape(
  'credential',
  badgeTypes,
  envelope(() => achievementSubject, { ...dates2, ...badgeMembers }),
)
/** OB 3.0 over VC Data Model 1.1. */
export const openBadgeCredential1: Shape = shape(
  'credential',
  badgeTypes,
  envelope(() => achievementSubject, { ...dates1, ...badgeMembers }),
)

const endorsementSubject = shape('endorsement.subject', 'EndorsementSubject', {
  id: text('uri', required),
  endorsementComment: text(),
})
const endorsementMembers: Record<string, Property> = {
  name: text(undefined, required),
  awardedDate: text('date-time'),
}

export const endorsementCredential: Shape = shape(
  'endorsement',
  'EndorsementCredential',
  envelope(() => endorsementSubject, { ...dates2, ...endorsementMembers }),
)
export const endorsementCredential1: Shape = shape(
  'endorsement',
  'EndorsementCredential',
  envelope(() => endorsementSubject, { ...dates1, ...endorsementMembers }),
)

/** An endorsement inside a badge may be of another version of the W3C's model than the badge. */
export const endorsementShape = (context: Json | undefined): Shape =>
  asArray(context)[0] === credentialsV1 ? endorsementCredential1 : endorsementCredential

const bitstringStatusList = shape(
  'status-list.subject',
  'BitstringStatusList',
  {
    id: text('uri'),
    statusPurpose: oneOf(statusPurposes, false, { required: true, either: true }),
    encodedList: text(undefined, required),
    ttl: number(0),
  },
  { typeIsText: true },
)
/** Bitstring Status List 1.0, 2.2. */
export const statusListCredential: Shape = shape('status-list', 'BitstringStatusListCredential', {
  ...envelope(() => bitstringStatusList, dates2),
  validFrom: text('date-time'),
  id: text('uri'),
})
