import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { CheckboxField } from '../../../ui/choice.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { List } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { backpackWords } from '../words.ts'

/** Asks once more before a deletion, and says what it does and does not do. */
export const RemovePage = (props: {
  locale: Locale
  token: string
  entryId: string
  name: string
  missing: boolean
}) => {
  const t = backpackWords(props.locale)
  return (
    <>
      <ErrorSummary
        title={t.errors}
        errors={props.missing ? [{ field: 'confirm', message: t.remove.confirmError }] : []}
      />
      <PageHead title={t.remove.title} quiet>
        <p class="lead">{t.remove.lead(props.name)}</p>
      </PageHead>
      <Section title={t.remove.means}>
        <List items={t.remove.points} />
        <Form action={`/backpack/${props.entryId}/delete`} hidden={{ 'form-token': props.token }}>
          <CheckboxField
            name="confirm"
            label={t.remove.confirm}
            error={props.missing ? t.remove.confirmError : undefined}
          />
          <Actions>
            <Button>{t.remove.go}</Button>
            <ButtonLink line href={`/backpack/${props.entryId}`}>
              {t.remove.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>
  )
}
