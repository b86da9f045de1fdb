import type { Locale } from '../../../infra/i18n.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { Stub } from '../../../ui/stub.tsx'
import { type AchievementVersion, designOf } from '../../achievements/index.ts'
import type { ClaimRequest } from '../codes.ts'
import { showCode } from '../rules.ts'
import { claimsWords } from '../words.ts'

/** Third screen: it is done, and how to find the badge again. */
export function DonePage(props: {
  locale: Locale
  origin: string
  /** The path of this page. */
  path: string
  version: AchievementVersion
  /** Undefined for somebody who is known already: the page says nothing of them. */
  request: ClaimRequest | undefined
  /** What was asked for by address: who is known already reads what everybody reads. */
  asked: 'message' | 'waiting' | undefined
  card: string | undefined
}) {
  const { locale, request, asked, card } = props
  const t = claimsWords(locale).done
  const title = asked === 'waiting' ? t.waitingTitle : request?.state === 'refused' ? t.refusedTitle : t.title
  return (
    <div class="flow-wide">
      <PageHead
        mark={<Stamp {...designOf(props.version)} size={96} shrink />}
        title={title}
        above={props.version.name}
      >
        <p class="lead">{sayOutcome(locale, request, asked)}</p>
      </PageHead>
      {request === undefined && asked === undefined && <p class="txt">{t.knownCard}</p>}
      {asked === 'waiting' && (
        <p>
          <a href={props.path}>{t.reload}</a>
        </p>
      )}
      {card !== undefined && (
        <Stub title={t.card} url={`${props.origin}/c/${card}`} codeLabel={t.qr}>
          <p class="code-shown">{showCode(card)}</p>
          <p>{t.cardText}</p>
          <ButtonLink href={`/c/${card}`}>{t.open}</ButtonLink>
        </Stub>
      )}
    </div>
  )
}

function sayOutcome(
  locale: Locale,
  request: ClaimRequest | undefined,
  asked: 'message' | 'waiting' | undefined,
): string {
  const t = claimsWords(locale).done
  if (asked !== undefined) return t[asked]
  if (request === undefined) return t.known
  return request.state === 'refused' ? t.refused : t.ready
}
