import type { Errors, Values } from '../../../infra/http/index.ts'
import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { EmailField, TextArea, TextField } from '../../../ui/field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Stamp } from '../../../ui/stamp/stamp.tsx'
import { type AchievementVersion, designOf } from '../../achievements/index.ts'
import { claimsWords } from '../words.ts'

export interface ChoosePageProps {
  locale: Locale
  token: string
  version: AchievementVersion
  /** Names the batch that the form makes, so that sending it twice makes one. */
  batchId: string
  values: Values
  errors: Errors
}

const typed = (values: Values, name: string) => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** To whom: a pasted list, a file, one person, or a code for the group. */
export function ChoosePage(props: ChoosePageProps) {
  const { locale, version, errors } = props
  const t = claimsWords(locale).choose
  return (
    <>
      <ErrorSummary
        title={t.errors}
        errors={Object.entries(errors).map(([field, message]) =>
          field === '' ? { message } : { field, message },
        )}
      />
      <PageHead quiet mark={<Stamp {...designOf(version)} size={80} shrink />} title={t.title(version.name)}>
        <p class="small soft">{t.lead}</p>
      </PageHead>
      <PasteSection {...props} />
      <FileSection {...props} />
      <OneSection {...props} />
      <Section title={t.group} aside={t.groupAside}>
        <p class="txt">{t.groupText}</p>
        <Actions>
          <ButtonLink line href={`/achievements/${version.achievementId}/codes`}>
            {t.groupLink}
          </ButtonLink>
        </Actions>
      </Section>
    </>
  )
}

const actionOf = ({ version }: ChoosePageProps) => `/achievements/${version.achievementId}/award`
const hidden = (props: ChoosePageProps, kind: string) => ({
  'form-token': props.token,
  batch: props.batchId,
  kind,
})

function PasteSection(props: ChoosePageProps) {
  const t = claimsWords(props.locale).choose
  return (
    <Section title={t.paste} aside={t.pasteAside}>
      <Form action={actionOf(props)} hidden={hidden(props, 'paste')} once={t.busy} label={t.paste}>
        <TextArea
          name="list"
          label={t.list}
          hint={t.listHint}
          rows={8}
          spellcheck={false}
          value={typed(props.values, 'list')}
          error={props.errors['list']}
        />
        <Actions>
          <Button>{t.see}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

function FileSection(props: ChoosePageProps) {
  const t = claimsWords(props.locale).choose
  return (
    <Section title={t.file} aside={t.fileAside}>
      <Form action={actionOf(props)} hidden={hidden(props, 'file')} files once={t.busy} label={t.file}>
        <FileField
          name="file"
          label={t.fileField}
          hint={t.fileHint}
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          dropLabel={t.drop}
          error={props.errors['file']}
        />
        <Actions>
          <Button line>{t.see}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

function OneSection(props: ChoosePageProps) {
  const { values, errors } = props
  const t = claimsWords(props.locale).choose
  return (
    <Section title={t.one} aside={t.oneAside}>
      <Form action={actionOf(props)} hidden={hidden(props, 'one')} once={t.giving} label={t.one}>
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={typed(values, 'name')}
          error={errors['name']}
          maxLength={200}
          width="medium"
        />
        <EmailField
          name="address"
          label={t.address}
          hint={t.addressHint}
          optional={t.optional}
          value={typed(values, 'address')}
          error={errors['address']}
          autocomplete="off"
        />
        <TextField
          name="evidence"
          label={t.evidence}
          hint={t.evidenceHint}
          optional={t.optional}
          value={typed(values, 'evidence')}
          error={errors['evidence']}
        />
        <TextArea
          name="narrative"
          label={t.narrative}
          hint={t.narrativeHint}
          optional={props.version.evidenceRule === 'required' ? undefined : t.optional}
          value={typed(values, 'narrative')}
          error={errors['narrative']}
        />
        <Actions>
          <Button line>{t.give}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
