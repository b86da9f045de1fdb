import { type Assessment, answersOf, assess } from '@insigne/badge-quality'
import type { OpenBadgeCredential, VerificationReport, VerifiedReading } from '@insigne/open-badges'

export interface BadgeReading {
  report: VerificationReport
  /** What was validated, and all that a page may show. Absent unless structure and vocabulary hold. */
  credential?: OpenBadgeCredential
  /** Nature and the ten facts, with the sentence and the places of each. */
  assessment?: Assessment
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
 * Judged after the verification: whether the issuer is bound is one of the ten facts.
 */
export function readingOf(verified: VerifiedReading, checkedAt: Date): BadgeReading {
  const { report, credential, raw, converted, newer, nested } = verified
  const assessment = credential === undefined ? undefined : assess({ credential, report })
  return {
    report: assessment === undefined ? report : { ...report, ...answersOf(assessment) },
    ...(assessment === undefined ? {} : { assessment }),
    ...(credential === undefined ? {} : { credential }),
    ...(raw === undefined ? {} : { raw: raw.text }),
    ...(converted === undefined ? {} : { converted }),
    newer: newer !== undefined,
    nested: (nested ?? []).map((one) => ({ report: one.report, name: one.report.achievement.name ?? '' })),
    checkedAt,
  }
}
