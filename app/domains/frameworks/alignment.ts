import type { Locale } from '../../infra/i18n.ts'
import { romeAddress, savoirEtre, savoirEtreName } from './shipped/rome.ts'
import { type Skill, skillLabel } from './store.ts'

/** A skill as a badge points at it. */
export interface SkillAlignment {
  targetName: string
  targetUrl: string
  targetFramework: string
  targetCode?: string
  targetType?: 'CFItem'
}

/** The alignment to write in a badge; undefined where the framework gives the skill no address. */
export function alignmentOfSkill(skill: Skill, locale: Locale): SkillAlignment | undefined {
  if (skill.uri === null) return undefined
  const code = skill.guid ?? skill.code
  return {
    targetName: skillLabel(skill, locale),
    targetUrl: skill.uri,
    targetFramework: skill.framework.name[locale],
    ...(code === '' ? {} : { targetCode: code }),
    // CASE: the identifier is the code, and the kind of target is named.
    ...(skill.framework.kind === 'case' ? { targetType: 'CFItem' } : {}),
  }
}

/** One of the sixteen as an alignment; undefined for a code that is none of them. */
export function savoirEtreAlignment(code: string): SkillAlignment | undefined {
  const one = savoirEtre.find((entry) => entry.code === code)
  return one === undefined
    ? undefined
    : {
        targetName: one.label,
        targetUrl: romeAddress,
        targetFramework: savoirEtreName.fr,
        targetCode: one.code,
      }
}
