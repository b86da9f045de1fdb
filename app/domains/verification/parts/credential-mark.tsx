import type { OpenBadgeCredential } from '@insigne/open-badges'
import type { Context } from '../../../infra/context.ts'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { designOf, publishedVersion, shapeOf } from '../../achievements/index.ts'
import type { BadgeFacts } from '../facts.ts'

/** What to draw beside a badge: our own mark, a small picture that the badge itself carries, or a silhouette. */
export type Mark =
  | { kind: 'stamp'; design: ReturnType<typeof designOf> }
  | { kind: 'picture'; src: string }
  | { kind: 'none' }

/**
 * The mark of the credential itself, never of the file around it. A picture on another server is not
 * shown: asking for it would tell that server who reads the badge.
 */
export async function markFor(
  ctx: Context,
  credential: OpenBadgeCredential,
  facts: BadgeFacts,
): Promise<Mark> {
  const { achievement } = credential.credentialSubject
  const own = new RegExp(`^${RegExp.escape(ctx.origin)}/achievements/([0-9a-f-]{36})/versions/(\\d{1,6})$`)
  const [, id, number] = own.exec(achievement.id) ?? []
  if (id !== undefined) {
    const version = await publishedVersion(ctx, id, Number(number))
    if (version !== undefined) return { kind: 'stamp', design: designOf(version) }
  }
  const carried = achievement.image?.id ?? ''
  if (isSmallPng(carried)) return { kind: 'picture', src: carried }
  if (facts.nature === undefined) return { kind: 'none' }
  const design = { shape: shapeOf[facts.nature.id], symbol: 'checklist', colours: 'craie' } as const
  return { kind: 'stamp', design }
}

/** A PNG inside the badge, of at most 2,000 pixels a side and 200 kB: what a browser draws without harm. */
function isSmallPng(address: string): boolean {
  const [, base64] = /^data:image\/png;base64,([A-Za-z0-9+/]+={0,2})$/.exec(address.slice(0, 280_000)) ?? []
  if (base64 === undefined || address.length >= 280_000) return false
  const head = Buffer.from(base64.slice(0, 64), 'base64')
  if (head.length < 24 || head.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return false
  return head.readUInt32BE(16) <= 2_000 && head.readUInt32BE(20) <= 2_000
}

export const CredentialMark = ({ mark, size }: { mark: Mark; size: number }) => {
  if (mark.kind === 'stamp') return <Stamp {...mark.design} size={size} shrink={size > 72} />
  if (mark.kind === 'picture')
    return (
      <img class={size > 72 ? 'stamp shrink' : 'stamp'} src={mark.src} alt="" width={size} height={size} />
    )
  return null
}
