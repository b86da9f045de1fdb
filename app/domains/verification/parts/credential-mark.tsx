import type { OpenBadgeCredential } from '@insigne/open-badges'
import type { StampDesign } from '../../../ui/stamp/draw.ts'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { shapeOf } from '../../achievements/browser.ts'
import type { BadgeFacts } from '../facts.ts'

/** What to draw beside a badge: our own mark, a small picture that the badge itself carries, or a silhouette. */
export type Mark =
  | { kind: 'stamp'; design: StampDesign }
  | { kind: 'picture'; src: string }
  | { kind: 'none' }

/**
 * The mark that the credential carries or implies, never that of the file around it. A picture on another
 * server is not shown: asking for it would tell that server who reads the badge.
 */
export function carriedMark({ credentialSubject }: OpenBadgeCredential, facts: BadgeFacts): Mark {
  const carried = credentialSubject.achievement.image?.id ?? ''
  if (isSmallPng(carried)) return { kind: 'picture', src: carried }
  if (facts.nature === undefined) return { kind: 'none' }
  const design = { shape: shapeOf[facts.nature.id], symbol: 'checklist', colours: 'craie' } as const
  return { kind: 'stamp', design }
}

/** A PNG inside the badge, of at most 2,000 pixels a side and 200 kB: what a browser draws without harm. */
function isSmallPng(address: string): boolean {
  const [, base64] = /^data:image\/png;base64,([A-Za-z0-9+/]+={0,2})$/.exec(address.slice(0, 280_000)) ?? []
  if (base64 === undefined || base64.length < 32 || address.length >= 280_000) return false
  const head = atob(base64.slice(0, 32))
  if (!head.startsWith('\x89PNG\r\n\x1a\n')) return false
  return side(head, 16) <= 2_000 && side(head, 20) <= 2_000
}

const side = (head: string, at: number): number =>
  new DataView(Uint8Array.from(head, (sign) => sign.charCodeAt(0)).buffer).getUint32(at)

export const CredentialMark = ({ mark, size }: { mark: Mark; size: number }) => {
  if (mark.kind === 'stamp') return <Stamp {...mark.design} size={size} shrink={size > 72} />
  if (mark.kind === 'picture')
    return (
      <img class={size > 72 ? 'stamp shrink' : 'stamp'} src={mark.src} alt="" width={size} height={size} />
    )
  return null
}
