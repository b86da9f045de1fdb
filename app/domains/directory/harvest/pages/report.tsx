import type { Errors, Values } from '../../../../infra/http/index.ts'
import type { Locale } from '../../../../infra/i18n.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { RadioGroup } from '../../../../ui/choice.tsx'
import { EmailField, TextArea } from '../../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/section.tsx'
import type { DirectoryEntry } from '../../model.ts'
import { reportReasons } from '../reports.ts'
import { harvestWords } from '../words.ts'

export const ReportPage = (props: {
  locale: Locale
  token: string
  entry: Pick<DirectoryEntry, 'id' | 'name'>
  values?: Values | undefined
  errors?: Errors | undefined
}) => {
  const t = harvestWords(props.locale).report
  const value = (name: string) => {
    const typed = props.values?.[name]
    return typeof typed === 'string' ? typed : undefined
  }
  return (
    <>
      <ErrorSummary
        title={t.faults}
        errors={Object.entries(props.errors ?? {}).map(([field, message]) =>
          field === '' ? { message } : { field, message },
        )}
      />
      <PageHead title={t.title} above={props.entry.name} quiet>
        <p class="lead">{t.lead}</p>
      </PageHead>
      <Form action={`/directory/entries/${props.entry.id}/report`} hidden={{ 'form-token': props.token }}>
        <RadioGroup
          name="reason"
          label={t.reason}
          value={value('reason')}
          error={props.errors?.['reason']}
          options={reportReasons.map((one) => ({ value: one, label: t.reasons[one] }))}
        />
        <TextArea
          name="detail"
          label={t.detail}
          value={value('detail')}
          maxLength={1_000}
          error={props.errors?.['detail']}
        />
        <EmailField
          name="contact"
          label={t.contact}
          optional={t.optional}
          hint={t.contactHint}
          value={value('contact')}
          error={props.errors?.['contact']}
        />
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </Form>
    </>
  )
}
