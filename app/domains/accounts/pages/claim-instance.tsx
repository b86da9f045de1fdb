import { Actions, Button } from '../../../ui/button.tsx'
import { EmailField, TextField } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/section.tsx'
import { accountWords } from '../words.ts'
import { errorLinks, type FormProps, textOf } from './sign-in.tsx'

export const ClaimInstancePage = (props: FormProps) => {
  const t = accountWords(props.locale)
  return (
    <>
      <ErrorSummary title={t.errors} errors={errorLinks(props.errors)} />
      <PageHead title={t.claim.title}>
        <p class="lead">{t.claim.lead}</p>
      </PageHead>
      <Form action="/claim-instance" hidden={{ 'form-token': props.token }} once={t.sending}>
        <TextField
          name="token"
          label={t.claim.token}
          hint={t.claim.tokenHint}
          error={props.errors?.token}
          value={textOf(props.values, 'token')}
          spellcheck={false}
        />
        <TextField
          name="name"
          label={t.claim.name}
          error={props.errors?.name}
          value={textOf(props.values, 'name')}
          autocomplete="name"
        />
        <EmailField
          name="address"
          label={t.claim.address}
          error={props.errors?.address}
          value={textOf(props.values, 'address')}
        />
        <Actions>
          <Button>{t.claim.go}</Button>
        </Actions>
      </Form>
    </>
  )
}
