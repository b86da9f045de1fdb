import type { Locale } from '../../infra/i18n.ts'
import { Actions, ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/receipt.tsx'
import { PageHead, Section } from '../../ui/section.tsx'
import { siteWords } from '../words.ts'

export interface SpacePageProps {
  locale: Locale
  organisations: { name: string; path: string; role: string }[]
  operator: boolean
  outbox: boolean
}

export const SpacePage = (props: SpacePageProps) => {
  const t = siteWords(props.locale).space
  return (
    <>
      <PageHead title={t.title} quiet />
      <Section title={t.badges}>
        <p>{t.badgesHint}</p>
        <Actions>
          <ButtonLink href="/backpack" line>
            {t.badgesLink}
          </ButtonLink>
        </Actions>
      </Section>
      <Section title={t.organisations}>
        {props.organisations.length === 0 ? (
          <EmptyState title={t.none} action={<ButtonLink href="/organisations/new">{t.create}</ButtonLink>}>
            {t.noneHint}
          </EmptyState>
        ) : (
          <>
            <List
              items={props.organisations.map((one) => (
                <>
                  <h3>
                    <a href={`${one.path}/manage`}>{one.name}</a>
                  </h3>
                  <p class="small soft">{t.role(one.role)}</p>
                </>
              ))}
            />
            <p>
              <a href="/organisations/new">{t.create}</a>
            </p>
          </>
        )}
      </Section>
      {props.operator && (
        <Section title={t.operator}>
          <p>{props.outbox && <a href="/outbox">{t.outbox}</a>}</p>
        </Section>
      )}
    </>
  )
}
