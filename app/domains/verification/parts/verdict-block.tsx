import type { VerificationReport } from '@insigne/open-badges'
import { type Locale, sayMoment } from '../../../infra/i18n.ts'
import { Verdict } from '../../../ui/verdict.tsx'
import { verificationWords } from '../words.ts'

/** The word of the verdict: the worst check gives it its reason. */
export function verdictWord(report: VerificationReport, locale: Locale): string {
  const t = verificationWords(locale).verdict
  if (isNoBadge(report)) return t.notBadge
  if (report.verdict !== 'invalid') return t[report.verdict]
  const worst = worstCheck(report)
  return worst === undefined ? t.invalid : t.reasons[worst.name]
}

/** Nothing to judge was found in what was given. */
export const isNoBadge = (report: VerificationReport): boolean =>
  report.format === 'unknown' && report.checks.find((check) => check.name === 'extract')?.state !== 'valid'

// A withdrawn badge is withdrawn before it is anything else; then the order of the report.
function worstCheck(report: VerificationReport) {
  const failed = report.checks.filter((check) => check.state === 'invalid')
  return failed.length === 1 ? failed[0] : (failed.find((check) => check.name === 'proof') ?? failed[0])
}

/** The verdict of a report in one block: the word, why, and when it was checked. */
export const VerdictBlock = (props: {
  report: VerificationReport
  locale: Locale
  checkedAt: Date
  size?: 'line' | 'page' | undefined
  under?: boolean | undefined
  /** Where the checks are told one by one. */
  detailHref?: string | undefined
}) => {
  const t = verificationWords(props.locale)
  const word = verdictWord(props.report, props.locale)
  const state = isNoBadge(props.report) ? 'undetermined' : props.report.verdict
  const why = isNoBadge(props.report) ? t.verdict.notBadgeDetail : props.report.summary[props.locale]
  const brief = props.size !== 'page' && props.report.verdict === 'valid'
  return (
    <Verdict state={state} word={word} size={props.size} under={props.under}>
      {brief ? '' : `${why} `}
      {props.size === 'page' ? '' : t.checkedAt(sayMoment(props.locale, props.checkedAt))}{' '}
      {props.detailHref !== undefined && (
        <a class="nb" href={props.detailHref}>
          {t.verdict.detail}
        </a>
      )}
    </Verdict>
  )
}
