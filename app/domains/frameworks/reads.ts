import { sql } from 'kysely'
import type { Context } from '../../infra/context.ts'
import { itemsPerPage } from './rules.ts'
import { type Skill, skillOf, skillRows, skillsByIds } from './store.ts'
import { tables } from './tables.ts'

/** One line of a tree: an item and how many stand below it. */
export type TreeLine = Skill & { below: number }

export interface TreePage {
  total: number
  page: number
  lines: TreeLine[]
}

/** One level of a framework, in the order of its file, fifty at a time; withdrawn items are there, marked. */
export async function treePage(
  ctx: Context,
  frameworkId: string,
  parentId: string | null,
  asked: number,
): Promise<TreePage> {
  const { count } = await tables(ctx)
    .selectFrom('skills')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('framework_id', '=', frameworkId)
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .executeTakeFirstOrThrow()
  const page = Math.min(Math.max(1, asked), Math.max(1, Math.ceil(count / itemsPerPage)))
  const rows = await skillRows(ctx)
    .select(sql<number>`(select count(*) from skills c where c.parent_id = s.id)`.as('below'))
    .where('s.framework_id', '=', frameworkId)
    .where('s.parent_id', parentId === null ? 'is' : '=', parentId)
    .orderBy('s.place')
    .orderBy('s.id')
    .limit(itemsPerPage)
    .offset((page - 1) * itemsPerPage)
    .execute()
  return { total: count, page, lines: rows.map((row) => ({ ...skillOf(row), below: row.below })) }
}

/** What stands above an item, from the top down. */
export async function ancestorsOf(ctx: Context, skill: Skill): Promise<Skill[]> {
  const above: Skill[] = []
  for (let at = skill.parentId; at !== null && above.length < 20; ) {
    const [parent] = await skillsByIds(ctx, [at])
    if (parent === undefined) break
    above.unshift(parent)
    at = parent.parentId
  }
  return above
}

export interface Neighbour {
  skill: Skill
  weak: boolean
}

/** Skills of other frameworks that a table ties to this one. */
export async function neighboursOf(ctx: Context, skillId: string): Promise<Neighbour[]> {
  const rows = await tables(ctx)
    .selectFrom('skill_mappings')
    .selectAll()
    .where((eb) => eb.or([eb('from_skill', '=', skillId), eb('to_skill', '=', skillId)]))
    .orderBy('from_skill')
    .orderBy('to_skill')
    .execute()
  const others = rows.map((row) => (row.from_skill === skillId ? row.to_skill : row.from_skill))
  const skills = await skillsByIds(ctx, others)
  return skills.map((skill) => ({ skill, weak: rows[others.indexOf(skill.id)]?.weak ?? false }))
}
