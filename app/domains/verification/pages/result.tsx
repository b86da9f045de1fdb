import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../infra/i18n.ts'
import { Entry } from '../../../ui/receipt.tsx'
import { Section } from '../../../ui/section.tsx'
import { SolidityFacts, SolidityTicks } from '../../achievements/browser.ts'
import { type BadgeFacts, readFacts } from '../facts.ts'
import { BadgeFactsReceipt, isProven, sayNature } from '../parts/badge-facts.tsx'
import { ChecksTable } from '../parts/checks-table.tsx'
import { CredentialMark, type Mark } from '../parts/credential-mark.tsx'
import { Elsewhere, textHref } from '../parts/elsewhere.tsx'
import { NestedCredentials, ReadingNotes } from '../parts/reading-notes.tsx'
import { isNoBadge, VerdictBlock } from '../parts/verdict-block.tsx'
import type { BadgeReading, RegisteredReading } from '../reading.ts'
import { verificationWords } from '../words.ts'
import { Answers } from './verify.tsx'

export interface ResultProps {
  locale: Locale
  reading: BadgeReading
  /** What was read, in words: a file, an address, a text. */
  source: string
  mark: Mark
  /** Where another badge is given. */
  box: ComponentChildren
  /** What is to be known of where the verdict was made. */
  notice?: ComponentChildren
}

/** The verdict, what the badge is, then the eleven checks one by one. */
export const ResultPage = ({ locale, reading, source, mark, box, notice }: ResultProps) => {
  const t = verificationWords(locale)
  const { report, credential, checkedAt } = reading
  const facts = credential === undefined ? undefined : readFacts(credential, report)
  return (
    <>
      <div class="head reading">
        <p class="small soft">{source}</p>
        <VerdictBlock report={report} locale={locale} checkedAt={checkedAt} size="page" />
        {facts !== undefined && (
          <Identity
            facts={facts}
            locale={locale}
            mark={mark}
            bound={isProven(report)}
            registered={reading.registered}
          />
        )}
        {reading.assessment !== undefined && (
          <SolidityTicks assessment={reading.assessment} locale={locale} />
        )}
        {notice}
      </div>
      {isNoBadge(report) ? (
        box
      ) : (
        <>
          <ReadingNotes reading={reading} locale={locale} />
          <NestedCredentials reading={reading} locale={locale} />
          <div id="checks">
            <ChecksTable report={report} locale={locale} />
          </div>
        </>
      )}
      {reading.assessment !== undefined && <SolidityFacts assessment={reading.assessment} locale={locale} />}
      {reading.raw !== undefined && <Elsewhere locale={locale} file={textHref(reading.raw)} />}
      <Answers locale={locale} />
      {!isNoBadge(report) && <Section title={t.page.again}>{box}</Section>}
    </>
  )
}

const Identity = (props: {
  facts: BadgeFacts
  locale: Locale
  mark: Mark
  bound: boolean
  registered: RegisteredReading | undefined
}) => (
  <>
    <Entry middle picture={<CredentialMark mark={props.mark} size={56} />}>
      <p>
        <b>{props.facts.name}</b>
      </p>
      <p class="small soft">
        {[sayNature(props.facts, props.locale), props.facts.holder].filter(Boolean).join(' · ')}
      </p>
    </Entry>
    <BadgeFactsReceipt
      facts={props.facts}
      locale={props.locale}
      bound={props.bound}
      registered={props.registered}
    />
  </>
)
