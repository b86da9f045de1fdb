import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { Tally } from '../../../ui/tally.tsx'
import { factName } from '../../verification/index.ts'
import type { ShownNature } from '../model.ts'
import { pagesWords } from '../pages-words.ts'
import { type DirectoryQuery, directoryPath, type FacetValue } from '../query.ts'
import { EntryMark } from './entry-mark.tsx'

export interface TallyProps {
  locale: Locale
  /** What is counted: every figure is a link to its rows. */
  base: Partial<DirectoryQuery>
  total: number
}

/** How many badges show each nature; the lines add up to the whole. */
export const NatureTally = (props: TallyProps & { values: readonly FacetValue[] }) => {
  const t = pagesWords(props.locale).skill
  return (
    <Tally
      lang={props.locale}
      lines={props.values
        .filter((one) => one.count > 0)
        .map((one) => ({
          label: (
            <a class="with-mark" href={directoryPath({ ...props.base, nature: [one.value] })}>
              <NatureMark value={one.value} />
              {one.label}
            </a>
          ),
          count: one.count,
        }))}
      total={t.total}
    />
  )
}

const NatureMark = ({ value }: { value: string }) => {
  const shown = shownNatures.find((one) => one === value)
  return shown === undefined ? null : <EntryMark nature={shown} size={22} />
}
const shownNatures: readonly ShownNature[] = [
  'participation',
  'engagement',
  'realisation',
  'competence',
  'certification',
  'registered',
  'undetermined',
]

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** On how many badges each of the ten facts holds. Each line stands alone: facts are never added up. */
export const FactTally = (
  props: TallyProps & {
    values: readonly FacetValue[]
    /** These checks, where not all ten are shown. */
    only?: readonly number[] | undefined
  },
) => {
  const { locale, total } = props
  const t = pagesWords(locale).skill
  const counts = new Map(props.values.map((one) => [one.value, one.count]))
  return (
    <dl class="tally">
      {(props.only ?? ten).map((check) => {
        const count = counts.get(String(check)) ?? 0
        const name = factName(locale, check) ?? ''
        return (
          <div key={check}>
            <dt>
              {count === 0 ? (
                name
              ) : (
                <a href={directoryPath({ ...props.base, fact: [String(check)] })}>{name}</a>
              )}
            </dt>
            <dd>{t.of(sayNumber(locale, count), sayNumber(locale, total))}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Values of a facet with their counts, each a link to its rows. */
export const ValueTally = (
  props: TallyProps & {
    facet: 'issuer' | 'area' | 'skill' | 'framework'
    values: readonly FacetValue[]
  },
) => (
  <Tally
    lang={props.locale}
    lines={props.values
      .filter((one) => one.count > 0)
      .map((one) => ({
        label: <a href={directoryPath({ ...props.base, [props.facet]: [one.value] })}>{one.label}</a>,
        count: one.count,
      }))}
  />
)
