import type { Json } from '../json.ts'

/**
 * The eleven checks, always all present and in this order. OB 3.0, 8 (verification).
 * @example
 * checkNames.length // 11
 * checkNames[0] // 'extract'
 */
export const checkNames = [
  'extract',
  'structure',
  'context',
  'proof',
  'issuer',
  'schema',
  'refresh',
  'status',
  'validity',
  'recipient',
  'endorsements',
] as const

/** One of `checkNames`. OB 3.0, 8 (verification). */
export type CheckName = (typeof checkNames)[number]
/** How a check ended; what could not be looked at is `undetermined`, never `valid`. OB 3.0, 8 (verification). */
export type CheckState = 'valid' | 'invalid' | 'undetermined' | 'not-applicable'
/** `invalid` if any check is, else `undetermined` if any is, else `valid`. OB 3.0, 8 (verification). */
export type Verdict = 'valid' | 'invalid' | 'undetermined'

/** What the input turned out to be. OB 3.0, 5; CLR 2.0, 5; OB 2.0. */
export type Format =
  | 'ob3-di'
  | 'ob3-jwt'
  | 'ob2-hosted'
  | 'ob2-signed'
  | 'ob1'
  | 'clr2'
  | 'vc'
  | 'endorsement'
  | 'unknown'

/** A sentence for people, in both languages. No specification: ours. */
export interface Sentence {
  fr: string
  en: string
}

/** One check, with the data it used (key, list, time, path). OB 3.0, 8 (verification). */
export interface Check extends Sentence {
  name: CheckName
  state: CheckState
  /** Stable; every code is in `reportCodes`. */
  code: string
  data: { [key: string]: Json }
}

/** What kind of recognition a badge is. No specification: ours. */
export type NatureName =
  | 'participation'
  | 'engagement'
  | 'realisation'
  | 'competence'
  | 'certification'
  | 'registered'

/** What kind of recognition the issuer says it is, and what can be shown of that. No specification: ours. */
export interface Nature {
  /** What the issuer says. */
  declared: NatureName | null
  /** What can be shown, once checked. */
  shown: NatureName | 'undetermined'
  /** What would have to be there for the declared nature to be shown. */
  missing: string[]
}

/** One of the ten public facts of solidité; never summed, never ranked. No specification: ours. */
export interface SolidityFact {
  /** 1 to 10. */
  check: number
  state: 'yes' | 'no' | 'unknown'
  proof: string
}

/**
 * The answer of `verify`. The verdict is `invalid` if any check is, else `undetermined` if any is,
 * else `valid`. `null` says that the credential does not hold the value, or that it could not be read.
 * OB 3.0, 8 (verification).
 */
export interface VerificationReport {
  verdict: Verdict
  summary: Sentence
  format: Format
  checks: Check[]
  issuer: { id: string | null; name: string | null; bound: boolean }
  achievement: { id: string | null; name: string | null }
  recipient: { known: boolean }
  dates: { validFrom: string | null; validUntil: string | null }
  nature: Nature
  solidity: SolidityFact[]
  /** The reports of the credentials inside a learner record, in its order. */
  nested?: VerificationReport[]
}
