import type { Locale } from '../../../infra/i18n.ts'
import { Table } from '../../../ui/table.tsx'
import type { Facts } from '../facts.ts'
import { changedFacts } from '../rules.ts'
import { achievementWords } from '../words.ts'
import { sayFact } from './say-fact.ts'

/** Two versions side by side: only what differs. Of the criteria, only the lines that came and went. */
export const Differences = (props: { locale: Locale; before: Facts; after: Facts }) => {
  const { locale, before, after } = props
  const words = achievementWords(locale)
  const t = words.page
  return (
    <Table
      caption={t.changes}
      captionHidden
      columns={[
        { key: 'field', label: t.field, header: true },
        { key: 'was', label: t.was },
        { key: 'is', label: t.is },
      ]}
      rows={changedFacts(before, after).map((key) => ({
        key,
        cells:
          key === 'criteria'
            ? {
                field: words.fields[key],
                was: <Lines locale={locale} all={before.criteria} other={after.criteria} word="removed" />,
                is: <Lines locale={locale} all={after.criteria} other={before.criteria} word="added" />,
              }
            : {
                field: words.fields[key],
                was: sayFact(locale, before, key),
                is: sayFact(locale, after, key),
              },
      }))}
    />
  )
}

const Lines = (props: {
  locale: Locale
  all: readonly string[]
  other: readonly string[]
  word: 'added' | 'removed'
}) => {
  const words = achievementWords(props.locale)
  const own = props.all.filter((one) => !props.other.includes(one))
  if (props.all.length === 0) return <>{words.page.none}</>
  if (own.length === 0)
    return <span class="soft">{words.version[props.word === 'added' ? 'noneAdded' : 'noneRemoved']}</span>
  return (
    <ul class="points">
      {own.map((one) => (
        <li key={one}>
          <span class="soft">{words.version[props.word]}</span> {one}
        </li>
      ))}
      {props.word === 'added' && own.length < props.all.length && (
        <li class="soft">{words.version.unchanged}</li>
      )}
    </ul>
  )
}
