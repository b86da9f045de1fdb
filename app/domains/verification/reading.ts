import {
  type Assessment,
  answersOf,
  assess,
  type DeclaredRegistration,
  declaredRegistration,
} from '@insigne/badge-quality'
import type { OpenBadgeCredential, VerificationReport, VerifiedReading } from '@insigne/open-badges'
import { heldBy } from '../achievements/browser.ts'
import type { Registration } from '../frameworks/index.ts'

export interface RegisteredReading {
  declared: DeclaredRegistration
  answer: Registration
}

export interface BadgeReading {
  report: VerificationReport
  /** What was validated, and all that a page may show. Absent unless structure and vocabulary hold. */
  credential?: OpenBadgeCredential
  /** Nature and the ten facts, with the sentence and the places of each. */
  assessment?: Assessment
  /** Set where the badge calls itself a registered certification: its number, and what the register says of it. */
  registered?: RegisteredReading
  /** The credential exactly as it was carried. */
  raw?: string
  /** Set for badges of Open Badges 2.0 and older, read in the words of 3.0: what that reading loses. */
  converted?: VerifiedReading['converted']
  /** The issuer offered a newer version, and the report is about that one. */
  newer: boolean
  /** A record holds other credentials, each verified on its own. */
  nested: { report: VerificationReport; name: string }[]
  checkedAt: Date
}

/**
 * What the pages show of a verification, on the server and in the reader's browser alike.
 * Judged after the verification: whether the issuer is bound is one of the ten facts. `asked`: what the register
 * says of the number, where there is a register to ask.
 */
export function readingOf(
  verified: VerifiedReading,
  checkedAt: Date,
  asked?: RegisteredReading,
): BadgeReading {
  const { report, credential, raw, converted, newer, nested } = verified
  const registration = heldBy(asked?.answer)
  const assessment = credential === undefined ? undefined : assess({ credential, report, registration })
  // A badge that only links to a certification does not call itself one.
  const registered = assessment?.nature.declared === 'registered' ? (asked ?? unasked(verified)) : undefined
  return {
    report: assessment === undefined ? report : { ...report, ...answersOf(assessment) },
    ...(assessment === undefined ? {} : { assessment }),
    ...(credential === undefined ? {} : { credential }),
    ...(registered === undefined ? {} : { registered }),
    ...(raw === undefined ? {} : { raw: raw.text }),
    ...(converted === undefined ? {} : { converted }),
    newer: newer !== undefined,
    nested: (nested ?? []).map((one) => ({ report: one.report, name: one.report.achievement.name ?? '' })),
    checkedAt,
  }
}

/** The number that a verified badge declares, to ask the register with. */
export const numberOf = ({ credential }: VerifiedReading): DeclaredRegistration | undefined =>
  credential === undefined ? undefined : declaredRegistration({ credential })

const unasked = (verified: VerifiedReading): RegisteredReading | undefined => {
  const declared = numberOf(verified)
  return declared === undefined ? undefined : { declared, answer: { state: 'not-imported' } }
}
