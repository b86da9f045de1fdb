import type { Errors, Values } from '../../../infra/http/index.ts'
import { type Locale, sayDate, sayNumber } from '../../../infra/i18n.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Actions, Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { List, Receipt } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { StateBadge } from '../../../ui/verdict.tsx'
import { type AchievementVersion, designOf } from '../../achievements/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { Credential } from '../store.ts'
import { issuingWords } from '../words.ts'

/** What staff see of one awarded badge, and how they withdraw it. */
export function CredentialPage(props: {
  locale: Locale
  credential: Credential
  version: AchievementVersion
  organisation: Organisation
  /** Present when the viewer may withdraw it. */
  revoke?: { token: string; values: Values; errors: Errors } | undefined
}) {
  const { credential, version, organisation, locale } = props
  const t = issuingWords(locale).credential
  const path = `/credentials/${credential.id}`
  return (
    <>
      <Breadcrumb
        label={t.trail}
        items={[
          { label: t.back, href: `/organisations/${organisation.slug}/awards` },
          { label: credential.recipientName },
        ]}
      />
      <PageHead
        quiet
        mark={<Stamp {...designOf(version)} size={80} shrink />}
        title={t.title(credential.recipientName)}
      />
      <Section title={t.caption}>
        <Receipt
          lines={[
            { label: t.recipient, value: credential.recipientName },
            { label: t.address, value: credential.recipientAddress ?? t.noAddress },
            {
              label: t.achievement,
              value: (
                <a href={`/achievements/${version.achievementId}/versions/${version.version}`}>
                  {version.name}, {t.version(sayNumber(locale, version.version))}
                </a>
              ),
            },
            { label: t.issuedAt, value: sayDate(locale, credential.issuedAt) },
            credential.validUntil !== null && {
              label: t.validUntil,
              value: sayDate(locale, credential.validUntil),
            },
            { label: t.state, value: <State credential={credential} locale={locale} /> },
            credential.revocationReason !== null && { label: t.reason, value: credential.revocationReason },
          ]}
        />
      </Section>
      {credential.json !== null && (
        <Section title={t.files}>
          <List
            items={[
              <a key="png" href={`${path}/badge.png`} download>
                {t.png}
              </a>,
              <a key="svg" href={`${path}/badge.svg`} download>
                {t.svg}
              </a>,
              <a key="json" href={`${path}/badge.json`} download>
                {t.json}
              </a>,
            ]}
          />
        </Section>
      )}
      {props.revoke && credential.revokedAt === null && (
        <RevokeSection locale={locale} path={path} {...props.revoke} />
      )}
    </>
  )
}

function State({ credential, locale }: { credential: Credential; locale: Locale }) {
  const t = issuingWords(locale).credential.states
  if (credential.revokedAt !== null)
    return <StateBadge state="invalid" label={t.revoked(sayDate(locale, credential.revokedAt))} />
  return credential.state === 'signed' ? (
    <StateBadge state="valid" label={t.signed} />
  ) : (
    <StateBadge state="undetermined" label={t.prepared} />
  )
}

function RevokeSection(props: {
  locale: Locale
  path: string
  token: string
  values: Values
  errors: Errors
}) {
  const t = issuingWords(props.locale).revoke
  const typed = props.values.reason
  return (
    <Section title={t.title} aside={t.aside} id="revoke">
      <div class="flow-wide">
        <p class="txt">{t.lead}</p>
        <ErrorSummary
          title={t.errors}
          errors={Object.entries(props.errors).map(([field, message]) => ({ field, message }))}
        />
        <Form action={`${props.path}/revoke`} hidden={{ 'form-token': props.token }}>
          <TextArea
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            value={typeof typed === 'string' ? typed : ''}
            error={props.errors.reason}
            maxLength={500}
            required
          />
          <Actions>
            <Button line>{t.go}</Button>
          </Actions>
        </Form>
      </div>
    </Section>
  )
}
