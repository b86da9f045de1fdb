import type { ComponentChildren } from 'preact'
import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import type { DirectoryEntry } from '../model.ts'
import { pagesWords } from '../pages-words.ts'
import { directoryPath } from '../query.ts'
import { searchWords } from '../search-words.ts'
import type { Facets } from './facets.tsx'
import { Result } from './result.tsx'
import type { Mark } from './say-entry.ts'
import { FactTally, NatureTally, ValueTally } from './tallies.tsx'

export interface SkillPageProps {
  locale: Locale
  skillId: string
  name: string
  /** « ROME 4.0, 300483 » */
  reference: string
  /** Where the word comes from, told by the frameworks. */
  own: ComponentChildren
  entries: readonly DirectoryEntry[]
  total: number
  issuers: number
  facets: Facets
  marks: ReadonlyMap<string, Mark>
  placeName: (code: string) => string | undefined
}

/** Who recognises a skill, and how solidly: counts that open their rows, no score. */
export const SkillPage = (props: SkillPageProps) => {
  const { locale, total } = props
  const t = pagesWords(locale).skill
  const s = searchWords(locale)
  const base = { skill: [props.skillId] }
  const tally = { locale, base, total }
  const regions = props.facets.area.filter(({ value }) => value.startsWith('R'))
  return (
    <>
      <Breadcrumb
        label={pagesWords(locale).entry.trail}
        items={[{ label: t.crumb, href: '/directory' }, { label: props.name }]}
      />
      <PageHead title={props.name} above={`${t.kind} · ${props.reference}`}>
        {total > 0 && (
          <p class="lead">
            {t.lead(
              s.models(sayNumber(locale, total), total > 1),
              s.issuers(sayNumber(locale, props.issuers), props.issuers > 1),
            )}
          </p>
        )}
      </PageHead>
      {total === 0 && (
        <EmptyState title={t.none} action={<ButtonLink href="/space">{t.create}</ButtonLink>}>
          {t.noneText}
        </EmptyState>
      )}
      {total > 0 && (
        <>
          <Section title={t.natures} aside={t.naturesAside}>
            <NatureTally {...tally} values={props.facets.nature} />
          </Section>
          <Section title={t.facts} aside={t.factsAside}>
            <FactTally {...tally} values={props.facets.fact} />
          </Section>
          <Section title={t.badges}>
            <ResultLines {...props} />
            {total > props.entries.length && (
              <p>
                <a href={directoryPath(base)}>{t.all(sayNumber(locale, total))}</a>
              </p>
            )}
            <p class="small soft">{t.suggestedNote}</p>
          </Section>
          <Section title={t.issuers}>
            <ValueTally {...tally} facet="issuer" values={props.facets.issuer} />
          </Section>
          {regions.length > 0 && (
            <Section title={t.areas}>
              <ValueTally {...tally} facet="area" values={regions} />
            </Section>
          )}
        </>
      )}
      <Section title={t.own} id="framework">
        {props.own}
      </Section>
    </>
  )
}

/** Lines of badges as the search shows them, without boxes. */
export const ResultLines = (props: Pick<SkillPageProps, 'locale' | 'entries' | 'marks' | 'placeName'>) => (
  <ul class="results">
    {props.entries.map((entry) => (
      <li key={entry.id}>
        <Result
          locale={props.locale}
          entry={entry}
          own={props.marks.get(entry.id)}
          placeName={props.placeName}
        />
      </li>
    ))}
  </ul>
)
