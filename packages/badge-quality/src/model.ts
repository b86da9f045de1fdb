import type {
  Achievement,
  EndorsementCredential,
  JsonObject,
  NatureName,
  OpenBadgeCredential,
  Profile,
  Sentence,
  Verdict,
} from '@insigne/open-badges'

/** What the rules could establish. « Non renseigné » is `unknown`, never `no`. No specification: ours. */
export type State = 'yes' | 'no' | 'unknown'

/** 1 to 10, in the order of the public list. No specification: ours. */
export type CheckNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

/** Which of the given documents a proof was read in. No specification: ours. */
export type DocumentName = 'achievement' | 'credential' | 'issuer' | 'endorsements' | 'facts' | 'report'

/** Where a fact was read: a pointer into one of the given documents, and the value found there. RFC 6901. */
export interface Proof {
  document: DocumentName
  /** From the root of that document, e.g. `/criteria/narrative`. */
  pointer: string
  /** The value, or the sentence of the value that decided; 200 characters at most. */
  quote: string
}

/** A published framework that asks for the fact. No specification: ours. */
export interface Framework {
  name: string
  url: string
}

/** One of the ten public facts. Never summed, never ranked. No specification: ours. */
export interface SolidityCheck {
  check: CheckNumber
  /** Stable name of the fact, as in `nature.missing`. */
  code: FactCode
  state: State
  /** `pointer: « quote »` for people and logs; empty when nothing was found. */
  proof: string
  proofs: Proof[]
  framework: Framework[]
  sentence: Sentence
}

/**
 * What each check looks at, by its number. No specification: ours.
 * @example
 * checkCodes[6] // 'evidence'
 */
export const checkCodes = {
  1: 'criteria',
  2: 'action',
  3: 'alignment',
  4: 'assessment',
  5: 'assessor',
  6: 'evidence',
  7: 'grid',
  8: 'identity',
  9: 'quality',
  10: 'endorsement',
} as const satisfies Readonly<Record<CheckNumber, string>>

/** A check by its name. No specification: ours. */
export type FactCode = (typeof checkCodes)[CheckNumber]

/**
 * What a nature may lack: a check, a number in a register, a role that was held, a thing that was done.
 * No specification: ours.
 */
export type MissingFact = FactCode | 'registration' | 'role' | 'deed'

/** What kind of recognition the badge is. No specification: ours. */
export interface NatureFinding {
  /** What the issuer says, or null where nothing says it. */
  declared: NatureName | null
  /** What the data shows. Never more than declared, never more than the gates let through. */
  shown: NatureName | 'undetermined'
  /** What the declared nature asks for and the data does not show, in the order of the checks. */
  missing: MissingFact[]
  /** Where the declaration and the shown nature were read. */
  proofs: Proof[]
  sentence: Sentence
}

/** The two answers. Fits `Assessment` of `@insigne/open-badges`. No specification: ours. */
export interface Assessment {
  /** Version of the rules and word lists; equal versions give equal answers. */
  rulesVersion: string
  nature: NatureFinding
  /** Always the ten, in order. */
  solidity: SolidityCheck[]
}

/** Facts that the caller holds as fields; they win over what the texts say. No specification: ours. */
export interface StructuredFacts {
  nature?: NatureName
  situation?: string
  action?: string
  criteria?: readonly string[]
  /** `kind: 'none'` says that nothing is assessed. */
  assessment?: { kind: string; note?: string } | null
  assessor?: { role: string; independent: boolean } | null
  evidenceRule?: 'required' | 'optional' | 'none' | null
  gridShown?: boolean | null
  /** `'none'` says that nobody checks. */
  identityCheck?: string | null
  registration?: { register: string; number: string } | null
  alignments?: readonly { targetName: string; targetUrl?: string; targetCode?: string }[]
  qualityAssurance?: string | null
}

/** What verification established. `VerificationReport` of `@insigne/open-badges` fits. OB 3.0, 8 (verification). */
export interface KnownReport {
  verdict: Verdict
  issuer: { bound: boolean }
  /** `endorsements: valid` lets the endorsements carried inside count. */
  checks?: readonly { name: string; state: string }[]
}

/**
 * What the register itself holds of the number that `declaredRegistration` found. `not-held`: it was asked and does not
 * have it, so that the badge cannot be shown as registered. `unknown`: nobody asked, or no register was at hand.
 * No specification: ours.
 */
export type RegistrationState = 'held' | 'not-held' | 'unknown'

/** A number in a French register, as the badge declares it. No specification: ours. */
export interface DeclaredRegistration {
  register: 'RNCP' | 'RS'
  /** Digits only, without leading zeros. */
  number: string
  proof: Proof
}

/** An endorsement that the caller already verified. OB 3.0, B.1.7. */
export interface KnownEndorsement {
  credential: EndorsementCredential | JsonObject
  /** Whether its signature and its subject were checked and hold. */
  verified: boolean
}

/**
 * What is known of a badge. One of `achievement` and `credential` is needed to say anything; any JSON is
 * accepted, single values and arrays, language maps, and what a conversion from Open Badges 1.x or 2.x yields.
 * OB 3.0, B.1.
 */
export interface AssessInput {
  /** OB 3.0, B.1.1. Default: the achievement of the credential. */
  achievement?: Achievement | JsonObject
  /** The award, where there is one. */
  credential?: OpenBadgeCredential | JsonObject
  /** Profile of the issuer, where it is not inside the two others. */
  issuer?: Profile | JsonObject
  report?: KnownReport
  endorsements?: readonly KnownEndorsement[]
  facts?: StructuredFacts
  /** What the register answers for the number that the badge declares. Default: `unknown`. */
  registration?: RegistrationState
}
