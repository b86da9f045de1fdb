import { type VerifiedReading, verifyAndRead } from '@insigne/open-badges'
import type { Context } from '../../infra/context.ts'
import { registrationOf } from '../frameworks/index.ts'
import { surroundings } from './outside.ts'
import { type BadgeReading, numberOf, type RegisteredReading, readingOf } from './reading.ts'

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
  const verified = await verifyAndRead(input, {
    ...surroundings(ctx),
    ...(options.recipient === undefined ? {} : { recipient: options.recipient }),
  })
  return readingOf(verified, ctx.clock.now(), await askRegister(ctx, verified))
}

/** What the register that was imported here says of the number, where the badge declares one. */
async function askRegister(ctx: Context, verified: VerifiedReading): Promise<RegisteredReading | undefined> {
  const declared = numberOf(verified)
  if (declared === undefined) return undefined
  const answer = await registrationOf(ctx, declared.register, declared.number, ctx.locale)
  return { declared, answer }
}
