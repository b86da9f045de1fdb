import { CredentialMark, SolidityRow, sayNature, sayWhen } from '../../domains/verification/index.ts'
import type { Locale } from '../../infra/i18n.ts'
import { Section } from '../../ui/section.tsx'
import type { ComparedBadge } from '../comparison.ts'
import { siteWords } from '../words.ts'

/** Two badges of one name side by side: the same questions, the same order. Without badges, the lesson alone. */
export const Comparison = ({ locale, badges }: { locale: Locale; badges: readonly ComparedBadge[] }) => {
  const t = siteWords(locale).home.comparison
  return (
    <Section full title={t.title}>
      <p class="txt soft">{t.lead}</p>
      {badges.length === 2 ? (
        <div class="pair">
          {badges.map((badge) => (
            <Compared key={badge.path} locale={locale} badge={badge} />
          ))}
        </div>
      ) : (
        <p>
          <a href="/reading-rules">{t.rules}</a>
        </p>
      )}
    </Section>
  )
}

const Compared = ({ locale, badge }: { locale: Locale; badge: ComparedBadge }) => {
  const t = siteWords(locale).home.comparison
  const { facts, reading } = badge
  const unstated = <span class="soft">{t.unstated}</span>
  const lines = [
    { label: t.nature, value: sayNature(facts, locale) },
    { label: t.says, value: facts.does === '' ? unstated : facts.does },
    { label: t.who, value: facts.issuer.name },
    { label: t.how, value: facts.how ?? unstated },
    { label: t.when, value: sayWhen(facts, locale) },
    reading.assessment !== undefined && {
      label: t.grounds,
      value: <SolidityRow assessment={reading.assessment} locale={locale} />,
    },
  ]
  return (
    <article>
      <CredentialMark mark={badge.mark} size={104} />
      <h3>
        <a href={badge.path}>{facts.name}</a>
      </h3>
      <dl class="receipt">
        {lines.map(
          (line) =>
            line && (
              <div key={line.label}>
                <dt>{line.label}</dt>
                <dd>{line.value}</dd>
              </div>
            ),
        )}
      </dl>
    </article>
  )
}
