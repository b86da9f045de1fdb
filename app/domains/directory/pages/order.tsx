import type { Locale } from '../../../infra/i18n.ts'
import { type DirectoryQuery, directoryPath } from '../query.ts'
import { searchWords } from '../search-words.ts'

const orders = ['relevance', 'newest', 'name'] as const
type OrderName = (typeof orders)[number]

/** The order that holds: words decide where there are words, the date where there are none. */
const orderOf = (query: DirectoryQuery): OrderName =>
  query.order === undefined || query.order === 'relevance'
    ? (query.q ?? '') === ''
      ? 'newest'
      : 'relevance'
    : query.order

/** Which order, why, and the others. */
export const Order = ({ locale, query }: { locale: Locale; query: DirectoryQuery }) => {
  const t = searchWords(locale).order
  const current = orderOf(query)
  const others = orders.filter((one) => one !== current && (one !== 'relevance' || (query.q ?? '') !== ''))
  return (
    <details class="small">
      <summary>
        <span class="soft">
          {t.label}
          {locale === 'fr' ? '\u00a0' : ''}: {t[current]}.
        </span>{' '}
        <b>{t.why}</b>
      </summary>
      <p>
        {t.says[current]} {t.never}
      </p>
      <p>
        {t.others}{' '}
        {others.map((one, index) => (
          <>
            {index > 0 && ', '}
            <a key={one} href={directoryPath({ ...query, order: one, page: undefined })}>
              {t.choices[one]}
            </a>
          </>
        ))}
      </p>
    </details>
  )
}
