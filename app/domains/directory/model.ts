import type { Achievement, Conversion, NatureName, Profile } from '@insigne/open-badges'

/** What one check of solidité found. */
export type FactState = 'yes' | 'no' | 'unknown'

/** A nature as a reader sees it: what the badge shows. */
export type ShownNature = NatureName | 'undetermined'

/** A badge definition of any issuer, as the directory shows it. One definition, one entry, however often seen. */
export interface DirectoryEntry {
  id: string
  /** Made on this instance, or read on somebody else's. */
  origin: 'here' | 'elsewhere'
  /** The page where the definition lives: ours, or the issuer's own. */
  address: string
  /** The achievement of this instance that it is; null for a badge read elsewhere. */
  ownAchievementId: string | null
  name: string
  description: string
  /** `fr`, `en`, …; null where nothing says it. */
  language: string | null
  nature: { declared: NatureName | null; shown: ShownNature; missing: readonly string[] }
  /** The ten checks, in order. Never summed. */
  facts: readonly FactState[]
  issuer: DirectoryIssuer
  /** Codes of the official areas: `D14`, `R28`; empty where the issuer's place is not known. */
  areas: readonly string[]
  skills: readonly EntrySkill[]
  image: string | null
  illustrative: boolean
  /** Still awarded, as far as its source says; null where it says nothing. */
  awarded: boolean | null
  /** `gone`: its address answers no more, and this is the last copy. */
  state: 'live' | 'gone'
  firstSeenAt: Date
  /** Last time that its source answered for it. */
  seenAt: Date
  changedAt: Date
}

export interface DirectoryIssuer {
  /** Groups what one issuer publishes, whatever the version of the standard: its origin and path, or its DID. */
  key: string
  name: string
  address: string | null
  organisationId: string | null
}

/** A skill that an entry names, or that we suggest where its issuer names none. */
export interface EntrySkill {
  /** Null for an alignment to a framework that is not loaded here. */
  skillId: string | null
  name: string
  framework: string
  address: string
  code: string | null
  suggested: boolean
}

/** A definition ready to enter: normalised to 3.0, whoever read it. */
export interface EntryInput {
  origin: 'here' | 'elsewhere'
  achievement: Achievement
  issuer: Profile
  /** Where a person can read it, and where a program did. */
  address: string
  /** The achievement of this instance that it is. */
  ownAchievementId?: string
  organisationId?: string
  /** Set for a definition of 2.x or older: what the conversion lost. */
  lost?: Conversion['lost']
  areas: readonly string[]
  awarded: boolean | null
  illustrative: boolean
  /** The unedited record this was read from; absent for our own. */
  recordId?: string
  sourceId?: string
}
