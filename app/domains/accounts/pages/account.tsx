import { type Locale, sayMoment } from '../../../infra/i18n.ts'
import { Actions, Button, TextButton } from '../../../ui/button.tsx'
import { EmailField, TextField } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { List } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import type { Session } from '../sessions.ts'
import type { Account } from '../store.ts'
import { accountWords } from '../words.ts'
import { errorLinks, type FormProps, textOf } from './sign-in.tsx'

export interface AccountPageProps extends FormProps {
  account: Account
  sessions: Session[]
  currentSession: string
}

export const AccountPage = (props: AccountPageProps) => {
  const t = accountWords(props.locale)
  return (
    <>
      <ErrorSummary title={t.errors} errors={errorLinks(props.errors)} />
      <PageHead title={t.account.title} quiet />
      <Section title={t.account.name}>
        <Form action="/account/name" hidden={{ 'form-token': props.token }}>
          <TextField
            name="name"
            label={t.account.name}
            hint={t.account.nameHint}
            error={props.errors?.name}
            value={props.values?.name === undefined ? props.account.name : textOf(props.values, 'name')}
            autocomplete="name"
          />
          <Actions>
            <Button line>{t.account.save}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t.account.addresses} aside={t.account.addressesHint}>
        <List
          items={props.account.addresses.map((address) => <AddressLine {...props} address={address} />)}
        />
        <Form action="/account/addresses" hidden={{ 'form-token': props.token }} once={t.sending}>
          <EmailField
            name="address"
            label={t.account.addAddress}
            error={props.errors?.address}
            value={textOf(props.values, 'address')}
          />
          <Actions>
            <Button line>{t.account.add}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t.account.sessions} aside={t.account.sessionsHint}>
        <List items={props.sessions.map((session) => <SessionLine {...props} session={session} />)} />
        <Form action="/sign-out" hidden={{ 'form-token': props.token }}>
          <Actions>
            <Button line>{t.account.signOut}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

const AddressLine = (props: AccountPageProps & { address: string }) => (
  <>
    <p>
      <b>{props.address}</b>
    </p>
    {props.account.addresses.length > 1 && (
      <Form action="/account/addresses/remove" hidden={{ 'form-token': props.token, address: props.address }}>
        <TextButton>{accountWords(props.locale).account.remove(props.address)}</TextButton>
      </Form>
    )}
  </>
)

const SessionLine = (props: { locale: Locale; token: string; session: Session; currentSession: string }) => {
  const t = accountWords(props.locale).account
  const device = props.session.device === '' ? t.unknownDevice : props.session.device
  const current = props.session.id === props.currentSession
  return (
    <>
      <p>
        <b>{device}</b>
        {current ? `, ${t.thisDevice}` : ''}
        <br />
        <span class="small soft">{t.seen(sayMoment(props.locale, props.session.seenAt))}</span>
      </p>
      {!current && (
        <Form
          action="/account/sessions/end"
          hidden={{ 'form-token': props.token, session: props.session.id }}
        >
          <TextButton>{t.endOf(device)}</TextButton>
        </Form>
      )}
    </>
  )
}
