import type { ComponentChildren } from 'preact'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { natureName } from '../../achievements/index.ts'
import { FactRow } from '../../verification/index.ts'
import type { DirectoryEntry } from '../model.ts'
import type { Reason } from '../search/search-directory.ts'
import { searchWords } from '../search-words.ts'
import { EntryMark } from './entry-mark.tsx'
import { entryPath, inLanguage, issuerPath, type Mark, shortly } from './say-entry.ts'

export interface ResultProps {
  locale: Locale
  entry: DirectoryEntry & { reason?: Reason }
  /** The mark of a badge made here. */
  own: Mark | undefined
  /** Names of the places, by their codes. */
  placeName: (code: string) => string | undefined
  /** The way to set it aside to be compared, where the page has one. */
  compare?: ComponentChildren
}

/** One badge of a list: what it is, who publishes it, one sentence, ten ticks, where it was read. */
export const Result = (props: ResultProps) => {
  const { entry, locale } = props
  const t = searchWords(locale).result
  const lang = inLanguage(entry, locale)
  return (
    <>
      <EntryMark nature={entry.nature.shown} own={props.own} size={56} />
      <div>
        <h3 lang={lang}>
          <a href={entryPath(entry)}>{entry.name}</a>
        </h3>
        <p class="small soft">
          {sayShown(locale, entry)} · <a href={issuerPath(entry.issuer)}>{entry.issuer.name}</a>
          <Place {...props} />
        </p>
        {entry.description !== '' && (
          <p class="said" lang={lang}>
            {shortly(entry.description)}
          </p>
        )}
        <div class="meta">
          <FactRow facts={entry.facts} locale={locale} label={t.facts} />
          {props.compare}
          <Notes entry={entry} locale={locale} />
        </div>
      </div>
    </>
  )
}

/** The nature that is shown; where it is none, what its issuer announced. */
export function sayShown(locale: Locale, { nature }: Pick<DirectoryEntry, 'nature'>): string {
  const t = searchWords(locale).result
  if (nature.shown !== 'undetermined') {
    const shown = natureName(locale, nature.shown)
    return nature.declared === null || nature.declared === nature.shown
      ? shown
      : `${shown}, ${t.declaredAs(natureName(locale, nature.declared))}`
  }
  return nature.declared === null
    ? t.noNature
    : `${t.noNature}, ${t.declaredAs(natureName(locale, nature.declared))}`
}

// The department says more than its region.
const Place = ({ entry, placeName }: ResultProps) => {
  const nearest = entry.areas.filter((code) => code.startsWith('D'))
  const names = (nearest.length > 0 ? nearest : entry.areas)
    .map(placeName)
    .filter((name) => name !== undefined)
  return names.length === 0 ? null : <>, {names.slice(0, 2).join(', ')}</>
}

const Notes = ({ entry, locale }: Pick<ResultProps, 'entry' | 'locale'>) => {
  const t = searchWords(locale).result
  const notes = [
    entry.origin === 'elsewhere' &&
      (entry.state === 'gone'
        ? t.mute(sayDate(locale, entry.seenAt))
        : t.seen(sayDate(locale, entry.seenAt))),
    entry.reason?.where === 'skill' && entry.reason.skill !== null && t.bySkill(entry.reason.skill),
    entry.awarded === false && t.notAwarded,
    entry.illustrative && t.illustrative,
  ].filter((note) => note !== false)
  return notes.length === 0 ? null : <p class="small soft">{notes.join(' · ')}</p>
}
