import { natureName } from '../../domains/achievements/index.ts'
import {
  directoryPath,
  FactTally,
  NatureTally,
  ResultLines,
  ValueTally,
} from '../../domains/directory/index.ts'
import { type Locale, sayNumber } from '../../infra/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/receipt.tsx'
import { PageHead, Section } from '../../ui/section.tsx'
import { Tally } from '../../ui/tally.tsx'
import type { TerritoryFound, TerritoryView } from '../territory.ts'
import { siteWords } from '../words.ts'

type Props = TerritoryView & { locale: Locale }

/** What is recognised in a territory, by whom, and what is missing. Each figure leads to its rows. */
export const TerritoryPage = (props: Props) => {
  const { locale, territory, parent, found } = props
  const t = siteWords(locale).territory
  const say = (number: number) => sayNumber(locale, number)
  return (
    <>
      <PageHead
        title={t.title(territory.name)}
        above={
          <>
            {t.kinds[territory.kind]}
            {parent !== undefined && (
              <>
                {' · '}
                <a href={`/territories/${parent.slug}`}>{t.within(parent.name)}</a>
              </>
            )}
          </>
        }
      >
        {found !== undefined && found.total > 0 && (
          <p class="lead">
            {t.counts(
              t.models(say(found.total), found.total > 1),
              t.issuerCount(say(found.issuers), found.issuers > 1),
            )}{' '}
            <a href={directoryPath({ area: [found.code] })}>{t.all(say(found.total))}</a>
          </p>
        )}
      </PageHead>
      {found === undefined ? (
        <p class="txt">
          {t.cityFigures}{' '}
          {parent !== undefined && <a href={`/territories/${parent.slug}`}>{t.cityMore(parent.name)}</a>}
        </p>
      ) : found.total === 0 ? (
        <EmptyState title={t.noModel} action={<ButtonLink href="/organisations/new">{t.create}</ButtonLink>}>
          {t.noModelText}
        </EmptyState>
      ) : (
        <Recognised {...props} found={found} />
      )}
      {found !== undefined && <Missing locale={locale} found={found} />}
      <Section title={t.organisations}>
        {props.organisations.length === 0 ? (
          <p class="soft">{t.none}</p>
        ) : (
          <List
            items={props.organisations.map((one) => (
              <>
                <h3>
                  <a href={one.path}>{one.name}</a>
                </h3>
                <p class="small soft">{[one.city, t.published(one.models)].filter(Boolean).join(', ')}</p>
              </>
            ))}
          />
        )}
      </Section>
      {found !== undefined && found.parts.length > 0 && (
        <Section title={t.parts}>
          <Tally
            lang={locale}
            lines={found.parts.map((part) => ({
              label: <a href={`/territories/${part.slug}`}>{part.name}</a>,
              count: part.count,
            }))}
          />
        </Section>
      )}
    </>
  )
}

const Recognised = (props: Props & { found: TerritoryFound }) => {
  const { locale, found } = props
  const t = siteWords(locale).territory
  const tally = { locale, base: { area: [found.code] }, total: found.total }
  return (
    <>
      <Section title={t.natures} aside={t.naturesAside}>
        <NatureTally {...tally} values={found.facets.nature} />
      </Section>
      {found.facets.skill.length > 0 && (
        <Section title={t.skills} aside={t.skillsAside}>
          <ValueTally {...tally} facet="skill" values={found.facets.skill.slice(0, 12)} />
        </Section>
      )}
      <Section title={t.issuers} aside={t.issuersAside}>
        <ValueTally {...tally} facet="issuer" values={found.facets.issuer.slice(0, 12)} />
      </Section>
      <Section title={t.facts} aside={t.factsAside}>
        <FactTally {...tally} values={found.facets.fact} />
      </Section>
      <Section title={t.newest}>
        <ResultLines locale={locale} entries={found.newest} marks={found.marks} placeName={props.placeName} />
      </Section>
    </>
  )
}

const Missing = ({ locale, found }: { locale: Locale; found: TerritoryFound }) => {
  const t = siteWords(locale).territory
  const say = (number: number) => sayNumber(locale, number)
  const { skills, natures, facts } = found.missing
  return (
    <Section title={t.missing} aside={t.missingAside} id="missing">
      {skills.length + natures.length + facts.length === 0 && <p>{t.nothingMissing}</p>}
      {skills.length > 0 && (
        <div class="flow">
          <h3>{t.missingSkills}</h3>
          <List
            items={skills.map((one) => (
              <>
                <a href={`/skills/${one.value}`}>{one.label}</a>
                <br />
                <a class="small" href={directoryPath({ skill: [one.value] })}>
                  {t.missingSkill(say(one.count), one.count > 1)}
                </a>
              </>
            ))}
          />
        </div>
      )}
      {natures.length > 0 && (
        <div class="flow">
          <h3>{t.missingNatures}</h3>
          <p>{natures.map((nature) => natureName(locale, nature)).join(', ')}</p>
        </div>
      )}
      {facts.length > 0 && (
        <div class="flow">
          <h3>{t.rareFacts}</h3>
          <FactTally
            locale={locale}
            base={{ area: [found.code] }}
            total={found.total}
            values={facts}
            only={facts.map((one) => Number(one.value))}
          />
        </div>
      )}
    </Section>
  )
}
