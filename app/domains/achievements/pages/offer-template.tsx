import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { List } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import type { Organisation } from '../../organisations/index.ts'
import type { Facts } from '../facts.ts'
import type { Achievement } from '../store.ts'
import { openParts } from '../template.ts'
import type { OfferedTemplate } from '../templates.ts'
import { achievementWords } from '../words.ts'

export interface OfferProps {
  locale: Locale
  token: string
  achievement: Achievement
  facts: Facts
  offered: OfferedTemplate | undefined
  adopters: readonly Organisation[]
}

/** A network offers a published version to its members, says what they may write, and sees who follows it. */
export const OfferPage = (props: OfferProps) => {
  const words = achievementWords(props.locale)
  const t = words.templates
  const { achievement, facts, offered } = props
  const open = offered?.open ?? openParts
  const isOffered = offered !== undefined && offered.withdrawnAt === null
  const latest = achievement.latestVersion
  return (
    <>
      <PageHead title={t.offerTitle} above={facts.name === '' ? words.designer.untitled : facts.name} quiet>
        <p class="lead">{t.offerLead}</p>
      </PageHead>
      <div class="flow-wide">
        {offered !== undefined && (
          <Notice tone={isOffered ? 'ok' : 'info'}>
            <p>
              {isOffered
                ? t.offered(offered.version.version, sayDate(props.locale, offered.offeredAt))
                : t.withdrawn}
            </p>
          </Notice>
        )}
        {latest === null ? (
          <p class="soft">{words.page.draft}</p>
        ) : (
          <Form action={`/achievements/${achievement.id}/template`} hidden={{ 'form-token': props.token }}>
            <CheckboxGroup
              name="open"
              label={t.offerOpen}
              hint={t.offerOpenHint}
              values={open}
              options={openParts.map((part) => ({ value: part, label: t.parts[part] }))}
            />
            <Actions>
              <Button name="offered" value="yes">
                {isOffered ? t.offerAgain(latest) : t.offerGo}
              </Button>
              {isOffered && (
                <Button name="offered" value="no" line>
                  {t.withdraw}
                </Button>
              )}
            </Actions>
            {isOffered && <p class="hint">{t.withdrawHint}</p>}
          </Form>
        )}
      </div>
      <Section title={t.adopters}>
        {props.adopters.length === 0 ? (
          <p class="soft">{t.noAdopters}</p>
        ) : (
          <List
            items={props.adopters.map((one) => <a href={`/organisations/${one.slug}`}>{one.displayName}</a>)}
          />
        )}
      </Section>
    </>
  )
}
