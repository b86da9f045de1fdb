import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import type { Facts } from '../facts.ts'
import type { OfferedTemplate } from '../templates.ts'
import { achievementWords } from '../words.ts'
import { Differences } from './differences.tsx'
import { stepPath } from './step-nav.tsx'

/** What a newer version of the model changes, before it is followed. */
export const FollowPage = (props: {
  locale: Locale
  token: string
  achievementId: string
  newer: { template: OfferedTemplate; facts: Facts; before: Facts }
}) => {
  const words = achievementWords(props.locale)
  const t = words.templates
  const { facts, before, template } = props.newer
  return (
    <>
      <PageHead title={t.followTitle} above={facts.name} quiet>
        <p class="lead">{t.followLead}</p>
      </PageHead>
      <Section title={words.page.changes} aside={t.newer(template.version.version)}>
        <Differences locale={props.locale} before={before} after={facts} />
        <Form action={`/achievements/${props.achievementId}/follow`} hidden={{ 'form-token': props.token }}>
          <Actions>
            <Button>{t.followGo}</Button>
            <ButtonLink href={stepPath(props.achievementId, 'preview')} line>
              {words.designer.keep}
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>
  )
}
