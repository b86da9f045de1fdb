import type { ComponentChildren } from 'preact'
import { type Locale, sayDate } from '../../../infra/i18n.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { natureName } from '../../achievements/index.ts'
import { factAnswer, factName } from '../../verification/index.ts'
import { comparedRows, factDiffers, rowDiffers } from '../differences.ts'
import type { DirectoryEntry } from '../model.ts'
import { pagesWords } from '../pages-words.ts'
import { directoryPath } from '../query.ts'
import { comparePath } from './alike.tsx'
import { Picker, type PickerProps } from './compare-picker.tsx'
import { EntryMark } from './entry-mark.tsx'
import { entryPath, inLanguage, issuerPath, languageName, type Mark, shortly } from './say-entry.ts'

export interface ComparePageProps {
  locale: Locale
  entries: readonly DirectoryEntry[]
  marks: ReadonlyMap<string, Mark>
  placeName: (code: string) => string | undefined
  /** Some that were asked for are not there any more, or were too many. */
  missing: boolean
  tooMany: boolean
  picker: Omit<PickerProps, 'locale' | 'entries'>
}

/** Two to four badges side by side: the same rows, and the rows that differ marked by a sign and a word. */
export const ComparePage = (props: ComparePageProps) => {
  const { locale, entries } = props
  const t = pagesWords(locale).compare
  return (
    <>
      <Breadcrumb
        label={pagesWords(locale).entry.trail}
        items={[{ label: pagesWords(locale).entry.crumb, href: searchWith(entries) }, { label: t.title }]}
      />
      <PageHead title={t.title} quiet>
        <p class="lead">{t.lead}</p>
      </PageHead>
      {props.missing && <Notice tone="warn">{t.missing}</Notice>}
      {props.tooMany && <Notice>{t.tooMany}</Notice>}
      {entries.length > 0 && <Compared {...props} />}
      {entries.length > 1 && <SideBySide {...props} />}
      <Picker locale={locale} entries={entries} {...props.picker} />
    </>
  )
}

/** The search, where what is compared here stays set aside. */
const searchWith = (entries: readonly DirectoryEntry[]): string =>
  directoryPath({ compare: entries.map((one) => one.id) })

const letterOf = (index: number): string => String.fromCodePoint(65 + index)

const Compared = ({ locale, entries, marks }: ComparePageProps) => {
  const t = pagesWords(locale).compare
  return (
    <Section full title={t.chosen}>
      <ul class="compared">
        {entries.map((entry, index) => (
          <li key={entry.id}>
            <EntryMark nature={entry.nature.shown} own={marks.get(entry.id)} size={88} shrink />
            <div>
              <h3>
                {letterOf(index)}.{' '}
                <a href={entryPath(entry)} lang={inLanguage(entry, locale)}>
                  {entry.name}
                </a>
              </h3>
              <p class="small soft">{entry.issuer.name}</p>
              <p class="small">
                <a
                  href={
                    entries.length === 1
                      ? '/directory/compare'
                      : comparePath(entries.filter((one) => one.id !== entry.id))
                  }
                  aria-label={t.removeOne(entry.name)}
                >
                  {t.remove}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const SideBySide = (props: ComparePageProps) => {
  const { locale, entries } = props
  const t = pagesWords(locale).compare
  const rows = allRows(props)
  const differing = rows.filter((row) => row.differs === true)
  const others = differing.filter((row) => row.check === undefined).map((row) => row.label)
  const checks = differing.flatMap((row) => row.check ?? [])
  return (
    <Section full title={t.table}>
      {differing.length === 0 ? (
        <p>{t.noDifference}</p>
      ) : (
        <p class="txt">
          <b>
            {t.summary}
            {locale === 'fr' ? '\u00a0:' : ':'}
          </b>{' '}
          {[
            ...others,
            ...(checks.length === 0 ? [] : [t.factNumbers(checks.join(', '), checks.length > 1)]),
          ].join(', ')}
          .
        </p>
      )}
      <div class="side-by-side">
        <Table
          caption={t.table}
          captionHidden
          columns={[
            { key: 'question', label: t.question, header: true },
            ...entries.map((entry, index) => ({
              key: entry.id,
              label: `${letterOf(index)}. ${entry.issuer.name}`,
            })),
          ]}
          rows={rows.map((row) => ({
            key: row.label,
            cells: {
              question: (
                <>
                  {row.label}
                  {row.differs === true && (
                    <span class="differs">
                      <span aria-hidden="true">≠</span> {t.differs}
                    </span>
                  )}
                </>
              ),
              ...Object.fromEntries(
                entries.map((entry, index) => [entry.id, <div key={entry.id}>{row.cells[index]}</div>]),
              ),
            },
          }))}
        />
      </div>
    </Section>
  )
}

interface ShownRow {
  label: string
  cells: ComponentChildren[]
  /** Undefined where answers are shown and not compared. */
  differs: boolean | undefined
  /** Of a row that is one of the ten checks. */
  check?: number
}

function allRows(props: ComparePageProps): ShownRow[] {
  const { locale, entries } = props
  const t = pagesWords(locale).compare
  const names = Object.keys(t.rows) as (keyof typeof t.rows)[]
  const facts = entries[0]?.facts.map((_, index) => index + 1) ?? []
  return [
    ...names.map((name) => ({
      label: t.rows[name],
      cells: entries.map((entry) => answer(name, entry, props)),
      differs: comparedRows.some((one) => one === name)
        ? rowDiffers(comparedRows.find((one) => one === name) ?? 'nature', entries)
        : undefined,
    })),
    ...facts.map((check) => ({
      label: t.facts(check, factName(locale, check) ?? ''),
      cells: entries.map((entry) => <Fact locale={locale} state={entry.facts[check - 1] ?? 'unknown'} />),
      differs: factDiffers(check, entries),
      check,
    })),
  ]
}

const Fact = ({ locale, state }: { locale: Locale; state: DirectoryEntry['facts'][number] }) => (
  <span class="fact-answer">
    <span class={`key ${state}`} />
    {factAnswer(locale, state)}
  </span>
)

type RowName = keyof ReturnType<typeof pagesWords>['compare']['rows']

function answer(row: RowName, entry: DirectoryEntry, props: ComparePageProps): ComponentChildren {
  const { locale } = props
  const t = pagesWords(locale)
  const unstated = <span class="soft">{t.entry.unstated}</span>
  switch (row) {
    case 'says':
      return entry.description === '' ? (
        unstated
      ) : (
        <span lang={inLanguage(entry, locale)}>{shortly(entry.description, 220)}</span>
      )
    case 'issuer':
      return <a href={issuerPath(entry.issuer)}>{entry.issuer.name}</a>
    case 'place': {
      const nearest = entry.areas.filter((code) => code.startsWith('D'))
      const names = (nearest.length > 0 ? nearest : entry.areas).flatMap(
        (code) => props.placeName(code) ?? [],
      )
      return names.length === 0 ? unstated : names.join(', ')
    }
    case 'nature':
      return entry.nature.shown === 'undetermined' ? unstated : natureName(locale, entry.nature.shown)
    case 'declared':
      return entry.nature.declared === null ? (
        <span class="soft">{t.entry.notDeclared}</span>
      ) : (
        natureName(locale, entry.nature.declared)
      )
    case 'skills':
      return entry.skills.length === 0 ? (
        <span class="soft">{t.compare.none}</span>
      ) : (
        entry.skills.map(({ name, suggested }) => (suggested ? t.compare.suggested(name) : name)).join(', ')
      )
    case 'language':
      return entry.language === null ? unstated : languageName(locale, entry.language)
    case 'awarded':
      return entry.awarded === null ? unstated : entry.awarded ? t.entry.yes : t.entry.no
    case 'read': {
      const date = sayDate(locale, entry.seenAt)
      if (entry.origin === 'here') return t.compare.here
      return entry.state === 'gone' ? t.compare.mute(date) : t.compare.elsewhere(date)
    }
  }
}
