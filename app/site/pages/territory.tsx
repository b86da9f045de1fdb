import type { Locale } from '../../infra/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/receipt.tsx'
import { PageHead, Section } from '../../ui/section.tsx'
import { siteWords } from '../words.ts'

export interface TerritoryPageProps {
  locale: Locale
  name: string
  organisations: { name: string; city: string; path: string; models: number }[]
}

export const TerritoryPage = (props: TerritoryPageProps) => {
  const t = siteWords(props.locale).territory
  return (
    <>
      <PageHead title={t.title(props.name)}>
        <p class="lead">{t.lead}</p>
      </PageHead>
      <Section title={t.organisations}>
        {props.organisations.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <List
            items={props.organisations.map((one) => (
              <>
                <h3>
                  <a href={one.path}>{one.name}</a>
                </h3>
                <p class="small soft">{[one.city, t.models(one.models)].filter(Boolean).join(', ')}</p>
              </>
            ))}
          />
        )}
      </Section>
    </>
  )
}
