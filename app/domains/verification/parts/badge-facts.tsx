import type { NatureName, VerificationReport } from '@insigne/open-badges'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Receipt } from '../../../ui/receipt.tsx'
import { RegistrationLine, registerWords } from '../../achievements/browser.ts'
import type { BadgeFacts } from '../facts.ts'
import type { RegisteredReading } from '../reading.ts'
import { verificationWords } from '../words.ts'

/** The nature in words; an issuer's own word is said to be theirs. */
export function sayNature(facts: Pick<BadgeFacts, 'nature'>, locale: Locale): string {
  const t = verificationWords(locale).facts
  if (facts.nature === undefined) return t.badge
  return (facts.nature.checked ? t.natures : t.declared)[facts.nature.id]
}

export function sayWhen(facts: BadgeFacts, locale: Locale): string {
  const t = verificationWords(locale).facts
  if (facts.awardedAt === undefined) return t.unstated
  const date = sayDate(locale, facts.awardedAt)
  return facts.validUntil === undefined ? t.noEnd(date) : t.until(date, sayDate(locale, facts.validUntil))
}

/** Whether the issuer named in the badge did sign it: its key answers for it, and the signature holds. */
export const isProven = (report: VerificationReport): boolean =>
  report.issuer.bound && report.checks.some((check) => check.name === 'proof' && check.state === 'valid')

const deeds: readonly NatureName[] = ['participation', 'engagement', 'realisation']

/** The answers to what, who, how and when; the verdict that stands under them is the fifth. */
export const BadgeFactsReceipt = (props: {
  facts: BadgeFacts
  locale: Locale
  /** The issuer's identity holds: its key answers for it. */
  bound: boolean
  issuerHref?: string | undefined
  /** Of a badge that calls itself a registered certification. */
  registered?: RegisteredReading | undefined
}) => {
  const { facts, locale, registered } = props
  const t = verificationWords(locale).facts
  const did = facts.nature !== undefined && deeds.includes(facts.nature.id)
  const unstated = <span class="soft">{t.unstated}</span>
  return (
    <Receipt
      close
      strong
      lines={[
        {
          key: 'does',
          label: did ? t.did : t.does,
          value: facts.does === '' ? unstated : <b>{facts.does}</b>,
        },
        { key: 'who', label: t.who, value: <Issuer {...props} /> },
        { key: 'how', label: t.how, value: facts.how ?? unstated },
        { key: 'when', label: t.when, value: sayWhen(facts, locale) },
        registered !== undefined && {
          key: 'registered',
          label: registerWords(locale).label,
          value: (
            <RegistrationLine locale={locale} registered={registered.declared} answer={registered.answer} />
          ),
        },
      ]}
    />
  )
}

// A name can be imitated, a site cannot: a stranger's badge shows both.
const Issuer = (props: {
  facts: BadgeFacts
  locale: Locale
  bound: boolean
  issuerHref?: string | undefined
}) => {
  const t = verificationWords(props.locale).facts
  const { name, host, place } = props.facts.issuer
  const more = props.bound
    ? props.issuerHref !== undefined
      ? place
      : host === undefined
        ? undefined
        : t.site(host)
    : t.unproven
  return (
    <>
      {props.issuerHref === undefined ? name : <a href={props.issuerHref}>{name}</a>}
      {more !== undefined && more !== '' && `, ${more}`}
    </>
  )
}
