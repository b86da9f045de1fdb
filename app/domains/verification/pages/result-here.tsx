import { type Locale, sayMoment } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { readFacts, shorten } from '../facts.ts'
import { hereWords } from '../here-words.ts'
import { openChecks } from '../needs-network.ts'
import { carriedMark } from '../parts/credential-mark.tsx'
import type { BadgeReading } from '../reading.ts'
import { verificationWords } from '../words.ts'
import { ResultPage } from './result.tsx'

/** The result as the server draws it, of a file that was verified in the reader's browser. */
export const ResultHere = (props: { locale: Locale; reading: BadgeReading; fileName: string }) => {
  const { locale, reading } = props
  const { report, credential, checkedAt } = reading
  const source = verificationWords(locale).sources.file(
    shorten(props.fileName, 34),
    sayMoment(locale, checkedAt),
  )
  const mark =
    credential === undefined
      ? ({ kind: 'none' } as const)
      : carriedMark(credential, readFacts(credential, report))
  return (
    <ResultPage
      locale={locale}
      reading={reading}
      source={source}
      mark={mark}
      notice={<HereNotice locale={locale} reading={reading} />}
      box={<div data-here="form" />}
    />
  )
}

/** Where this verdict was made, and what only the network can add to it. */
const HereNotice = ({ locale, reading }: { locale: Locale; reading: BadgeReading }) => {
  const t = hereWords(locale)
  const open = openChecks(reading.report)
  if (open.length === 0) return <Notice>{t.kept}</Notice>
  const names = open.map((name) => verificationWords(locale).checks[name]).join(', ')
  return (
    <Notice title={t.pending}>
      <div class="flow">
        <p>{t.kept}</p>
        <p>
          {t.missing(names)} {t.sends}
        </p>
        <div data-here="send">
          <Actions>
            <Button type="button">{t.complete}</Button>
          </Actions>
        </div>
      </div>
    </Notice>
  )
}
