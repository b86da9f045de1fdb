import type { Errors, Values } from '../../../../infra/http/index.ts'
import { type Locale, sayDate } from '../../../../infra/i18n.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { List } from '../../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../../ui/section.tsx'
import { type Report, reportReasons } from '../reports.ts'
import type { Likeness } from '../standing.ts'
import { harvestWords } from '../words.ts'

export interface ReviewPageProps {
  locale: Locale
  token: string
  reports: readonly (Report & { entryName: string })[]
  held: readonly Likeness[]
  /** An answer that could not be taken, under the report that it is for. */
  typed?: { id: string; values: Values; errors: Errors } | undefined
}

/** What waits for the operator's eye. */
export const ReviewPage = (props: ReviewPageProps) => {
  const words = harvestWords(props.locale)
  const t = words.review
  return (
    <>
      <PageHead title={t.title} above={<a href="/directory/sources">{words.sources.title}</a>} quiet />
      <Section title={t.reports}>
        {props.reports.length === 0 ? (
          <p>{t.noReports}</p>
        ) : (
          <List items={props.reports.map((one) => <ReportLine {...props} report={one} />)} />
        )}
      </Section>
      <Section title={t.held} aside={t.heldText}>
        {props.held.length === 0 ? (
          <p>{t.noHeld}</p>
        ) : (
          <List items={props.held.map((one) => <HeldLine {...props} likeness={one} />)} />
        )}
      </Section>
    </>
  )
}

const ReportLine = (props: ReviewPageProps & { report: Report & { entryName: string } }) => {
  const words = harvestWords(props.locale)
  const t = words.review
  const { report } = props
  const reason = reportReasons.find((one) => one === report.reason) ?? 'other'
  const typed = props.typed?.id === report.id ? props.typed : undefined
  const answer = typed?.values['answer']
  return (
    <div class="flow">
      <p>
        <a href={`/directory/entries/${report.entryId}`}>{report.entryName}</a>
        <br />
        <span class="small soft">
          {sayDate(props.locale, report.reportedAt)}. {words.report.reasons[reason]}
        </span>
      </p>
      <p class="quote">{report.detail}</p>
      {report.contact !== null && (
        <p class="small">
          {t.from} {report.contact}
        </p>
      )}
      <Form action={`/directory/review/reports/${report.id}`} hidden={{ 'form-token': props.token }}>
        <TextField
          id={`answer-${report.id}`}
          name="answer"
          label={t.answer}
          value={typeof answer === 'string' ? answer : undefined}
          error={typed?.errors['answer'] ?? typed?.errors['decision']}
        />
        <Actions>
          <Button name="decision" value="keep" line>
            {t.keep}
          </Button>
          <Button name="decision" value="remove" line>
            {t.remove}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}

const HeldLine = (props: ReviewPageProps & { likeness: Likeness }) => {
  const t = harvestWords(props.locale).review
  const { likeness: held } = props
  return (
    <div class="flow">
      <p>
        <b>{held.name}</b> <span class="small soft">{held.issuerKey}</span>
        <br />
        {held.likeKey === '' ? t.mixed : t.like(held.likeName, held.likeKey)}
      </p>
      <Form action={`/directory/review/issuers/${held.id}`} hidden={{ 'form-token': props.token }}>
        <Actions>
          <Button name="decision" value="allow" line>
            {t.allow}
          </Button>
          <Button name="decision" value="refuse" line>
            {t.refuse}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}
