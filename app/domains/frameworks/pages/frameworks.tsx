import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { PageHead, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { FrameworkLine } from '../store.ts'
import type { Suggestion } from '../suggest/suggest-skills.ts'
import { frameworksWords } from '../words.ts'
import { Found, SearchForm } from './search.tsx'

export interface FrameworksPageProps {
  locale: Locale
  frameworks: readonly FrameworkLine[]
  text: string
  /** Undefined while nothing was asked. */
  found: readonly Suggestion[] | undefined
  /** Where the viewer may import: the installation, organisations. */
  importLinks: readonly { label: string; href: string }[]
}

/** Every framework, with its source and its licence, and a search in all of them. */
export function FrameworksPage(props: FrameworksPageProps) {
  const { locale, frameworks } = props
  const t = frameworksWords(locale).list
  const shipped = frameworks.filter((one) => one.kind === 'shipped')
  const imported = frameworks.filter((one) => one.kind !== 'shipped')
  return (
    <>
      <PageHead title={t.title}>
        <p class="lead">{t.lead}</p>
      </PageHead>
      <Section title={t.search}>
        <SearchForm locale={locale} action="/frameworks" label={t.search} text={props.text} />
        {props.found !== undefined && <Found locale={locale} found={props.found} withFramework />}
      </Section>
      <Section title={t.shipped} aside={t.shippedAside}>
        <FrameworkTable locale={locale} frameworks={shipped} caption={t.shipped} />
      </Section>
      <Section title={t.imported} aside={t.importedAside}>
        {imported.length === 0 ? (
          <p class="txt">{t.importedNone}</p>
        ) : (
          <FrameworkTable locale={locale} frameworks={imported} caption={t.imported} />
        )}
        {props.importLinks.map((link) => (
          <p key={link.href}>
            <a href={link.href}>{link.label}</a>
          </p>
        ))}
      </Section>
      <Section title={t.cited}>
        <p class="txt">{t.citedText}</p>
        <p>
          <a href="https://certificat-clea.fr/le-dispositif-clea/le-referentiel" rel="external noopener">
            {t.citedLink}
          </a>
        </p>
      </Section>
    </>
  )
}

function FrameworkTable(props: { locale: Locale; frameworks: readonly FrameworkLine[]; caption: string }) {
  const { locale } = props
  const words = frameworksWords(locale)
  const t = words.list
  return (
    <Table
      caption={props.caption}
      captionHidden
      columns={[
        { key: 'name', label: t.name, header: true },
        { key: 'items', label: t.items, numeric: true, beside: true },
        { key: 'version', label: t.version, beside: true },
        { key: 'licence', label: t.licence, beside: true },
        { key: 'source', label: t.source, beside: true },
      ]}
      rows={props.frameworks.map((one) => ({
        key: one.id,
        cells: {
          name: <a href={`/frameworks/${one.slug}`}>{one.name[locale]}</a>,
          items: sayNumber(locale, one.active),
          version: one.version === '' ? words.facts.unknown : one.version,
          licence: one.licence === null ? words.facts.unknownLicence : one.licence.name,
          source:
            one.sourceUrl === null ? (
              words.facts.unknown
            ) : (
              <a href={one.sourceUrl} rel="external noopener">
                {URL.parse(one.sourceUrl)?.host ?? one.sourceUrl}
              </a>
            ),
        },
      }))}
    />
  )
}
