import type { ComponentChildren } from 'preact'
import type { Errors, Values } from '../../../infra/http/index.ts'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { List } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import type { NetworkLink } from '../networks.ts'
import type { Organisation } from '../store.ts'
import { organisationWords } from '../words.ts'

export interface NetworksPageProps {
  locale: Locale
  token: string
  organisation: Organisation
  /** The networks of the organisation, and those that invite it. */
  networks: readonly NetworkLink[]
  /** The members of its own network, and those invited. */
  members: readonly NetworkLink[]
  canEdit: boolean
  values?: Values | undefined
  errors?: Errors | undefined
}

/** Both sides of a network: where we belong, and who belongs to us. */
export const NetworksPage = (props: NetworksPageProps) => {
  const words = organisationWords(props.locale)
  const t = words.networks
  return (
    <>
      <ErrorSummary
        title={words.form.faults}
        errors={Object.entries(props.errors ?? {}).map(([field, message]) =>
          field === '' ? { message } : { field, message },
        )}
      />
      <PageHead title={t.title} above={props.organisation.name} quiet>
        <p class="lead">{t.lead}</p>
      </PageHead>
      <Section title={t.ours} aside={t.ending}>
        {props.networks.length === 0 ? (
          <p class="soft">{t.noneOurs}</p>
        ) : (
          <List items={props.networks.map((link) => <Ours {...props} link={link} />)} />
        )}
      </Section>
      <Section title={t.members}>
        {props.members.length === 0 ? (
          <p class="soft">{t.noneMembers}</p>
        ) : (
          <List items={props.members.map((link) => <Member {...props} link={link} />)} />
        )}
      </Section>
      {props.canEdit && <Invite {...props} />}
    </>
  )
}

const Named = (props: { link: NetworkLink; children: ComponentChildren }) => (
  <p>
    <b>
      <a href={`/organisations/${props.link.organisation.slug}`}>{props.link.organisation.displayName}</a>
    </b>
    <br />
    <span class="small soft">{props.children}</span>
  </p>
)

const Ours = (props: NetworksPageProps & { link: NetworkLink }) => {
  const t = organisationWords(props.locale).networks
  const { joinedAt, organisation: network } = props.link
  const name = network.displayName
  return (
    <>
      <Named {...props}>{joinedAt === null ? t.invitedUs : t.since(sayDate(props.locale, joinedAt))}</Named>
      {props.canEdit && (
        <Actions>
          {joinedAt === null && (
            <Act
              {...props}
              verb="join"
              hidden={{ network: network.id }}
              label={t.join}
              spoken={t.joinOf(name)}
            />
          )}
          <Act
            {...props}
            verb="end"
            hidden={{ network: network.id }}
            label={joinedAt === null ? t.refuse : t.leave}
            spoken={joinedAt === null ? t.refuseOf(name) : t.leaveOf(name)}
            line
          />
        </Actions>
      )}
    </>
  )
}

const Member = (props: NetworksPageProps & { link: NetworkLink }) => {
  const t = organisationWords(props.locale).networks
  const { joinedAt, organisation: member } = props.link
  return (
    <>
      <Named {...props}>{joinedAt === null ? t.invited : t.since(sayDate(props.locale, joinedAt))}</Named>
      {props.canEdit && (
        <Actions>
          <Act
            {...props}
            verb="end"
            hidden={{ member: member.id }}
            label={t.remove}
            spoken={t.removeOf(member.displayName)}
            line
          />
        </Actions>
      )}
    </>
  )
}

/** One button that is a form; what it does is said with the name it does it to. */
const Act = (
  props: Pick<NetworksPageProps, 'organisation' | 'token'> & {
    verb: 'join' | 'end'
    hidden: Record<string, string>
    label: string
    spoken: string
    line?: boolean | undefined
  },
) => (
  <Form action={`${pathOf(props)}/${props.verb}`} hidden={{ 'form-token': props.token, ...props.hidden }}>
    <Button line={props.line}>
      <span aria-hidden="true">{props.label}</span>
      <span class="vh">{props.spoken}</span>
    </Button>
  </Form>
)

const pathOf = ({ organisation }: Pick<NetworksPageProps, 'organisation'>) =>
  `/organisations/${organisation.slug}/manage/networks`

const Invite = (props: NetworksPageProps) => {
  const t = organisationWords(props.locale).networks
  const address = props.values?.['address']
  return (
    <Section title={t.invite} aside={t.inviteHint}>
      <Form action={pathOf(props)} hidden={{ 'form-token': props.token }}>
        <TextField
          name="address"
          label={t.address}
          hint={t.addressHint}
          value={typeof address === 'string' ? address : ''}
          error={props.errors?.['address']}
          inputMode="url"
          spellcheck={false}
        />
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
