import type { OpenBadgeCredential } from '@insigne/open-badges'
import type { Context } from '../../infra/context.ts'
import { designOf, publishedVersion } from '../achievements/index.ts'
import type { BadgeFacts } from './facts.ts'
import { carriedMark, type Mark } from './parts/credential-mark.tsx'

/** The mark of the credential: of one of our own achievements, the mark that was published with it. */
export async function markFor(
  ctx: Context,
  credential: OpenBadgeCredential,
  facts: BadgeFacts,
): Promise<Mark> {
  const own = new RegExp(`^${RegExp.escape(ctx.origin)}/achievements/([0-9a-f-]{36})/versions/(\\d{1,6})$`)
  const [, id, number] = own.exec(credential.credentialSubject.achievement.id) ?? []
  if (id !== undefined) {
    const version = await publishedVersion(ctx, id, Number(number))
    if (version !== undefined) return { kind: 'stamp', design: designOf(version) }
  }
  return carriedMark(credential, facts)
}
