import { type Locale, sayDate, sayNumber } from '../../../infra/i18n.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { List, Receipt } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import type { FrameworkImport } from '../imports.ts'
import type { Neighbour, TreeLine, TreePage } from '../reads.ts'
import { type FrameworkLine, type Skill, skillLabel } from '../store.ts'
import type { Suggestion } from '../suggest/suggest-skills.ts'
import { frameworksWords } from '../words.ts'
import { PastImports } from './past-imports.tsx'
import { SkillName } from './said.tsx'
import { Found, SearchForm, TreePages } from './search.tsx'
import { SkillFacts } from './skill-facts.tsx'

export interface FrameworkPageProps {
  locale: Locale
  framework: FrameworkLine
  ownerName: string | undefined
  text: string
  found: readonly Suggestion[] | undefined
  tree: TreePage
  /** The item whose level is shown, what stands above it and near it. */
  inside: { skill: Skill; above: readonly Skill[]; neighbours: readonly Neighbour[] } | undefined
  imports: readonly FrameworkImport[]
}

/** One framework: where it comes from, what it holds, level by level. */
export function FrameworkPage(props: FrameworkPageProps) {
  const { locale, framework, inside } = props
  const words = frameworksWords(locale)
  const t = words.one
  const path = `/frameworks/${framework.slug}`
  const trail = inside === undefined ? [] : [...inside.above, inside.skill]
  return (
    <>
      <Breadcrumb
        label={words.trail}
        items={[
          { label: words.list.title, href: '/frameworks' },
          { label: framework.name[locale], href: inside === undefined ? undefined : path },
          ...trail.map((skill, at) => ({
            label: skillLabel(skill, locale),
            href: at === trail.length - 1 ? undefined : `${path}?in=${skill.id}`,
          })),
        ]}
      />
      <PageHead
        title={inside === undefined ? framework.name[locale] : skillLabel(inside.skill, locale)}
        above={inside === undefined ? undefined : framework.name[locale]}
      />
      {inside === undefined ? (
        <FrameworkFacts {...props} />
      ) : (
        <SkillFacts
          locale={locale}
          skill={inside.skill}
          parent={inside.above.at(-1)}
          neighbours={inside.neighbours}
        />
      )}
      <Section title={t.search}>
        <SearchForm locale={locale} action={path} label={t.search} text={props.text} />
        {props.found !== undefined && <Found locale={locale} found={props.found} withFramework={false} />}
      </Section>
      <Tree {...props} path={path} />
      {inside === undefined && props.imports.length > 0 && (
        <Section title={t.history} aside={t.historyAside}>
          <PastImports locale={locale} imports={props.imports} linked={false} />
        </Section>
      )}
    </>
  )
}

function FrameworkFacts({ locale, framework, ownerName }: FrameworkPageProps) {
  const t = frameworksWords(locale).facts
  const { licence, sourceUrl } = framework
  const names: Readonly<Record<string, string>> = t.languageNames
  const link = (href: string, text: string) => (
    <a href={href} rel="external noopener">
      {text}
    </a>
  )
  return (
    <Receipt
      strong
      lines={[
        { label: t.source, value: sourceUrl === null ? t.unknown : link(sourceUrl, sourceUrl) },
        {
          label: t.licence,
          value:
            licence === null
              ? framework.kind === 'shipped'
                ? t.noLicence
                : t.unknownLicence
              : licence.url === null
                ? licence.name
                : link(licence.url, licence.name),
        },
        { label: t.version, value: framework.version === '' ? t.unknown : framework.version },
        {
          label: t.languages,
          value: framework.languages.map((one) => names[one] ?? one).join(', ') || t.unknown,
        },
        {
          label: t.items,
          value: [
            sayNumber(locale, framework.active),
            ...(framework.withdrawn > 0 ? [t.withdrawn(framework.withdrawn)] : []),
          ].join(' · '),
        },
        { label: t.importedAt, value: sayDate(locale, framework.importedAt) },
        ownerName !== undefined && { label: t.owner, value: ownerName },
      ]}
    />
  )
}

function Tree({ locale, tree, inside, path }: FrameworkPageProps & { path: string }) {
  const t = frameworksWords(locale).one
  const at = inside === undefined ? '' : `in=${inside.skill.id}&`
  return (
    <Section title={t.tree} aside={inside === undefined ? t.top : undefined} id="content">
      {tree.lines.length === 0 ? (
        <p class="txt">{inside === undefined ? t.empty : t.leaf}</p>
      ) : (
        <List
          items={tree.lines.map((line) => <TreeItem key={line.id} locale={locale} line={line} path={path} />)}
        />
      )}
      <TreePages
        locale={locale}
        page={tree.page}
        total={tree.total}
        hrefOf={(page) => `${path}?${at}page=${page}#content`}
      />
      {inside !== undefined && (
        <p>
          <a href={path}>{t.back}</a>
        </p>
      )}
    </Section>
  )
}

function TreeItem({ locale, line, path }: { locale: Locale; line: TreeLine; path: string }) {
  const t = frameworksWords(locale).one
  const notes = [line.code, line.below > 0 ? t.inside(line.below) : ''].filter((note) => note !== '')
  return (
    <>
      <a href={`${path}?in=${line.id}`}>
        <SkillName skill={line} locale={locale} />
      </a>
      {notes.length > 0 && <p class="small soft">{notes.join(' · ')}</p>}
    </>
  )
}
