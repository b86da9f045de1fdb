import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { Section } from '../../../ui/section.tsx'
import { factName } from '../../verification/index.ts'
import { differingFacts } from '../differences.ts'
import type { DirectoryEntry } from '../model.ts'
import { pagesWords } from '../pages-words.ts'
import { EntryMark } from './entry-mark.tsx'
import { sayShown } from './result.tsx'
import { entryPath, inLanguage, issuerPath, type Mark } from './say-entry.ts'

export interface AlikeProps {
  locale: Locale
  /** The badge that is being read. */
  entry: DirectoryEntry
  /** Others that show one of its skills. */
  others: readonly DirectoryEntry[]
  marks: ReadonlyMap<string, Mark>
  /** The skill by which they were found, and how many badges there are in all. */
  skill: { id: string; name: string; total: number } | undefined
}

/** Badges that show the same skill, across issuers, each with the facts that differ. */
export const Alike = (props: AlikeProps) => {
  const { locale, entry, others, skill } = props
  const t = pagesWords(locale).alike
  if (others.length === 0) return null
  return (
    <Section id="alike" title={t.title} aside={t.aside}>
      <ul class="results">
        {others.map((other) => (
          <li key={other.id}>
            <EntryMark nature={other.nature.shown} own={props.marks.get(other.id)} size={56} />
            <div>
              <h3 lang={inLanguage(other, locale)}>
                <a href={entryPath(other)}>{other.name}</a>
              </h3>
              <p class="small soft">
                {sayShown(locale, other)} · <a href={issuerPath(other.issuer)}>{other.issuer.name}</a>
              </p>
              <Difference locale={locale} here={entry} there={other} />
              <p class="small">
                <a href={comparePath([entry, other])} aria-label={t.compareOne(other.name)}>
                  {t.compare}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {skill !== undefined && (
        <p>
          <a href={`/skills/${skill.id}`}>{t.skill}</a>
          {skill.total > others.length + 1 && (
            <>
              {' · '}
              <a href={`/directory?skill=${skill.id}`}>{t.all(sayNumber(locale, skill.total))}</a>
            </>
          )}
        </p>
      )}
    </Section>
  )
}

export const comparePath = (entries: readonly Pick<DirectoryEntry, 'id'>[]): string =>
  `/directory/compare?${entries.map((one) => `e=${one.id}`).join('&')}`

const Difference = (props: { locale: Locale; here: DirectoryEntry; there: DirectoryEntry }) => {
  const { locale } = props
  const t = pagesWords(locale).alike
  const { here, there } = differingFacts(props.here.facts, props.there.facts)
  if (here.length === 0 && there.length === 0) return <p class="small">{t.same}</p>
  return (
    <dl class="differ small">
      <FactNames locale={locale} label={t.there} checks={there} />
      <FactNames locale={locale} label={t.here} checks={here} />
    </dl>
  )
}

const FactNames = (props: { locale: Locale; label: string; checks: readonly number[] }) =>
  props.checks.length === 0 ? null : (
    <div>
      <dt>
        {props.label}
        {props.locale === 'fr' ? '\u00a0:' : ':'}{' '}
      </dt>
      <dd>{props.checks.map((check) => factName(props.locale, check)).join(', ')}</dd>
    </div>
  )
