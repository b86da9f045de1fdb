import type { Errors } from '../../../infra/http/index.ts'
import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { type CheckState, StateBadge } from '../../../ui/verdict.tsx'
import { VerifyHere } from '../parts/verify-here.tsx'
import { verificationWords } from '../words.ts'

export interface BoxProps {
  locale: Locale
  value?: string | undefined
  errors?: Errors | undefined
}

/** One box and one file: everything that can be verified goes in here. */
export const VerifyBox = ({ locale, value, errors }: BoxProps) => {
  const t = verificationWords(locale).page
  return (
    <Form action="/verify" files once={t.going}>
      <TextArea
        name="badge"
        label={t.box}
        hint={t.boxHint}
        error={errors?.badge}
        value={value}
        rows={2}
        spellcheck={false}
      />
      <FileField
        name="file"
        label={t.file}
        hint={t.fileHint}
        error={errors?.file}
        accept=".png,.svg,.json,.jwt,.txt,image/png,image/svg+xml,application/json"
        dropLabel={t.drop}
      />
      <VerifyHere locale={locale} />
      <Actions>
        <Button>{t.go}</Button>
      </Actions>
    </Form>
  )
}

export const VerifyPage = (props: BoxProps) => {
  const t = verificationWords(props.locale)
  const errors = Object.entries(props.errors ?? {}).map(([field, message]) => ({ field, message }))
  return (
    <>
      <ErrorSummary title={t.errors} errors={errors} />
      <PageHead title={t.page.title}>
        <p class="lead">{t.page.lead}</p>
      </PageHead>
      <div class="flow-wide">
        <VerifyBox {...props} />
      </div>
      <Answers locale={props.locale} />
    </>
  )
}

const states: readonly CheckState[] = ['valid', 'undetermined', 'invalid', 'not-applicable']

/** What each of the four answers means. */
export const Answers = ({ locale }: { locale: Locale }) => {
  const t = verificationWords(locale)
  return (
    <Section title={t.page.answers} id="answers">
      <ul class="list">
        {states.map((state) => (
          <li key={state}>
            <StateBadge state={state} label={t.states[state]} />
            <p class="txt">
              <b>{t.page.answerTexts[state][0]}</b> {t.page.answerTexts[state][1]}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
