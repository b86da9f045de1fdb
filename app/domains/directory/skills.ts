import type { Context } from '../../infra/context.ts'
import type { EntrySkill } from './model.ts'
import type { Prepared } from './prepare.ts'

/** The skills of an entry, and other names under which people look for them. */
export interface MatchedSkills {
  skills: EntrySkill[]
  aliases: string[]
}

/** Recognises the skills that a definition names. */
export async function matchSkills(_ctx: Context, one: Prepared): Promise<MatchedSkills> {
  return { skills: one.skills, aliases: [] }
}
