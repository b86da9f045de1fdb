import type { Errors, Values } from '../../../infra/http/index.ts'
import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { wishedFormats } from '../files/recognise.ts'
import type { FrameworkImport } from '../imports.ts'
import type { FrameworkLine } from '../store.ts'
import { frameworksWords } from '../words.ts'
import { PastImports } from './past-imports.tsx'

export interface ImportFormPageProps {
  locale: Locale
  token: string
  action: string
  /** Names the import that the form makes, so that sending it twice makes one. */
  importId: string
  /** What can be brought up to date. */
  frameworks: readonly FrameworkLine[]
  imports: readonly FrameworkImport[]
  above: string | undefined
  values: Values
  errors: Errors
}

const typed = (values: Values, name: string) => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** A file, and what its sender knows of it. */
export function ImportFormPage(props: ImportFormPageProps) {
  const { locale, values, errors } = props
  const t = frameworksWords(locale).form
  const text = (name: 'name' | 'licence' | 'licenceUrl' | 'source' | 'version', hint?: string) => (
    <TextField
      name={name}
      label={t[name]}
      hint={hint}
      optional={t.optional}
      value={typed(values, name)}
      error={errors[name]}
      inputMode={name === 'licenceUrl' || name === 'source' ? 'url' : undefined}
      maxLength={name === 'version' ? 60 : 500}
    />
  )
  return (
    <>
      <ErrorSummary
        title={t.errors}
        errors={Object.entries(errors).map(([field, message]) =>
          field === '' ? { message } : { field, message },
        )}
      />
      <PageHead quiet title={t.title} above={props.above}>
        <p class="small soft">{t.lead}</p>
      </PageHead>
      <Form
        action={props.action}
        hidden={{ 'form-token': props.token, import: props.importId }}
        files
        once={t.busy}
        label={t.title}
      >
        <Section title={t.file}>
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            dropLabel={t.drop}
            error={errors['file']}
          />
          <Select
            name="format"
            label={t.format}
            value={typed(values, 'format')}
            blank={t.formatAuto}
            options={wishedFormats.map((one) => ({ value: one, label: t.formats[one] }))}
            error={errors['format']}
          />
          {props.frameworks.length > 0 && (
            <Select
              name="framework"
              label={t.update}
              hint={t.updateHint}
              value={typed(values, 'framework')}
              blank={t.updateNone}
              options={props.frameworks.map((one) => ({ value: one.id, label: one.name[locale] }))}
              error={errors['framework']}
            />
          )}
        </Section>
        <Section title={t.about} aside={t.aboutAside}>
          {text('name', t.nameHint)}
          <Select
            name="language"
            label={t.language}
            value={typed(values, 'language')}
            blank={t.languageAuto}
            options={[
              { value: 'fr', label: frameworksWords(locale).facts.languageNames.fr },
              { value: 'en', label: frameworksWords(locale).facts.languageNames.en },
            ]}
            error={errors['language']}
          />
          {text('licence', t.licenceHint)}
          {text('licenceUrl')}
          {text('source')}
          {text('version')}
          <Actions>
            <Button>{t.go}</Button>
          </Actions>
        </Section>
      </Form>
      <Section title={t.columns}>
        <p class="txt">{t.columnsText}</p>
      </Section>
      <Section title={t.past}>
        {props.imports.length === 0 ? (
          <p class="txt">{t.pastNone}</p>
        ) : (
          <PastImports locale={locale} imports={props.imports} linked />
        )}
      </Section>
    </>
  )
}
