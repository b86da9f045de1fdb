import type { Errors, Values } from '../../../infra/http/index.ts'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { EmailField } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Receipt } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { StateBadge } from '../../../ui/verdict.tsx'
import { type AchievementVersion, designOf } from '../../achievements/index.ts'
import type { Credential } from '../../issuing/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { claimsWords } from '../words.ts'

/** The badge of a card: whoever holds the card sees it again, takes the image, or gives an address. */
export function ClaimCardPage(props: {
  locale: Locale
  token: string
  code: string
  credential: Credential
  version: AchievementVersion
  organisation: Organisation
  values: Values
  errors: Errors
}) {
  const { locale, credential, version, code } = props
  const words = claimsWords(locale)
  const t = words.card
  const address = props.values['address']
  return (
    <div class="flow-wide">
      <ErrorSummary
        title={t.errors}
        errors={Object.entries(props.errors).map(([field, message]) => ({ field, message }))}
      />
      <PageHead mark={<Stamp {...designOf(version)} size={96} shrink />} title={t.title(version.name)}>
        <p class="lead">{version.description}</p>
      </PageHead>
      <Receipt
        lines={[
          { label: t.holder, value: credential.recipientName },
          { label: t.issuer, value: props.organisation.displayName },
          { label: t.date, value: sayDate(locale, credential.issuedAt) },
          { label: t.state, value: <State credential={credential} locale={locale} /> },
        ]}
      />
      <Actions>
        {credential.json !== null && (
          <ButtonLink href={`/c/${code}/badge.png`} download>
            {t.png}
          </ButtonLink>
        )}
        <a href={`/achievements/${version.achievementId}/versions/${version.version}`}>{words.claim.more}</a>
      </Actions>
      {credential.recipientAddress === null ? (
        <Section title={t.keep}>
          <p class="txt">{t.keepText}</p>
          <Form action={`/c/${code}/keep`} hidden={{ 'form-token': props.token }} once={words.claim.busy}>
            <EmailField
              name="address"
              label={t.address}
              value={typeof address === 'string' ? address : ''}
              error={props.errors['address']}
            />
            <Actions>
              <Button line>{t.go}</Button>
            </Actions>
          </Form>
        </Section>
      ) : (
        <p class="txt">{t.kept}</p>
      )}
    </div>
  )
}

function State({ credential, locale }: { credential: Credential; locale: Locale }) {
  const t = claimsWords(locale).card
  if (credential.revokedAt !== null) return <StateBadge state="invalid" label={t.revoked} />
  return credential.state === 'signed' ? (
    <StateBadge state="valid" label={t.signed} />
  ) : (
    <StateBadge state="undetermined" label={t.signing} />
  )
}
