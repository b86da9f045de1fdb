import type { Errors, Values } from '../../../infra/http/index.ts'
import { type Locale, sayDate, sayNumber } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { Table } from '../../../ui/table.tsx'
import { type AchievementVersion, designOf } from '../../achievements/index.ts'
import type { ClaimCode } from '../codes.ts'
import { codeState, showCode } from '../rules.ts'
import { claimsWords } from '../words.ts'

export interface CodesPageProps {
  locale: Locale
  token: string
  now: Date
  version: AchievementVersion
  codes: (ClaimCode & { taken: number })[]
  values: Values
  errors: Errors
}

/** The codes of one achievement, and the form that prepares one. */
export function CodesPage(props: CodesPageProps) {
  const { locale, version, codes, errors } = props
  const t = claimsWords(locale).codes
  return (
    <>
      <ErrorSummary
        title={t.errors}
        errors={Object.entries(errors).map(([field, message]) =>
          field === '' ? { message } : { field, message },
        )}
      />
      <PageHead quiet mark={<Stamp {...designOf(version)} size={80} shrink />} title={t.title(version.name)}>
        <p class="small soft">{t.lead}</p>
      </PageHead>
      <Section title={t.list}>
        {codes.length === 0 ? (
          <EmptyState title={t.none}>{t.noneText}</EmptyState>
        ) : (
          <Table
            caption={t.caption}
            captionHidden
            columns={[
              { key: 'label', label: t.label, header: true },
              { key: 'code', label: t.code, beside: true },
              { key: 'taken', label: t.taken, numeric: true, beside: true },
              { key: 'state', label: t.state },
            ]}
            rows={codes.map((code) => ({
              key: code.id,
              cells: {
                label: <a href={`/codes/${code.id}`}>{code.label}</a>,
                code: showCode(code.code),
                taken: t.of(sayNumber(locale, code.taken), sayNumber(locale, code.maxAwards)),
                state: sayCodeState(locale, code, code.taken, props.now),
              },
            }))}
          />
        )}
      </Section>
      <CreateSection {...props} />
    </>
  )
}

export function sayCodeState(locale: Locale, code: ClaimCode, taken: number, now: Date): string {
  const t = claimsWords(locale).codes.states
  const state = codeState(code, taken, now)
  switch (state) {
    case 'not-open':
      return t['not-open'](sayDate(locale, code.opensAt))
    case 'open':
      return t.open(sayDate(locale, lastDay(code)))
    case 'closed':
      return t.closed(sayDate(locale, lastDay(code)))
    case 'stopped':
    case 'full':
      return t[state]
  }
}

/** A code closes at midnight: its last day is the one before. */
export const lastDay = (code: Pick<ClaimCode, 'closesAt'>): Date => new Date(code.closesAt.getTime() - 1)

function CreateSection(props: CodesPageProps) {
  const { locale, version, values, errors } = props
  const t = claimsWords(locale).codes
  const optional = claimsWords(locale).choose.optional
  const typed = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  return (
    <Section title={t.create}>
      <Form
        action={`/achievements/${version.achievementId}/codes`}
        hidden={{ 'form-token': props.token }}
        label={t.create}
      >
        <TextField
          name="label"
          label={t.labelField}
          hint={t.labelHint}
          value={typed('label')}
          error={errors['label']}
          maxLength={120}
        />
        <TextField
          name="opens"
          type="date"
          label={t.opens}
          value={typed('opens')}
          error={errors['opens']}
          width="short"
        />
        <TextField
          name="closes"
          type="date"
          label={t.closes}
          value={typed('closes')}
          error={errors['closes']}
          width="short"
        />
        <TextField
          name="most"
          label={t.most}
          hint={t.mostHint}
          inputMode="numeric"
          value={typed('most')}
          error={errors['most']}
          width="short"
        />
        <RadioGroup
          name="approval"
          label={t.approval}
          value={typed('approval')}
          error={errors['approval']}
          options={[
            { value: 'automatic', label: t.automatic, hint: t.automaticHint },
            { value: 'staff', label: t.staff, hint: t.staffHint },
          ]}
        />
        <TextArea
          name="narrative"
          label={t.narrative}
          hint={t.narrativeHint}
          optional={version.evidenceRule === 'required' ? undefined : optional}
          value={typed('narrative')}
          error={errors['narrative']}
          maxLength={5000}
        />
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
