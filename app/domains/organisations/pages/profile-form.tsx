import type { Errors, Values } from '../../../infra/http/index.ts'
import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { type ChoiceGroup, EmailField, Select, TextArea, TextField } from '../../../ui/field.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/section.tsx'
import type { Territory, TerritoryKind } from '../../territories/index.ts'
import { organisationKinds } from '../rules.ts'
import type { Organisation } from '../store.ts'
import { organisationWords } from '../words.ts'

export interface ProfileFormProps {
  locale: Locale
  token: string
  action: string
  territories: readonly Territory[]
  values: Values
  errors?: Errors | undefined
  /** An organisation that exists keeps its address. */
  existing: boolean
}

/** The saved profile as a form shows it. */
export const profileValues = (organisation: Organisation): Values => ({
  name: organisation.name,
  displayName: organisation.displayName === organisation.name ? '' : organisation.displayName,
  kind: organisation.kind,
  description: organisation.description,
  url: organisation.url ?? '',
  email: organisation.email ?? '',
  city: organisation.city,
  territoryId: organisation.territoryId ?? '',
  qualityAssurance: organisation.qualityAssurance ?? '',
})

/** One form for opening an organisation and for editing it. */
export const ProfileFormPage = (props: ProfileFormProps) => {
  const words = organisationWords(props.locale)
  const t = words.form
  const head = props.existing ? words.profile : words.create
  const typed = (name: string) => {
    const value = props.values[name]
    return typeof value === 'string' ? value : ''
  }
  const field = (name: string) => ({ name, value: typed(name), error: props.errors?.[name] })
  return (
    <>
      <ErrorSummary
        title={t.faults}
        errors={Object.entries(props.errors ?? {}).map(([name, message]) => ({ field: name, message }))}
      />
      <div class="flow-wide">
        <PageHead title={head.title} quiet>
          <p class="lead">{head.lead}</p>
        </PageHead>
        <Form action={props.action} hidden={{ 'form-token': props.token }}>
          <TextField
            {...field('name')}
            label={t.name}
            hint={t.nameHint}
            autocomplete="organization"
            required
          />
          <TextField
            {...field('displayName')}
            label={t.displayName}
            hint={props.existing ? `${t.displayNameHint} ${t.displayNameFixed}` : t.displayNameHint}
            optional={t.optional}
          />
          <RadioGroup
            {...field('kind')}
            label={t.kind}
            options={organisationKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            required
          />
          <TextArea
            {...field('description')}
            label={t.description}
            hint={t.descriptionHint}
            optional={t.optional}
          />
          <TextField {...field('city')} label={t.city} optional={t.optional} width="medium" />
          {props.territories.length > 0 && (
            <Select
              {...field('territoryId')}
              label={t.territory}
              optional={t.optional}
              blank={t.noTerritory}
              options={territoryChoices(words.territoryKinds, props.territories)}
            />
          )}
          <TextField
            {...field('url')}
            label={t.url}
            hint={t.urlHint}
            optional={t.optional}
            inputMode="url"
            spellcheck={false}
          />
          <EmailField {...field('email')} label={t.email} optional={t.optional} autocomplete="off" />
          <TextField
            {...field('qualityAssurance')}
            label={t.quality}
            hint={t.qualityHint}
            optional={t.optional}
          />
          <Actions>
            <Button>{props.existing ? t.save : words.create.go}</Button>
          </Actions>
        </Form>
      </div>
    </>
  )
}

/** Regions first, then departments with their numbers, then what is smaller; by name in each. */
function territoryChoices(
  names: Readonly<Record<TerritoryKind, string>>,
  territories: readonly Territory[],
): ChoiceGroup[] {
  const kinds = ['region', 'department', 'city-area'] as const
  return kinds.flatMap((kind) => {
    const options = territories
      .filter((one) => one.kind === kind)
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
      .map(({ id, name, code }) => ({
        value: id,
        label: kind === 'department' && code !== null ? `${name} (${code.slice(1)})` : name,
      }))
    return options.length === 0 ? [] : [{ group: names[kind], options }]
  })
}
