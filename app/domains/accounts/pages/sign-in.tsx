import type { Errors, Values } from '../../../infra/http/index.ts'
import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { EmailField } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/section.tsx'
import { accountWords } from '../words.ts'

export interface FormProps {
  locale: Locale
  token: string
  values?: Values
  errors?: Errors
}

export const textOf = (values: Values | undefined, name: string): string => {
  const value = values?.[name]
  return typeof value === 'string' ? value : ''
}

/** The errors of a form as links to their fields. */
export const errorLinks = (errors: Errors | undefined) =>
  Object.entries(errors ?? {}).map(([field, message]) => ({ field, message }))

export const SignInPage = (props: FormProps & { next: string }) => {
  const t = accountWords(props.locale)
  return (
    <>
      <ErrorSummary title={t.errors} errors={errorLinks(props.errors)} />
      <PageHead title={t.signIn.title}>
        <p class="lead">{t.signIn.lead}</p>
      </PageHead>
      <Form action="/sign-in" hidden={{ 'form-token': props.token, next: props.next }} once={t.sending}>
        <EmailField
          name="address"
          label={t.signIn.address}
          hint={t.signIn.addressHint}
          error={props.errors?.address}
          value={textOf(props.values, 'address')}
        />
        <Actions>
          <Button>{t.signIn.send}</Button>
        </Actions>
      </Form>
    </>
  )
}

export const LinkSentPage = (props: { locale: Locale; address: string; trial: boolean }) => {
  const t = accountWords(props.locale).sent
  return (
    <PageHead title={t.title}>
      <p class="lead">{t.lead(props.address)}</p>
      <p>{t.missing}</p>
      {props.trial && (
        <p>
          {t.outboxHint} <a href="/outbox">{t.outbox}</a>
        </p>
      )}
      <p>
        <a href="/sign-in">{t.again}</a>
      </p>
    </PageHead>
  )
}

export const CheckPage = (props: {
  locale: Locale
  token: string
  link: string
  address: string
  adding: boolean
}) => {
  const t = accountWords(props.locale).check
  return (
    <>
      <PageHead title={props.adding ? t.addTitle : t.title}>
        <p class="lead">{props.adding ? t.addLead(props.address) : t.lead(props.address)}</p>
      </PageHead>
      <Form action="/sign-in/check" hidden={{ 'form-token': props.token, token: props.link }}>
        <Actions>
          <Button>{props.adding ? t.addGo : t.go}</Button>
        </Actions>
      </Form>
    </>
  )
}
