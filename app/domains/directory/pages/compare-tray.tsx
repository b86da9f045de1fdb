import type { Locale } from '../../../infra/i18n.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import type { DirectoryEntry } from '../model.ts'
import { type DirectoryQuery, directoryPath, mostCompared } from '../query.ts'
import { searchWords } from '../search-words.ts'
import { comparePath } from './alike.tsx'
import { inLanguage } from './say-entry.ts'

// Each choice is an address: what was chosen cannot be lost on the way to another page, with or without script.

interface TrayProps {
  locale: Locale
  query: DirectoryQuery
  chosen: readonly DirectoryEntry[]
}

const without = ({ compare }: DirectoryQuery, { id }: DirectoryEntry) => compare.filter((one) => one !== id)

/** What was set aside to be compared, each with the way to take it away, and the way to the comparison. */
export const CompareTray = ({ locale, query, chosen }: TrayProps) => {
  const t = searchWords(locale).tray
  if (chosen.length === 0) return null
  return (
    <section class="compare-tray" aria-label={t.label}>
      <p>
        <b>{t.title}</b>
      </p>
      <ul class="chips">
        {chosen.map((entry) => (
          <li key={entry.id}>
            <a
              href={directoryPath({ ...query, compare: without(query, entry) })}
              rel="nofollow"
              aria-label={t.removeOne(entry.name)}
            >
              <span lang={inLanguage(entry, locale)}>{entry.name}</span>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path d="M1 1L9 9M9 1L1 9" stroke="currentColor" stroke-width="2" />
              </svg>
            </a>
          </li>
        ))}
      </ul>
      {chosen.length > 1 ? (
        <ButtonLink line href={comparePath(chosen)}>
          {t.go(chosen.length)}
        </ButtonLink>
      ) : (
        <p class="small soft">{t.another}</p>
      )}
      {chosen.length >= mostCompared && <p class="small soft">{t.full}</p>}
    </section>
  )
}

/** In a result: sets it aside, or takes it away again. The reader comes back to the same place of the list. */
export const CompareStep = ({ locale, query, chosen, entry }: TrayProps & { entry: DirectoryEntry }) => {
  const t = searchWords(locale).tray
  const at = (compare: string[]) => `${directoryPath({ ...query, compare })}#b-${entry.id}`
  if (chosen.some((one) => one.id === entry.id))
    return (
      <p class="small compare-step">
        <b>{t.isChosen}</b>
        <a href={at(without(query, entry))} rel="nofollow" aria-label={t.removeOne(entry.name)}>
          {t.remove}
        </a>
        {chosen.length > 1 && <a href={comparePath(chosen)}>{t.go(chosen.length)}</a>}
      </p>
    )
  if (chosen.length >= mostCompared) return null
  return (
    <p class="small compare-step">
      <a href={at([...query.compare, entry.id])} rel="nofollow" aria-label={t.addOne(entry.name)}>
        {t.add}
      </a>
    </p>
  )
}
