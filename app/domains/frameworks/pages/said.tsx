import type { Locale } from '../../../infra/i18n.ts'
import { type Skill, skillLabel } from '../store.ts'
import { frameworksWords } from '../words.ts'

/** The language that a skill is shown in: that of the page where it speaks it. */
const languageOf = (skill: Skill, locale: Locale): string | undefined => {
  const shown =
    skill.labels[locale] === undefined
      ? (['fr', ...Object.keys(skill.labels)].find((one) => skill.labels[one] !== undefined) ?? locale)
      : locale
  return shown === locale ? undefined : shown
}

/** The name of a skill, in its own language where the page's has none; a mark when it is over. */
export function SkillName({ skill, locale }: { skill: Skill; locale: Locale }) {
  const t = frameworksWords(locale).one
  const over = skill.state === 'withdrawn' ? t.withdrawn : skill.inForce ? undefined : t.over
  return (
    <>
      <span lang={languageOf(skill, locale)}>{skillLabel(skill, locale)}</span>
      {over !== undefined && <span class="small soft"> · {over}</span>}
    </>
  )
}
