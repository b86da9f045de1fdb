import type { Errors, Values } from '../../../infra/http/index.ts'
import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { EmailField, TextField } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Receipt } from '../../../ui/receipt.tsx'
import { MarkedHead, PageHead } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { type AchievementVersion, designOf, natureName } from '../../achievements/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { claimsWords } from '../words.ts'

const typed = (values: Values, name: string) => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** A code to type, for somebody who cannot scan. */
export function TypeCodePage(props: {
  locale: Locale
  token: string
  values: Values
  error?: string | undefined
}) {
  const t = claimsWords(props.locale).claim
  return (
    <div class="flow-wide">
      <ErrorSummary
        title={t.errors}
        errors={props.error === undefined ? [] : [{ field: 'code', message: props.error }]}
      />
      <PageHead title={t.typeTitle}>
        <p class="lead">{t.typeLead}</p>
      </PageHead>
      <Form action="/c" hidden={{ 'form-token': props.token }}>
        <TextField
          name="code"
          label={t.code}
          hint={t.codeHint}
          value={typed(props.values, 'code')}
          error={props.error}
          maxLength={30}
          spellcheck={false}
          width="medium"
          code
        />
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </Form>
    </div>
  )
}

export interface OfferProps {
  locale: Locale
  version: AchievementVersion
  organisation: Organisation
  code: string
}

/** First screen: the badge, who gives it, one sentence. Nothing is asked yet. */
export function OfferPage(props: OfferProps) {
  const { locale, version, organisation } = props
  const t = claimsWords(locale).claim
  return (
    <MarkedHead
      mark={<Stamp {...designOf(version)} size={190} shrink />}
      who={
        <>
          <p>
            <b>{natureName(locale, version.nature)}</b>
          </p>
          <p>{t.issuedBy(organisation.displayName)}</p>
        </>
      }
      title={version.name}
    >
      <div class="flow-wide">
        <p class="lead">{version.description}</p>
        {version.action !== version.description && (
          <Receipt lines={[{ label: t.said, value: version.action }]} />
        )}
        <Actions>
          <ButtonLink href={`/c/${props.code}/take`}>{t.take}</ButtonLink>
          <a href={`/achievements/${version.achievementId}/versions/${version.version}`}>{t.more}</a>
        </Actions>
      </div>
    </MarkedHead>
  )
}

/** Second screen: a name, and where to keep the badge. */
export function TakePage(
  props: OfferProps & { token: string; requestId: string; values: Values; errors: Errors },
) {
  const { locale, version, values, errors } = props
  const t = claimsWords(locale).claim
  return (
    <div class="flow-wide">
      <ErrorSummary
        title={t.errors}
        errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      <PageHead
        quiet
        mark={<Stamp {...designOf(version)} size={64} shrink />}
        title={t.formTitle}
        above={version.name}
      />
      <Form
        action={`/c/${props.code}/take`}
        hidden={{ 'form-token': props.token, request: props.requestId }}
        once={t.busy}
      >
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={typed(values, 'name')}
          error={errors['name']}
          autocomplete="name"
          maxLength={200}
        />
        <RadioGroup
          name="where"
          label={t.where}
          value={typed(values, 'where') || 'address'}
          error={errors['where']}
          options={[
            { value: 'address', label: t.byAddress, hint: t.byAddressHint },
            { value: 'card', label: t.byCard, hint: t.byCardHint },
          ]}
        />
        <EmailField
          name="address"
          label={t.address}
          value={typed(values, 'address')}
          error={errors['address']}
        />
        <Actions>
          <Button>{t.confirm}</Button>
        </Actions>
      </Form>
    </div>
  )
}
