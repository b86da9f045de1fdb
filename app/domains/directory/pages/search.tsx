import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { AreaMap, type MapArea } from '../map/area-map.tsx'
import type { DirectoryEntry } from '../model.ts'
import { type DirectoryQuery, directoryPath, pageSize } from '../query.ts'
import type { FoundEntry, SearchResult } from '../search/search-directory.ts'
import { searchWords } from '../search-words.ts'
import { CompareStep, CompareTray } from './compare-tray.tsx'
import { ChosenFilters, FacetChoices, type Facets, findForm } from './facets.tsx'
import { NoResult, type Widening } from './no-result.tsx'
import { Order } from './order.tsx'
import { Result } from './result.tsx'
import type { Mark } from './say-entry.ts'

export interface SearchView {
  locale: Locale
  query: DirectoryQuery
  /** What stands in « Où »: the name of the one place that was chosen, or what was typed and not found. */
  place: { text: string; code: string | undefined; unknown: boolean }
  entries: readonly FoundEntry[]
  total: number
  issuers: number
  facets: Facets
  /** What was typed and what was searched instead. */
  corrected: SearchResult['corrected']
  /** Words that no badge holds, in no form. */
  unknown: readonly string[]
  widenings: readonly Widening[]
  map: readonly MapArea[]
  /** Marks of the badges made here, by their entry. */
  marks: ReadonlyMap<string, Mark>
  placeName: (code: string) => string | undefined
  /** Badges set aside to be compared, from whatever page of results. */
  chosen: readonly DirectoryEntry[]
  /** Pages that tell more of what was chosen: a skill, an issuer, a territory. */
  more: readonly { name: string; href: string }[]
}

export const SearchPage = (props: SearchView) => {
  const { locale, query } = props
  const t = searchWords(locale)
  return (
    <>
      <SearchBar {...props} />
      {props.place.unknown && <Notice tone="warn">{t.unknownPlace(props.place.text)}</Notice>}
      <div class="found">
        <FacetChoices locale={locale} query={query} facets={props.facets} />
        <section aria-labelledby="results">
          <h2 class="vh" id="results">
            {t.results}
          </h2>
          {props.corrected.length + props.unknown.length > 0 && (
            <Notice>
              {props.corrected.map(({ typed, meant }) => (
                <p key={typed}>{t.corrected(typed, meant)}</p>
              ))}
              {props.unknown.length > 0 && <p>{t.unknownWords(props.unknown.join(' '))}</p>}
            </Notice>
          )}
          <ChosenFilters locale={locale} query={query} facets={props.facets} />
          {props.more.length > 0 && (
            <p class="small more-pages">
              {t.readMore}{' '}
              {props.more.map((one, index) => (
                <span key={one.href}>
                  {index > 0 && ', '}
                  <a href={one.href}>{one.name}</a>
                </span>
              ))}
            </p>
          )}
          <CompareTray locale={locale} query={query} chosen={props.chosen} />
          {props.entries.length === 0 ? <NoResult {...props} /> : <ResultList {...props} />}
        </section>
        <aside aria-labelledby="where">
          <h2 id="where">{t.map.title}</h2>
          <AreaMap locale={locale} areas={props.map} />
          <p class="small news">
            <a href="/directory/new.rss">{t.news}</a>
          </p>
        </aside>
      </div>
    </>
  )
}

const SearchBar = ({ locale, query, place }: SearchView) => {
  const t = searchWords(locale)
  return (
    <div class="finder">
      <h1>{t.title}</h1>
      <Form
        id={findForm}
        action="/directory"
        method="get"
        search
        label={t.title}
        hidden={{ shown: place.code, order: query.order }}
      >
        {query.compare.map((id) => (
          <input key={id} type="hidden" name="compare" value={id} />
        ))}
        <TextField name="q" label={t.what} type="search" value={query.q} maxLength={200} />
        <TextField
          name="where"
          label={
            <>
              {t.where} <span class="optional">{t.whereHint}</span>
            </>
          }
          value={place.text}
          maxLength={80}
          spellcheck={false}
        />
        <Button>{t.go}</Button>
      </Form>
    </div>
  )
}

const ResultList = (props: SearchView) => {
  const { locale, entries } = props
  const t = searchWords(locale)
  return (
    <>
      <div class="count-line">
        <p role="status">
          <b>{t.models(sayNumber(locale, props.total), props.total > 1)}</b>
          {`, ${t.issuers(sayNumber(locale, props.issuers), props.issuers > 1)}`}
        </p>
        <Order locale={locale} query={props.query} />
      </div>
      <ul class="results">
        {entries.map((entry) => (
          <li key={entry.id} id={`b-${entry.id}`}>
            <Result
              locale={locale}
              entry={entry}
              own={props.marks.get(entry.id)}
              placeName={props.placeName}
              compare={
                <CompareStep locale={locale} query={props.query} chosen={props.chosen} entry={entry} />
              }
            />
          </li>
        ))}
      </ul>
      <Pages {...props} />
    </>
  )
}

const Pages = ({ locale, query, total, entries }: SearchView) => {
  const t = searchWords(locale).pages
  const say = (number: number) => sayNumber(locale, number)
  const current = query.page ?? 1
  const before = (current - 1) * pageSize
  const left = Math.min(pageSize, total - before - entries.length)
  const at = (page: number) => directoryPath({ ...query, page })
  if (before === 0 && left <= 0) return null
  return (
    <Pagination
      label={t.label}
      place={t.place(say(before + 1), say(before + entries.length), say(total))}
      previous={current > 1 ? { label: t.previous, href: at(current - 1) } : undefined}
      next={left > 0 ? { label: t.next(say(left), left > 1), href: at(current + 1) } : undefined}
    />
  )
}
