import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/section.tsx'
import { achievementWords } from '../words.ts'
import { stepPath } from './step-nav.tsx'

/** Asked once more before what was written is lost. */
export const DropPage = (props: { locale: Locale; token: string; achievementId: string; name: string }) => {
  const t = achievementWords(props.locale).designer
  return (
    <>
      <PageHead title={t.dropTitle} above={props.name === '' ? t.untitled : props.name} quiet>
        <p class="lead">{t.dropText}</p>
      </PageHead>
      <Form action={`/achievements/${props.achievementId}/drop`} hidden={{ 'form-token': props.token }}>
        <Actions>
          <Button>{t.dropGo}</Button>
          <ButtonLink href={stepPath(props.achievementId, 'preview')} line>
            {t.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
