import type { Errors, Values } from '../../../infra/http/index.ts'
import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button, TextButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { EmailField, Select } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { List, Receipt } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { type Role, roles } from '../policy.ts'
import type { Organisation } from '../store.ts'
import { organisationWords } from '../words.ts'

export interface MemberLine {
  accountId: string
  role: Role
  name: string
  address: string
}

export interface MembersPageProps {
  locale: Locale
  token: string
  organisation: Organisation
  members: readonly MemberLine[]
  /** The reader's own account. */
  ownId: string
  canEdit: boolean
  values?: Values | undefined
  errors?: Errors | undefined
}

export const MembersPage = (props: MembersPageProps) => {
  const words = organisationWords(props.locale)
  const t = words.members
  return (
    <>
      <ErrorSummary
        title={words.form.faults}
        errors={Object.entries(props.errors ?? {}).map(([field, message]) =>
          field === '' ? { message } : { field, message },
        )}
      />
      <PageHead title={t.title} above={props.organisation.name} quiet />
      <Section title={t.list}>
        <List items={props.members.map((member) => <Line {...props} member={member} />)} />
      </Section>
      {props.canEdit && <Invite {...props} />}
      <Section title={t.rights}>
        <Receipt
          lines={roles.map((role) => ({ label: words.roles[role].name, value: words.roles[role].hint }))}
        />
      </Section>
    </>
  )
}

const pathOf = ({ organisation }: { organisation: Organisation }) =>
  `/organisations/${organisation.slug}/manage/members`

const Line = (props: MembersPageProps & { member: MemberLine }) => {
  const words = organisationWords(props.locale)
  const t = words.members
  const { accountId, role, name, address } = props.member
  const own = accountId === props.ownId
  const called = name === '' ? address : name
  const hidden = { 'form-token': props.token, account: accountId }
  return (
    <>
      <p>
        <b>{called}</b>
        {own && `, ${t.you}`}
        <br />
        <span class="small soft">
          {words.roles[role].name}
          {props.canEdit && name !== '' && `. ${address}`}
        </span>
      </p>
      {(props.canEdit || own) && (
        <details class="flow">
          <summary aria-label={t.changeOf(called)}>{t.change}</summary>
          {props.canEdit && (
            <Form action={`${pathOf(props)}/role`} hidden={hidden} inline>
              <Select
                id={`role-${accountId}`}
                name="role"
                label={<RoleLabel {...props} called={called} />}
                value={role}
                options={roles.map((one) => ({ value: one, label: words.roles[one].name }))}
              />
              <Button line>{words.form.save}</Button>
            </Form>
          )}
          <Form action={`${pathOf(props)}/remove`} hidden={hidden}>
            <TextButton>{own ? t.leave : t.removeOf(called)}</TextButton>
          </Form>
        </details>
      )}
    </>
  )
}

const RoleLabel = ({ locale, called }: { locale: Locale; called: string }) => (
  <>
    <span aria-hidden="true">{organisationWords(locale).members.role}</span>
    <span class="vh">{organisationWords(locale).members.roleOf(called)}</span>
  </>
)

const Invite = (props: MembersPageProps) => {
  const words = organisationWords(props.locale)
  const t = words.members
  const address = props.values?.['address']
  const role = props.values?.['role']
  return (
    <Section title={t.invite} aside={t.inviteHint}>
      <Form action={pathOf(props)} hidden={{ 'form-token': props.token }}>
        <EmailField
          name="address"
          label={t.address}
          value={typeof address === 'string' ? address : ''}
          error={props.errors?.['address']}
          autocomplete="off"
        />
        <RadioGroup
          name="role"
          label={t.role}
          value={typeof role === 'string' ? role : 'awarder'}
          error={props.errors?.['role']}
          options={roles.map((one) => ({
            value: one,
            label: words.roles[one].name,
            hint: words.roles[one].hint,
          }))}
        />
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
