import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Actions, Button, ButtonLink, TextButton } from '../../../ui/button.tsx'
import { CheckboxField } from '../../../ui/choice.tsx'
import { CopyField } from '../../../ui/copy-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import { Section } from '../../../ui/section.tsx'
import { Elsewhere } from '../../verification/index.ts'
import type { Entry, PublicPage } from '../store.ts'
import { backpackWords } from '../words.ts'
import { BadgeGrounds, BadgeOpening, type BadgeProps } from './badge.tsx'
import { Downloads } from './downloads.tsx'

export interface EntryProps extends BadgeProps {
  token: string
  entry: Entry
  origin: string
  /** The public page, when there is one. */
  open: PublicPage | undefined
}

/** One badge as its holder manages it: keep, take away, show, part with. */
export const EntryPage = (props: EntryProps) => {
  const { locale, view, entry } = props
  const t = backpackWords(locale)
  const base = `/backpack/${entry.id}`
  return (
    <>
      <Breadcrumb
        label={t.entry.crumbs}
        items={[{ label: t.entry.where, href: '/backpack' }, { label: view.facts.name }]}
      />
      <BadgeOpening locale={locale} view={view}>
        <Standing {...props} />
      </BadgeOpening>
      {entry.state === 'kept' && (
        <>
          <Section title={t.entry.share}>
            {props.open === undefined ? <Closed {...props} /> : <Open {...props} open={props.open} />}
          </Section>
          <Section title={t.entry.take} aside={t.entry.takeText}>
            <Downloads locale={locale} base={base} />
          </Section>
        </>
      )}
      <BadgeGrounds locale={locale} view={view} />
      <Elsewhere locale={locale} file={{ href: `${base}/badge.json`, name: 'badge.json' }} />
      <Leave {...props} />
    </>
  )
}

/** What waits for an answer, or what changed since. */
const Standing = ({ locale, view, entry, token }: EntryProps) => {
  const t = backpackWords(locale)
  const { revokedAt, revocationReason } = view.credential
  return (
    <>
      {revokedAt !== null && (
        <Notice tone="warn" title={t.entry.withdrawnTitle}>
          {revocationReason !== null && <p>{t.entry.withdrawnText(revocationReason)}</p>}
        </Notice>
      )}
      {entry.state !== 'kept' && (
        <Form action={`/backpack/${entry.id}/keep`} hidden={{ 'form-token': token }} once={t.offer.keeping}>
          <p class="lead">
            {entry.state === 'declined' ? t.offer.declined : t.offer.from(view.organisation.displayName)}
          </p>
          <Actions>
            <Button>{entry.state === 'declined' ? t.offer.keepAfterAll : t.offer.keep}</Button>
            {entry.state === 'offered' && (
              <ButtonLink line href="#leave">
                {t.offer.decline}
              </ButtonLink>
            )}
          </Actions>
        </Form>
      )}
    </>
  )
}

const Closed = ({ locale, entry, token }: EntryProps) => {
  const t = backpackWords(locale).entry
  return (
    <div class="flow">
      <p>
        <b>{t.off}</b>
      </p>
      <p class="txt">{t.offText}</p>
      <Form action={`/backpack/${entry.id}/publish`} hidden={{ 'form-token': token }}>
        <Actions>
          <Button>{t.publish}</Button>
        </Actions>
      </Form>
    </div>
  )
}

const Open = ({ locale, entry, token, origin, open }: EntryProps & { open: PublicPage }) => {
  const t = backpackWords(locale).entry
  const url = `${origin}/b/${open.slug}`
  const hidden = { 'form-token': token }
  return (
    <div class="flow">
      <p>
        <b>{t.on}</b>
      </p>
      <p class="txt">{t.onText}</p>
      <CopyField name="link" label={t.link} value={url} copy={t.copy} copied={t.copied} />
      <QrCode text={url} label={t.qr} />
      <p>
        <a href={`/b/${open.slug}`}>{t.see}</a>
      </p>
      <Form action={`/backpack/${entry.id}/index`} hidden={hidden}>
        <CheckboxField name="indexed" label={t.index} checked={open.indexed} />
        <Actions>
          <Button line>{t.save}</Button>
        </Actions>
      </Form>
      <Form action={`/backpack/${entry.id}/withdraw`} hidden={hidden}>
        <p class="txt">{t.withdrawText}</p>
        <Actions>
          <Button line>{t.withdraw}</Button>
        </Actions>
      </Form>
    </div>
  )
}

const Leave = ({ locale, entry, token }: EntryProps) => {
  const t = backpackWords(locale).entry
  return (
    <Section title={t.leave} id="leave">
      <div class="flow">
        {entry.state !== 'declined' && (
          <Form action={`/backpack/${entry.id}/decline`} hidden={{ 'form-token': token }}>
            <p class="txt">{t.declineText}</p>
            <TextButton>{t.decline}</TextButton>
          </Form>
        )}
        <p class="txt">{t.deleteText}</p>
        <p>
          <a href={`/backpack/${entry.id}/delete`}>{t.delete}</a>
        </p>
      </div>
    </Section>
  )
}
