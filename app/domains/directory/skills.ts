import type { Context } from '../../infra/context.ts'
import { type Skill, skillLabel, skillsForAlignments, suggestSkills } from '../frameworks/index.ts'
import type { EntrySkill } from './model.ts'
import type { Prepared } from './prepare.ts'
import { tellingWords } from './search/words.ts'

/** The skills of an entry, and other names under which people look for them. */
export interface MatchedSkills {
  skills: EntrySkill[]
  aliases: string[]
}

/** So many skills at most are suggested where an issuer names none. */
const mostSuggested = 2
const mostAliases = 40

/** Recognises the skills that a definition names; where it names none, those that its text spells out. */
export async function matchSkills(ctx: Context, one: Prepared): Promise<MatchedSkills> {
  if (one.skills.length === 0) return suggested(await suggestedFor(ctx, one))
  const known = await skillsForAlignments(
    ctx,
    one.skills.map(({ address, code, framework }) => ({
      targetUrl: address,
      ...(code === null ? {} : { targetCode: code }),
      ...(framework === '' ? {} : { targetFramework: framework }),
    })),
  )
  const skills = one.skills.map((skill, at) => {
    const found = known[at]
    return found === undefined ? skill : { ...named(found), address: skill.address || (found.uri ?? '') }
  })
  // Two alignments may name one skill.
  const unique = skills.filter(
    (skill, at) =>
      skill.skillId === null || skills.findIndex((other) => other.skillId === skill.skillId) === at,
  )
  return { skills: unique, aliases: aliasesOf(known.flatMap((skill) => skill ?? [])) }
}

const suggested = (skills: readonly Skill[]): MatchedSkills => ({
  skills: skills.map((skill) => ({ ...named(skill), suggested: true })),
  aliases: aliasesOf(skills),
})

const named = (skill: Skill): EntrySkill => ({
  skillId: skill.id,
  name: skillLabel(skill, 'fr'),
  framework: skill.framework.name.fr,
  address: skill.uri ?? '',
  code: skill.code === '' ? null : skill.code,
  suggested: false,
})

const aliasesOf = (skills: readonly Skill[]): string[] =>
  skills
    .flatMap(({ labels, aliases }) => [...Object.values(labels), ...Object.values(aliases).flat()])
    .slice(0, mostAliases)

/**
 * Only what the text says in full: every telling word of the skill's name or of one of its other names. A single
 * word is too little, unless it is a name of the skill and stands in the name of the badge.
 */
async function suggestedFor(ctx: Context, one: Prepared): Promise<Skill[]> {
  const language = one.language === 'en' ? 'en' : 'fr'
  const text = `${one.name}. ${one.description}`.slice(0, 1_000)
  const inName = rootsOf(one.name)
  const inText = rootsOf(text)
  const proposed = await suggestSkills(ctx, { text, language, limit: 8 })
  return proposed
    .filter(({ reason }) => reason.by !== 'mapping' && !reason.near)
    .filter(({ reason }) => {
      const wanted = [...rootsOf(reason.term)]
      if (wanted.length === 1 && reason.by === 'clue') return false
      const said = wanted.length === 1 ? inName : inText
      return wanted.length > 0 && wanted.every((root) => said.has(root))
    })
    .slice(0, mostSuggested)
    .map(({ skill }) => skill)
}

const rootsOf = (text: string): Set<string> => new Set(tellingWords(text).map(({ word }) => rootOf(word)))

/** « équipe », « équipes »; « organiser », « organisation ». */
const rootOf = (word: string): string => word.slice(0, Math.max(4, Math.min(6, word.length - 2)))
