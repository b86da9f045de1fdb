import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../infra/context.ts'
import type { Locale } from '../../infra/i18n.ts'
import { isId } from '../../infra/ids.ts'
import { type FrameworkKind, plainText, type SkillState, uriKey } from './rules.ts'
import { type FrameworksTables, tables } from './tables.ts'

export interface Framework {
  id: string
  slug: string
  name: { fr: string; en: string }
  kind: FrameworkKind
  sourceUrl: string | null
  /** Null where none is known. */
  licence: { name: string; url: string | null } | null
  languages: string[]
  version: string
  digest: string
  importedAt: Date
  importedBy: string | null
  /** The organisation it belongs to; null for the whole installation. */
  ownerId: string | null
  demo: boolean
}

/** A skill, a group of skills, or a certification of a register. */
export interface Skill {
  id: string
  /** Empty where the framework gives none. */
  code: string
  /** What alignments give as its code, where it is not the code that people read. */
  guid: string | null
  uri: string | null
  /** By language; at least one. */
  labels: Record<string, string>
  descriptions: Record<string, string>
  aliases: Record<string, string[]>
  parentId: string | null
  kind: string
  state: SkillState
  /** False: its register says that it is over. */
  inForce: boolean
  framework: { id: string; slug: string; name: { fr: string; en: string }; kind: FrameworkKind }
}

const Texts = z.record(z.string(), z.string())
const Lists = z.record(z.string(), z.array(z.string()))

export const frameworkOf = (row: Selectable<FrameworksTables['frameworks']>): Framework => ({
  id: row.id,
  slug: row.slug,
  name: { fr: row.name_fr, en: row.name_en },
  kind: row.kind,
  sourceUrl: row.source_url,
  licence: row.licence_name === null ? null : { name: row.licence_name, url: row.licence_url },
  languages: row.languages,
  version: row.version_label,
  digest: row.file_digest,
  importedAt: row.imported_at,
  importedBy: row.imported_by,
  ownerId: row.owner_id,
  demo: row.demo,
})

export const skillRows = (ctx: Context) =>
  tables(ctx)
    .selectFrom('skills as s')
    .innerJoin('frameworks as f', 'f.id', 's.framework_id')
    .select([
      's.id',
      's.code',
      's.guid',
      's.uri',
      's.uri_key',
      's.labels',
      's.descriptions',
      's.aliases',
      's.parent_id',
      's.kind',
      's.state',
      's.in_force',
      'f.id as framework_id',
      'f.slug',
      'f.name_fr',
      'f.name_en',
      'f.kind as framework_kind',
    ])

export type SkillRow = Awaited<ReturnType<ReturnType<typeof skillRows>['execute']>>[number]

export const skillOf = (row: SkillRow): Skill => ({
  id: row.id,
  code: row.code,
  guid: row.guid,
  uri: row.uri,
  labels: Texts.parse(row.labels),
  descriptions: Texts.parse(row.descriptions),
  aliases: Lists.parse(row.aliases),
  parentId: row.parent_id,
  kind: row.kind,
  state: row.state,
  inForce: row.in_force,
  framework: {
    id: row.framework_id,
    slug: row.slug,
    name: { fr: row.name_fr, en: row.name_en },
    kind: row.framework_kind,
  },
})

/** What a skill is called in a language; in French, then in whatever there is, where it has no other name. */
export const skillLabel = (skill: Pick<Skill, 'labels' | 'code'>, locale: Locale): string =>
  skill.labels[locale] ?? skill.labels['fr'] ?? Object.values(skill.labels)[0] ?? skill.code

export async function skillById(ctx: Context, id: string): Promise<Skill | undefined> {
  return (await skillsByIds(ctx, [id]))[0]
}

/** In the order asked; unknown ones are left out. */
export async function skillsByIds(ctx: Context, ids: readonly string[]): Promise<Skill[]> {
  const known = ids.filter(isId)
  if (known.length === 0) return []
  const rows = await skillRows(ctx).where('s.id', 'in', known).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return known.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [skillOf(row)]
  })
}

/** What an alignment of a badge says of its target. */
export interface AlignmentTarget {
  targetUrl: string
  targetCode?: string | undefined
  targetFramework?: string | undefined
}

export async function skillForAlignment(ctx: Context, target: AlignmentTarget): Promise<Skill | undefined> {
  return (await skillsForAlignments(ctx, [target]))[0]
}

/**
 * The skill that each alignment means, in the order asked: by its address (with or without the s of https and
 * the last slash) and its code; else by code and the name of the framework. Undefined where nothing is sure.
 */
export async function skillsForAlignments(
  ctx: Context,
  targets: readonly AlignmentTarget[],
): Promise<(Skill | undefined)[]> {
  const uris = [...new Set(targets.map((one) => uriKey(one.targetUrl)).filter((key) => key !== ''))]
  const codes = [...new Set(targets.flatMap(({ targetCode }) => targetCode || []))]
  if (uris.length === 0 && codes.length === 0) return targets.map(() => undefined)
  const rows = await skillRows(ctx)
    .where((eb) =>
      eb.or([
        eb('s.uri_key', '=', sql<string>`any(${uris}::text[])`),
        eb('s.code', '=', sql<string>`any(${codes}::text[])`),
        eb('s.guid', '=', sql<string>`any(${codes}::text[])`),
      ]),
    )
    // What is still there before what was withdrawn, what everybody has before what somebody imported.
    .orderBy(sql`s.state = 'withdrawn'`)
    .orderBy(sql`f.kind <> 'shipped'`)
    .orderBy('f.imported_at')
    .orderBy('s.id')
    .execute()
  return targets.map((target) => {
    const row = choose(rows, target)
    return row === undefined ? undefined : skillOf(row)
  })
}

function choose(rows: readonly SkillRow[], target: AlignmentTarget): SkillRow | undefined {
  const address = uriKey(target.targetUrl)
  const at = rows.filter((row) => row.uri_key === address && address !== '')
  const code = target.targetCode ?? ''
  const exact = code === '' ? undefined : at.find((row) => row.code === code || row.guid === code)
  if (exact !== undefined) return exact
  // One address for a whole list says nothing without its code.
  const places = new Set(at.map((row) => `${row.framework_id} ${row.uri_key}`))
  if (at.length > 0 && places.size === at.length) return at[0]
  if (code === '' || target.targetFramework === undefined) return undefined
  const name = plainText(target.targetFramework)
  return rows.find(
    (row) =>
      (row.code === code || row.guid === code) &&
      name !== '' &&
      [row.name_fr, row.name_en, row.slug].map(plainText).includes(name),
  )
}

export interface FrameworkLine extends Framework {
  active: number
  withdrawn: number
}

/** Every framework with how many items it holds: those that come with the product first, then by name. */
export async function listFrameworks(
  ctx: Context,
  filter: { ownerId?: string } = {},
): Promise<FrameworkLine[]> {
  let query = tables(ctx)
    .selectFrom('frameworks as f')
    .leftJoin(
      (from) =>
        from
          .selectFrom('skills')
          .select([
            'framework_id',
            sql<number>`count(*) filter (where state = 'active')`.as('active'),
            sql<number>`count(*) filter (where state = 'withdrawn')`.as('withdrawn'),
          ])
          .groupBy('framework_id')
          .as('n'),
      (join) => join.onRef('n.framework_id', '=', 'f.id'),
    )
    .selectAll('f')
    .select(['n.active', 'n.withdrawn'])
    .orderBy(sql`f.kind <> 'shipped'`)
    .orderBy('f.name_fr')
    .orderBy('f.id')
  if (filter.ownerId !== undefined) query = query.where('f.owner_id', '=', filter.ownerId)
  return (await query.execute()).map((row) => ({
    ...frameworkOf(row),
    active: row.active ?? 0,
    withdrawn: row.withdrawn ?? 0,
  }))
}

export async function frameworkBySlug(ctx: Context, slug: string): Promise<Framework | undefined> {
  const row = await tables(ctx)
    .selectFrom('frameworks')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row === undefined ? undefined : frameworkOf(row)
}

export async function frameworkById(ctx: Context, id: string): Promise<Framework | undefined> {
  if (!isId(id)) return undefined
  const row = await tables(ctx).selectFrom('frameworks').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : frameworkOf(row)
}
