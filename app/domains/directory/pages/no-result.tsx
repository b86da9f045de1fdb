import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { type DirectoryQuery, directoryPath } from '../query.ts'
import { searchWords } from '../search-words.ts'
import { chosenFilters } from './facets.tsx'

/** A wider question that does have results. */
export interface Widening {
  label: string
  href: string
  total: number
}

/** Nothing found: never a dead end. Only questions that were asked and have results are proposed. */
export const NoResult = (props: {
  locale: Locale
  query: DirectoryQuery
  total: number
  widenings: readonly Widening[]
}) => {
  const { locale, query, widenings } = props
  const t = searchWords(locale)
  if (props.total > 0)
    return (
      <EmptyState
        title={t.pages.beyond}
        action={<ButtonLink href={directoryPath({ ...query, page: undefined })}>{t.pages.first}</ButtonLink>}
      >
        {t.pages.beyondText}
      </EmptyState>
    )
  if ((query.q ?? '') === '' && chosenFilters(query).length === 0)
    return <EmptyState title={t.empty.bare}>{t.empty.bareText}</EmptyState>
  return (
    <EmptyState
      title={t.empty.title}
      action={
        <ButtonLink line href={directoryPath({ compare: query.compare })}>
          {t.empty.all}
        </ButtonLink>
      }
    >
      {widenings.length === 0 ? (
        t.empty.nothing
      ) : (
        <>
          <p>{t.empty.text}</p>
          <ul class="links">
            {widenings.map((one) => (
              <li key={one.href}>
                <a href={one.href}>{one.label}</a>
                <span class="soft nb"> ({t.models(sayNumber(locale, one.total), one.total > 1)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  )
}
