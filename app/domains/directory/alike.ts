import type { Context } from '../../infra/context.ts'
import type { DirectoryEntry } from './model.ts'
import { entriesOfSkill } from './search/lists.ts'

/** Badges that show a skill of this one, of other issuers first. */
export interface AlikeBadges {
  skill: { id: string; name: string; total: number }
  others: DirectoryEntry[]
}

const most = 4

/** Looks by the first skill that its issuer names, else by one that we suggest. */
export async function alikeOf(ctx: Context, entry: DirectoryEntry): Promise<AlikeBadges | undefined> {
  const skills = entry.skills
    .toSorted((a, b) => Number(a.suggested) - Number(b.suggested))
    .flatMap(({ skillId, name }) => (skillId === null ? [] : [{ id: skillId, name }]))
  for (const skill of skills.slice(0, 5)) {
    const all = await entriesOfSkill(ctx, skill.id)
    const { total } = all
    // An issuer of hundreds must not hide all others.
    const issuers = all.facets.issuer.flatMap(({ value, count }) =>
      value === entry.issuer.key || count === 0 ? [] : [value],
    )
    const { entries } =
      issuers.length === 0 ? all : await entriesOfSkill(ctx, skill.id, { issuer: issuers.slice(0, 12) })
    const others = entries.filter((one) => one.id !== entry.id)
    if (others.length > 0) return { skill: { ...skill, total }, others: spread(entry, others).slice(0, most) }
  }
  return undefined
}

/** Other issuers before its own, and one badge of each before a second of any. */
function spread(entry: DirectoryEntry, others: readonly DirectoryEntry[]): DirectoryEntry[] {
  const turns = new Map<string, number>([[entry.issuer.key, others.length]])
  return others
    .map((one) => {
      const turn = turns.get(one.issuer.key) ?? 0
      turns.set(one.issuer.key, turn + 1)
      return { one, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ one }) => one)
}
