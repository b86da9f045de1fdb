import { sql } from 'kysely'
import type { Context } from '../../infra/context.ts'
import type { Locale } from '../../infra/i18n.ts'
import { registerKinds } from './rules.ts'
import { type Skill, skillLabel, skillOf, skillRows } from './store.ts'

export type Register = 'RNCP' | 'RS'

/** What the imported register says of a number. Without a register, nothing is known: that is not « no ». */
export type Registration =
  | { state: 'active' | 'inactive'; skill: Skill; title: string; asOf: Date }
  | { state: 'not-found'; asOf: Date }
  | { state: 'not-imported' }

/** Looks a certification up in what was imported of France compétences: « RS », « 5875 » or « RS5875 ». */
export async function registrationOf(
  ctx: Context,
  register: Register,
  number: string,
  locale: Locale = 'fr',
): Promise<Registration> {
  const bare = number
    .replace(/\s/g, '')
    .replace(/^(?:RNCP|RS)/i, '')
    .replace(/^0+(?=\d)/, '')
  const row = await skillRows(ctx)
    .select('f.imported_at')
    .where('f.kind', 'in', [...registerKinds])
    .where('f.owner_id', 'is', null)
    .where('s.code', '=', `${register}${bare}`)
    .where('s.state', '=', 'active')
    .orderBy('f.imported_at', 'desc')
    .executeTakeFirst()
  if (row !== undefined) {
    const skill = skillOf(row)
    const title = skillLabel(skill, locale)
    return { state: skill.inForce ? 'active' : 'inactive', skill, title, asOf: row.imported_at }
  }
  const { rows } = await sql<{ imported_at: Date }>`
    select f.imported_at from frameworks f
    where f.kind in ('rncp', 'rs') and f.owner_id is null
      and exists (select from skills s where s.framework_id = f.id and s.kind = ${register.toLowerCase()})
    order by f.imported_at desc limit 1`.execute(ctx.db)
  const [imported] = rows
  return imported === undefined
    ? { state: 'not-imported' }
    : { state: 'not-found', asOf: imported.imported_at }
}
