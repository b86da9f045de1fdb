import type { Locale } from '../../../infra/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import type { DirectoryEntry } from '../model.ts'
import { pagesWords } from '../pages-words.ts'
import { comparePath } from './alike.tsx'
import { EntryMark } from './entry-mark.tsx'
import { sayShown } from './result.tsx'
import { inLanguage, type Mark } from './say-entry.ts'

export interface PickerProps {
  locale: Locale
  entries: readonly DirectoryEntry[]
  /** What was searched, and what was found for it. */
  words: string
  found: readonly DirectoryEntry[]
  /** Badges that show a skill of the first one: most are looked for. */
  same: readonly DirectoryEntry[]
  foundMarks: ReadonlyMap<string, Mark>
  full: boolean
}

/** Finds another badge to put beside those that are there. Each step is an address. */
export const Picker = (props: PickerProps) => {
  const { locale, entries } = props
  const t = pagesWords(locale).compare
  if (props.full) return <p class="small soft news">{t.full}</p>
  return (
    <Section title={entries.length < 2 ? t.pick : t.pickMore} id="pick">
      <p class="txt">{t.pickText}</p>
      <Form inline action="/directory/compare#pick" method="get" search label={t.pickField}>
        {entries.map((entry) => (
          <input key={entry.id} type="hidden" name="e" value={entry.id} />
        ))}
        <TextField name="q" label={t.pickField} type="search" value={props.words} maxLength={200} />
        <Button line>{t.pickGo}</Button>
      </Form>
      {props.words !== '' && props.found.length === 0 && <p role="status">{t.pickNone(props.words)}</p>}
      <Candidates {...props} list={props.found} />
      {props.words === '' && props.same.length > 0 && (
        <>
          <h3>{t.pickSame}</h3>
          <Candidates {...props} list={props.same} />
        </>
      )}
    </Section>
  )
}

const Candidates = (props: PickerProps & { list: readonly DirectoryEntry[] }) => {
  const { locale, entries, list } = props
  const t = pagesWords(locale).compare
  if (list.length === 0) return null
  return (
    <ul class="results">
      {list.map((entry) => (
        <li key={entry.id}>
          <EntryMark nature={entry.nature.shown} own={props.foundMarks.get(entry.id)} size={48} />
          <div class="candidate">
            <p>
              <b lang={inLanguage(entry, locale)}>{entry.name}</b>
              <br />
              <span class="small soft">
                {sayShown(locale, entry)} · {entry.issuer.name}
              </span>
            </p>
            <a class="btn line" href={comparePath([...entries, entry])} aria-label={t.addOne(entry.name)}>
              {t.add}
            </a>
          </div>
        </li>
      ))}
    </ul>
  )
}
