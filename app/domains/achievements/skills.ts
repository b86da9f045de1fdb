import type { Context } from '../../infra/context.ts'
import type { Values } from '../../infra/http/index.ts'
import type { Locale } from '../../infra/i18n.ts'
import { isId } from '../../infra/ids.ts'
import {
  alignmentOfSkill,
  type Reason,
  type Skill,
  savoirEtreAlignment,
  skillLabel,
  skillsByIds,
  skillsForAlignments,
  suggestSkills,
} from '../frameworks/index.ts'
import type { Alignment, Facts } from './facts.ts'
import { listIn } from './typed.ts'
import { achievementWords } from './words.ts'

/** A skill that one may tick, and why it is there. */
export interface SkillChoice {
  id: string
  label: string
  framework: string
  reason: string
  checked: boolean
  /** Its code, where it is one of the sixteen that have a list of their own. */
  sixteen: string | undefined
}

/** At most this many links to frameworks, wherever they come from. */
export const maxAlignments = 8
const proposed = 4

/** What the words typed speak of, and what is chosen already; chosen ones first. */
export async function skillChoices(
  ctx: Context,
  facts: Facts,
  values: Values,
  locale: Locale,
): Promise<SkillChoice[]> {
  const text = [facts.name, facts.action, ...facts.criteria].join('. ')
  const found = await suggestSkills(ctx, { text, language: facts.language, limit: proposed })
  const reasons = new Map(found.map(({ skill, reason }) => [skill.id, sayReason(locale, reason)]))
  const chosen = await chosenSkills(ctx, values)
  const ticked = new Set(chosen.map((skill) => skill.id))
  const codes = listIn(values, 'code')
  const all = new Map([...chosen, ...found.map(({ skill }) => skill)].map((skill) => [skill.id, skill]))
  return [...all.values()].map((skill) => {
    const sixteen = sixteenOf(skill)
    return {
      id: skill.id,
      label: skillLabel(skill, locale),
      framework: skill.framework.name[locale],
      reason: reasons.get(skill.id) ?? achievementWords(locale).skills.chosen,
      checked: ticked.has(skill.id) || (sixteen !== undefined && codes.includes(sixteen)),
      sixteen,
    }
  })
}

/** The alignments of what is ticked. One that the badge has already stays as it was written. */
export async function chosenAlignments(ctx: Context, before: Facts, values: Values): Promise<Alignment[]> {
  return (await chosenSkills(ctx, values)).flatMap((skill) => {
    const alignment = alignmentOfSkill(skill, before.language)
    if (alignment === undefined) return []
    return [before.alignments.find((one) => keyOf(one) === keyOf(alignment)) ?? alignment]
  })
}

/** The alignments of a screen: what is ticked, then what was written, each once. */
export const joinedAlignments = (chosen: readonly Alignment[], written: readonly Alignment[]): Alignment[] =>
  [...new Map([...chosen, ...written].toReversed().map((one) => [keyOf(one), one])).values()].toReversed()

/** The saved facts as the screen shows them: an alignment to a known skill is a tick, the others are rows. */
export async function withSkillTicks(ctx: Context, facts: Facts): Promise<{ facts: Facts; skill: string[] }> {
  const skills = await skillsForAlignments(ctx, facts.alignments)
  return {
    facts: { ...facts, alignments: facts.alignments.filter((_, order) => skills[order] === undefined) },
    skill: skills.flatMap((skill) => skill?.id ?? []),
  }
}

async function chosenSkills(ctx: Context, values: Values): Promise<Skill[]> {
  const ids = [...new Set(listIn(values, 'skill'))].filter(isId).slice(0, 30)
  const found = new Map((await skillsByIds(ctx, ids)).map((skill) => [skill.id, skill]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

const keyOf = ({ targetUrl, targetCode }: Alignment): string => `${targetUrl} ${targetCode ?? ''}`

function sixteenOf(skill: Skill): string | undefined {
  const own = savoirEtreAlignment(skill.code)
  return own !== undefined && own.targetUrl === skill.uri ? skill.code : undefined
}

function sayReason(locale: Locale, { by, words, term, near }: Reason): string {
  const t = achievementWords(locale).skills
  const typed = words.join(' ')
  const said = by === 'alias' ? t.alias(typed, term) : t[by](typed)
  return near ? `${said} ${t.near}` : said
}
