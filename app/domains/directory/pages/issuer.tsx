import { sayDate, sayNumber } from '../../../infra/i18n.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Receipt } from '../../../ui/receipt.tsx'
import { PageHead, Section } from '../../../ui/section.tsx'
import { webAddress } from '../../verification/index.ts'
import type { DirectoryIssuer } from '../model.ts'
import { pagesWords } from '../pages-words.ts'
import { directoryPath } from '../query.ts'
import { searchWords } from '../search-words.ts'
import { ResultLines, type SkillPageProps } from './skill.tsx'
import { FactTally, NatureTally, ValueTally } from './tallies.tsx'

export type IssuerPageProps = Omit<SkillPageProps, 'skillId' | 'name' | 'reference' | 'own' | 'issuers'> & {
  issuer: DirectoryIssuer
}

/** What an issuer of elsewhere publishes, and on what it stands. */
export const IssuerPage = (props: IssuerPageProps) => {
  const { locale, issuer, total, facets } = props
  const t = pagesWords(locale).issuer
  const base = { issuer: [issuer.key] }
  const tally = { locale, base, total }
  const regions = facets.area.filter(({ value }) => value.startsWith('R'))
  return (
    <>
      <Breadcrumb
        label={pagesWords(locale).entry.trail}
        items={[{ label: t.crumb, href: '/directory' }, { label: issuer.name }]}
      />
      <PageHead title={issuer.name} above={t.kind}>
        <p class="lead">{t.lead(searchWords(locale).models(sayNumber(locale, total), total > 1))}</p>
      </PageHead>
      <Section title={t.badges}>
        <ResultLines {...props} />
        {total > props.entries.length && (
          <p>
            <a href={directoryPath(base)}>{pagesWords(locale).skill.all(sayNumber(locale, total))}</a>
          </p>
        )}
      </Section>
      <Section title={t.natures} aside={pagesWords(locale).skill.naturesAside}>
        <NatureTally {...tally} values={facets.nature} />
      </Section>
      <Section title={t.facts} aside={pagesWords(locale).skill.factsAside}>
        <FactTally {...tally} values={facets.fact} />
      </Section>
      {facets.skill.length > 0 && (
        <Section title={t.skills}>
          <ValueTally {...tally} facet="skill" values={facets.skill} />
        </Section>
      )}
      {regions.length > 0 && (
        <Section title={t.areas}>
          <ValueTally {...tally} facet="area" values={regions} />
        </Section>
      )}
      <Source {...props} />
    </>
  )
}

const Source = ({ locale, issuer, entries }: IssuerPageProps) => {
  const t = pagesWords(locale).issuer
  const address = webAddress(issuer.address ?? undefined)
  const last = entries.map((one) => one.seenAt).sort((a, b) => b.getTime() - a.getTime())[0]
  return (
    <Section title={t.source}>
      <Receipt
        lines={[
          {
            label: t.site,
            value:
              address === undefined ? (
                <span class="soft">{t.unstated}</span>
              ) : (
                <a href={address} rel="noopener nofollow">
                  {new URL(address).host}
                </a>
              ),
          },
          { label: t.key, value: <span class="address">{issuer.key}</span> },
        ]}
      />
      <p class="txt">{t.notOurs}</p>
      <p class="small soft">
        {last !== undefined && t.read(sayDate(locale, last))} {t.removal}
      </p>
    </Section>
  )
}
