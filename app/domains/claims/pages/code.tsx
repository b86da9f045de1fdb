import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice.tsx'
import { CopyField } from '../../../ui/copy-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Receipt } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { Tally } from '../../../ui/tally.tsx'
import { type AchievementVersion, designOf } from '../../achievements/index.ts'
import type { ClaimCode, ClaimRequest } from '../codes.ts'
import { showCode } from '../rules.ts'
import { claimsWords } from '../words.ts'
import { lastDay, sayCodeState } from './codes.tsx'

export interface CodePageProps {
  locale: Locale
  token: string
  origin: string
  now: Date
  version: AchievementVersion
  code: ClaimCode
  taken: number
  requests: ClaimRequest[]
  error?: string | undefined
}

/** One code: what to show to the group, who took it, who waits. */
export function CodePage(props: CodePageProps) {
  const { locale, code, requests, version } = props
  const words = claimsWords(locale)
  const t = words.code
  const count = (test: (request: ClaimRequest) => boolean) => requests.filter(test).length
  const path = `/codes/${code.id}`
  return (
    <>
      <PageHead
        quiet
        mark={<Stamp {...designOf(version)} size={80} shrink />}
        title={t.title(code.label)}
        above={version.name}
      />
      <Section title={t.share}>
        <CopyField
          name="link"
          label={t.link}
          value={`${props.origin}/c/${code.code}`}
          copy={t.copy}
          copied={t.copied}
        />
        <Receipt
          lines={[
            { label: words.codes.code, value: <b class="nb">{showCode(code.code)}</b> },
            { label: t.state, value: sayCodeState(locale, code, props.taken, props.now) },
            { label: t.opens, value: sayDate(locale, code.opensAt) },
            { label: t.closes, value: sayDate(locale, lastDay(code)) },
            {
              label: words.codes.approval,
              value: code.approval === 'automatic' ? words.codes.automatic : words.codes.staff,
            },
          ]}
        />
        <Actions>
          <ButtonLink href={`${path}/poster`}>{t.poster}</ButtonLink>
        </Actions>
      </Section>
      {count((one) => one.state === 'waiting') > 0 && <Decide {...props} path={path} />}
      <Section title={t.counts}>
        <Tally
          lang={locale}
          lines={[
            { label: t.awarded, count: count((one) => one.credentialId !== null) },
            { label: t.known, count: count((one) => one.state === 'accepted' && one.credentialId === null) },
            { label: t.waiting, count: count((one) => one.state === 'waiting') },
            { label: t.refused, count: count((one) => one.state === 'refused') },
          ]}
          total={t.total}
        />
      </Section>
      {code.stoppedAt === null && (
        <Section title={t.stop}>
          <p class="txt">{t.stopText}</p>
          <Form action={`${path}/stop`} hidden={{ 'form-token': props.token }}>
            <Actions>
              <Button line>{t.stop}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

function Decide(props: CodePageProps & { path: string }) {
  const t = claimsWords(props.locale).code
  return (
    <Section title={t.decide} aside={t.decideAside}>
      <Form action={`${props.path}/requests`} hidden={{ 'form-token': props.token }}>
        <CheckboxGroup
          name="request"
          label={t.people}
          error={props.error}
          options={props.requests
            .filter((request) => request.state === 'waiting')
            .map((request) => ({
              value: request.id,
              label: request.name,
              hint: request.address ?? claimsWords(props.locale).preview.noAddress,
            }))}
        />
        <Actions>
          <Button name="decision" value="accepted">
            {t.accept}
          </Button>
          <Button line name="decision" value="refused">
            {t.refuse}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
