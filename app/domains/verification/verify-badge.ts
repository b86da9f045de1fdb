import { type Assessment, answersOf, assess } from '@insigne/badge-quality'
import { type OpenBadgeCredential, type VerificationReport, verifyAndRead } from '@insigne/open-badges'
import type { Context } from '../../infra/context.ts'
import { surroundings } from './outside.ts'

export interface BadgeReading {
  report: VerificationReport
  /** What was validated, and all that a page may show. Absent unless structure and vocabulary hold. */
  credential?: OpenBadgeCredential
  /** Nature and the ten facts, with the sentence and the places of each. */
  assessment?: Assessment
  /** The credential exactly as it was carried. */
  raw?: string
  checkedAt: Date
}

export interface ReadingOptions {
  /** An identity that the recipient is expected to have. */
  recipient?: string | undefined
}

/**
 * Reads and verifies any badge: bytes of a PNG, SVG, JSON or JWT file, or their text.
 * Never throws on what it is given: a bad badge is a report.
 */
export async function verifyBadge(
  ctx: Context,
  input: Uint8Array | string,
  options: ReadingOptions = {},
): Promise<BadgeReading> {
  const { report, credential, raw } = await verifyAndRead(input, {
    ...surroundings(ctx),
    ...(options.recipient === undefined ? {} : { recipient: options.recipient }),
  })
  // Judged after the verification: whether the issuer is bound is one of the facts.
  const assessment = credential === undefined ? undefined : assess({ credential, report })
  return {
    report: assessment === undefined ? report : { ...report, ...answersOf(assessment) },
    ...(assessment === undefined ? {} : { assessment }),
    ...(credential === undefined ? {} : { credential }),
    ...(raw === undefined ? {} : { raw: raw.text }),
    checkedAt: ctx.clock.now(),
  }
}
