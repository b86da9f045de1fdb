import type { Errors, Values } from '../../../infra/http/index.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Entry } from '../store.ts'
import { backpackWords } from '../words.ts'
import { BadgeGrounds, BadgeOpening, type BadgeProps } from './badge.tsx'
import { Downloads } from './downloads.tsx'

export interface OfferProps extends BadgeProps {
  token: string
  /** The secret of the message's link. */
  link: string
  entry: Entry
  /** Whether this visitor may keep or decline it. */
  decides: boolean
  signedIn: boolean
  /** The address it was sent to, veiled; undefined when there is none. */
  sentTo: string | undefined
  /** The signed-in person may store it under their account, or has. */
  inAccount: boolean
  values?: Values
  errors?: Errors
}

/** What the message's link shows, before anything is asked: the badge, then two buttons. */
export const OfferPage = (props: OfferProps) => {
  const t = backpackWords(props.locale)
  const errors = Object.entries(props.errors ?? {}).map(([field, message]) => ({ field, message }))
  return (
    <>
      <ErrorSummary title={t.errors} errors={errors} />
      <BadgeOpening locale={props.locale} view={props.view}>
        <Choice {...props} />
      </BadgeOpening>
      {props.entry.state === 'kept' && (
        <Section title={t.entry.take} aside={t.entry.takeText}>
          <Downloads locale={props.locale} base={`/r/${props.link}`} />
        </Section>
      )}
      <BadgeGrounds locale={props.locale} view={props.view} />
      {props.decides && props.entry.state !== 'declined' && <Decline {...props} />}
    </>
  )
}

const Choice = (props: OfferProps) => {
  const t = backpackWords(props.locale).offer
  const { entry, view } = props
  if (!props.decides)
    return (
      <Notice title={t.otherAccount}>
        <p>{t.otherAccountText}</p>
        <SignIn {...props} />
      </Notice>
    )
  if (entry.state === 'kept')
    return (
      <Notice tone="ok" title={t.kept}>
        <p>{t.keptText}</p>
        <SignIn {...props} />
      </Notice>
    )
  return (
    <div class="flow">
      {entry.state === 'declined' ? (
        <Notice title={t.declined}>
          <p>{t.declinedText}</p>
        </Notice>
      ) : (
        <p class="lead">{t.from(view.organisation.displayName)}</p>
      )}
      <Form action={`/r/${props.link}/keep`} hidden={{ 'form-token': props.token }} once={t.keeping}>
        <Actions>
          <Button>{entry.state === 'declined' ? t.keepAfterAll : t.keep}</Button>
          {entry.state === 'offered' && (
            <ButtonLink line href="#decline">
              {t.decline}
            </ButtonLink>
          )}
        </Actions>
      </Form>
      <p class="small soft">{t.private}</p>
    </div>
  )
}

const SignIn = (props: OfferProps) => {
  const t = backpackWords(props.locale).offer
  const target = `/backpack/${props.entry.id}`
  if (props.inAccount)
    return (
      <p>
        <a href={target}>{t.open}</a>
      </p>
    )
  if (props.signedIn)
    return props.sentTo === undefined ? null : (
      <p>
        {t.otherAddress(props.sentTo)} <a href="/account">{t.addAddress}</a>
      </p>
    )
  return (
    <p>
      <a href={`/sign-in?next=${encodeURIComponent(target)}`}>{t.signIn}</a>
      {props.sentTo !== undefined && (
        <>
          <br />
          <span class="small">{t.signInHint(props.sentTo)}</span>
        </>
      )}
    </p>
  )
}

const Decline = (props: OfferProps) => {
  const t = backpackWords(props.locale).offer
  const reason = props.values?.['reason']
  return (
    <Section title={t.declineTitle} id="decline">
      <Form action={`/r/${props.link}/decline`} hidden={{ 'form-token': props.token }}>
        <TextArea
          name="reason"
          label={t.reason}
          optional={t.optional}
          hint={t.reasonHint}
          error={props.errors?.['reason']}
          value={typeof reason === 'string' ? reason : ''}
          maxLength={500}
        />
        <Actions>
          <Button line>{t.refuse}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
