import type { Locale } from '../../../infra/i18n.ts'
import { Receipt } from '../../../ui/receipt.tsx'
import type { Neighbour } from '../reads.ts'
import type { Skill } from '../store.ts'
import { frameworksWords } from '../words.ts'
import { SkillName } from './said.tsx'

/** What is known of a skill itself: its framework, its code, its words, what stands near it. */
export function SkillFacts(props: {
  locale: Locale
  skill: Skill
  parent?: Skill | undefined
  neighbours?: readonly Neighbour[] | undefined
}) {
  const { locale, skill, parent } = props
  const t = frameworksWords(locale).facts
  const description =
    skill.descriptions[locale] ?? skill.descriptions['fr'] ?? Object.values(skill.descriptions)[0]
  const aliases = Object.entries(skill.aliases)
    .filter(([language]) => language === locale || skill.labels[locale] === undefined)
    .flatMap(([, words]) => words)
  return (
    <Receipt
      lines={[
        {
          label: t.framework,
          value: <a href={`/frameworks/${skill.framework.slug}`}>{skill.framework.name[locale]}</a>,
        },
        skill.code !== '' && { label: t.code, value: skill.code },
        skill.uri !== null && {
          label: t.address,
          value: (
            <a href={skill.uri} rel="external noopener">
              {skill.uri}
            </a>
          ),
        },
        description !== undefined && description !== '' && { label: t.description, value: description },
        aliases.length > 0 && { label: t.aliases, value: aliases.join(' · ') },
        parent !== undefined && {
          label: t.parent,
          value: (
            <a href={`/frameworks/${parent.framework.slug}?in=${parent.id}`}>
              <SkillName skill={parent} locale={locale} />
            </a>
          ),
        },
        skill.state === 'withdrawn' && { label: t.state, value: t.isWithdrawn },
        skill.state === 'active' && !skill.inForce && { label: t.state, value: t.isOver },
        ...(props.neighbours ?? []).map((one) => ({
          label: t.neighbours,
          value: (
            <>
              <SkillName skill={one.skill} locale={locale} />
              <br />
              <span class="small soft">
                {one.skill.framework.name[locale]}, {t.neighbourBy}
                {one.weak && `, ${t.neighbourWeak}`}
              </span>
            </>
          ),
        })),
      ]}
    />
  )
}
