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
}

const columns = ['id', 'slug', 'name', 'kind'] as const

/** Every territory, by name. */
export const listTerritories = (ctx: Context): Promise<Territory[]> =>
  tables(ctx).selectFrom('territories').select(columns).orderBy('name').orderBy('id').execute()

export const territoryBySlug = (ctx: Context, slug: string): Promise<Territory | undefined> =>
  tables(ctx).selectFrom('territories').select(columns).where('slug', '=', slug).executeTakeFirst()

export const territoryById = (ctx: Context, id: string): Promise<Territory | undefined> =>
  tables(ctx).selectFrom('territories').select(columns).where('id', '=', id).executeTakeFirst()

/** The territory of this slug, made when there is none; an existing one keeps its name. */
export const ensureTerritory = (
  ctx: Context,
  input: { slug: string; name: string; kind: TerritoryKind; demo: boolean },
): Promise<Territory> =>
  change(ctx, async (tx) => {
    await tables(tx)
      .insertInto('territories')
      .values({ id: newId(), ...input })
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
