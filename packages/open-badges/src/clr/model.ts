import type { JsonObject } from '../json.ts'
import type { Achievement, IdentityObject, Image, Profile } from '../v3/model.ts'

/**
 * How two achievements of a record may stand to each other; others begin with `ext:`. CLR 2.0, "AssociationType".
 * @example
 * associationTypes.includes('isPartOf') // true
 */
export const associationTypes = [
  'exactMatchOf',
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'precedes',
  'replacedBy',
] as const

/** One of `associationTypes`, or an extension. CLR 2.0, "AssociationType". */
export type AssociationType = (typeof associationTypes)[number] | `ext:${string}`

/** How two achievements of a record stand to each other. CLR 2.0, "Association". */
export interface Association {
  type: 'Association'
  associationType: AssociationType
  sourceId: string
  targetId: string
}

/** Whose record it is, and what is in it; each credential keeps its own proof. CLR 2.0, "ClrSubject". */
export interface ClrSubject {
  id?: string
  type: string[]
  identifier?: IdentityObject[]
  achievement?: Achievement[]
  verifiableCredential: JsonObject[]
  association?: Association[]
}

/** A comprehensive learner record. CLR 2.0, "ClrCredential". */
export interface ClrCredential {
  '@context': string[]
  id: string
  type: string[]
  name: string
  description?: string
  issuer: Profile
  validFrom: string
  validUntil?: string
  awardedDate?: string
  image?: Image
  /** True when the record does not hold all there is. */
  partial?: boolean
  credentialSubject: ClrSubject
}
