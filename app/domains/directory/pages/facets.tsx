import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import type { ShownNature } from '../model.ts'
import { type DirectoryQuery, directoryPath, type FacetName, type FacetValue } from '../query.ts'
import { searchWords } from '../search-words.ts'
import { EntryMark } from './entry-mark.tsx'

/** Id of the one form of the page: words, place and choices are sent together, so that nothing is lost. */
export const findForm = 'find'

export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>

// What most readers ask first stands open; the rest is one step away.
const open: readonly FacetName[] = ['nature', 'fact']
const folded: readonly FacetName[] = ['area', 'skill', 'framework', 'issuer', 'language']
const short: readonly FacetName[] = ['awarded', 'origin']

export const FacetChoices = (props: { locale: Locale; query: DirectoryQuery; facets: Facets }) => {
  const { locale, query, facets } = props
  const t = searchWords(locale)
  const count = chosenFilters(query).length
  return (
    <details class="choices">
      <summary>{count === 0 ? t.filters : t.filtersActive(count)}</summary>
      {open.map((name) => (
        <Choices key={name} locale={locale} name={name} values={facets[name]} />
      ))}
      {folded.map((name) => (
        <Folded key={name} locale={locale} name={name} values={facets[name]} />
      ))}
      {short.map((name) => (
        <Choices key={name} locale={locale} name={name} values={facets[name]} />
      ))}
      <Button line form={findForm}>
        {t.apply}
      </Button>
    </details>
  )
}

type ChoicesProps = { locale: Locale; name: FacetName; values: readonly FacetValue[] }

const Folded = (props: ChoicesProps) => {
  const t = searchWords(props.locale)
  if (props.values.length === 0) return null
  const chosen = props.values.filter((one) => one.chosen).length
  return (
    <details class="more" open={chosen > 0}>
      <summary>{chosen > 0 ? t.more(t.facets[props.name], chosen) : t.facets[props.name]}</summary>
      <Choices {...props} quiet />
    </details>
  )
}

const Choices = ({ locale, name, values, quiet }: ChoicesProps & { quiet?: boolean }) => {
  const t = searchWords(locale)
  if (values.length === 0) return null
  return (
    <fieldset>
      <legend class={quiet === true ? 'vh' : undefined}>{t.facets[name]}</legend>
      {values.map((one) => (
        <label key={one.value} class="option">
          <input type="checkbox" name={name} value={one.value} checked={one.chosen} form={findForm} />
          {name === 'nature' && isNature(one.value) && <EntryMark nature={one.value} size={22} />}
          <span>{one.label}</span>
          <span class="count">{sayNumber(locale, one.count)}</span>
        </label>
      ))}
    </fieldset>
  )
}

const natures: readonly string[] = [
  'participation',
  'engagement',
  'realisation',
  'competence',
  'certification',
  'registered',
  'undetermined',
] satisfies ShownNature[]
const isNature = (value: string): value is ShownNature => natures.includes(value)

export interface Chosen {
  facet: FacetName
  value: string
}

const lists = ['nature', 'fact', 'skill', 'framework', 'issuer', 'area', 'language'] as const

/** Every filter of a question, one by one. Words are not filters. */
export const chosenFilters = (query: Partial<DirectoryQuery>): Chosen[] => [
  ...lists.flatMap((facet) => (query[facet] ?? []).map((value) => ({ facet, value }))),
  ...(query.awarded === undefined ? [] : [{ facet: 'awarded' as const, value: query.awarded }]),
  ...(query.origin === undefined ? [] : [{ facet: 'origin' as const, value: query.origin }]),
]

/** The same question without one of its filters, from its first page. */
export function without(query: DirectoryQuery, { facet, value }: Chosen): DirectoryQuery {
  const rest = { ...query, page: undefined }
  if (facet === 'awarded' || facet === 'origin') return { ...rest, [facet]: undefined }
  return { ...rest, [facet]: query[facet].filter((one) => one !== value) }
}

/** What was chosen, each as a link that takes it away. */
export const ChosenFilters = (props: { locale: Locale; query: DirectoryQuery; facets: Facets }) => {
  const { locale, query } = props
  const t = searchWords(locale)
  const chosen = chosenFilters(query)
  if (chosen.length === 0) return null
  return (
    <ul class="chips" aria-label={t.chosen}>
      {chosen.map((one) => {
        const label = labelOf(one, props.facets)
        return (
          <li key={`${one.facet} ${one.value}`}>
            <a href={directoryPath(without(query, one))} aria-label={t.remove(label)}>
              {label}
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path d="M1 1L9 9M9 1L1 9" stroke="currentColor" stroke-width="2" />
              </svg>
            </a>
          </li>
        )
      })}
      {chosen.length > 1 && (
        <li class="plain">
          <a href={directoryPath({ q: query.q, order: query.order, compare: query.compare })}>
            {t.removeAll}
          </a>
        </li>
      )}
    </ul>
  )
}

/** A choice in words; the value itself where no name is known for it. */
export const labelOf = ({ facet, value }: Chosen, facets: Facets): string =>
  facets[facet].find((one) => one.value === value)?.label ?? value
