import { sql } from 'kysely'
import { type Context, change } from '../../infra/context.ts'
import { newId } from '../../infra/ids.ts'
import { tables } from './tables.ts'

export const territoryKinds = ['region', 'department', 'city-area'] as const
export type TerritoryKind = (typeof territoryKinds)[number]

export interface Territory {
  id: string
  slug: string
  name: string
  kind: TerritoryKind
  /** Official code: `R28` for a region, `D14` for a department; null for a city area. */
  code: string | null
  /** What it stands in. */
  parentId: string | null
}

/** A place that Insee numbers. */
export type Area = Territory & { code: string }

const columns = ['id', 'slug', 'name', 'kind', 'code', 'parent_id as parentId'] as const

/** Every territory, by name. */
export const listTerritories = (ctx: Context): Promise<Territory[]> =>
  tables(ctx).selectFrom('territories').select(columns).orderBy('name').orderBy('id').execute()

/** The regions and departments, by name. */
export async function listAreas(ctx: Context): Promise<Area[]> {
  const all = await listTerritories(ctx)
  return all.flatMap((one) => (one.code === null ? [] : [{ ...one, code: one.code }]))
}

export const territoryBySlug = (ctx: Context, slug: string): Promise<Territory | undefined> =>
  tables(ctx).selectFrom('territories').select(columns).where('slug', '=', slug).executeTakeFirst()

export const territoryById = (ctx: Context, id: string): Promise<Territory | undefined> =>
  tables(ctx).selectFrom('territories').select(columns).where('id', '=', id).executeTakeFirst()

/** The region or department of an official code such as `D14`. */
export async function areaByCode(ctx: Context, code: string): Promise<Area | undefined> {
  const row = await tables(ctx)
    .selectFrom('territories')
    .select(columns)
    .where('code', '=', code)
    .executeTakeFirst()
  return row === undefined || row.code === null ? undefined : { ...row, code: row.code }
}

/** The official codes of a territory and of all it stands in, from the narrow to the wide: `D14`, `R28`. */
export async function areasOf(ctx: Context, territoryId: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive up as (
      select code, parent_id, 1 as step from territories where id = ${territoryId}
      union all
      select t.code, t.parent_id, up.step + 1 from territories t join up on t.id = up.parent_id
      where up.step < 10
    )
    select code from up where code is not null order by step`.execute(ctx.db)
  return rows.map((row) => row.code)
}

/** The identifiers of a territory and of everything that stands in it. */
export async function territoriesWithin(ctx: Context, territoryId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive down as (
      select id, 1 as step from territories where id = ${territoryId}
      union all
      select t.id, down.step + 1 from territories t join down on t.parent_id = down.id
      where down.step < 10
    )
    select distinct id from down`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** The territory of this slug, made when there is none; an existing one keeps its name and its place. */
export const ensureTerritory = (
  ctx: Context,
  input: {
    slug: string
    name: string
    kind: TerritoryKind
    demo: boolean
    /** Official code of the area it stands in. */
    within?: string
  },
): Promise<Territory> =>
  change(ctx, async (tx) => {
    const { within, ...own } = input
    const parent = within === undefined ? undefined : await areaByCode(tx, within)
    await tables(tx)
      .insertInto('territories')
      .values({ id: newId(), ...own, code: null, parent_id: parent?.id ?? null })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .execute()
    return tables(tx)
      .selectFrom('territories')
      .select(columns)
      .where('slug', '=', input.slug)
      .executeTakeFirstOrThrow()
  })

/** Removes what the demo brought; structures that stood there keep on without a territory. */
export const removeDemoTerritories = (ctx: Context) =>
  change(
    ctx,
    async (tx) => void (await tables(tx).deleteFrom('territories').where('demo', '=', true).execute()),
  )
