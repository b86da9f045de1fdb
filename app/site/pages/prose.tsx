import type { ComponentChildren } from 'preact'
import type { Locale } from '../../infra/i18n.ts'
import { PageHead, Section } from '../../ui/section.tsx'
import { StateBadge } from '../../ui/verdict.tsx'
import { NatureList } from '../natures.tsx'
import { prose as en } from '../prose.en.ts'
import { prose as fr } from '../prose.fr.ts'

export const proseOf = (locale: Locale): typeof fr => (locale === 'en' ? en : fr)

export interface Prose {
  title: string
  lead: string
  sections: { title: string; paragraphs: string[]; points: string[] }[]
}

/** A page that explains: its lead, then its sections. What is drawn may stand between. */
export const ProsePage = (props: { text: Prose; children?: ComponentChildren }) => (
  <article>
    <PageHead title={props.text.title}>
      <p class="lead">{props.text.lead}</p>
    </PageHead>
    {props.children}
    {props.text.sections.map((section) => (
      <Section key={section.title} title={section.title}>
        {section.paragraphs.map((paragraph) => (
          <p key={paragraph} class="txt">
            {paragraph}
          </p>
        ))}
        {section.points.length > 0 && (
          <ul class="points">
            {section.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        )}
      </Section>
    ))}
  </article>
)

const states = ['valid', 'invalid', 'undetermined', 'not-applicable'] as const

/** How badges are read: the natures, the answers of a check, then the texts. */
export const RulesPage = ({ locale }: { locale: Locale }) => {
  const text = proseOf(locale).rules
  return (
    <ProsePage text={text}>
      <Section title={text.natures} aside={text.naturesLead}>
        <NatureList locale={locale} />
      </Section>
      <Section title={text.states} aside={text.statesLead}>
        <dl class="receipt">
          {states.map((state) => (
            <div key={state}>
              <dt>
                <StateBadge state={state} label={text.stateNames[state]} />
              </dt>
              <dd>{text.stateTexts[state]}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </ProsePage>
  )
}
