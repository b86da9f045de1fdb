import { publishedBy } from '../domains/achievements/index.ts'
import { areaCounts } from '../domains/directory/index.ts'
import { listOrganisations } from '../domains/organisations/index.ts'
import { listTerritories, type Territory } from '../domains/territories/index.ts'
import type { Context } from '../infra/context.ts'

/** The regions and city areas where something is published; departments are reached from their region. */
export async function publishingTerritories(ctx: Context): Promise<Territory[]> {
  const [territories, counts] = await Promise.all([listTerritories(ctx), areaCounts(ctx)])
  const cityAreas = await publishing(
    ctx,
    territories.filter((one) => one.kind === 'city-area'),
  )
  return territories.filter(
    (one) =>
      (one.kind === 'region' && one.code !== null && (counts.get(one.code) ?? 0) > 0) ||
      cityAreas.has(one.id),
  )
}

/** What Insee does not number is counted by hand: there are few of them. */
async function publishing(ctx: Context, territories: readonly Territory[]): Promise<Set<string>> {
  if (territories.length === 0) return new Set()
  const organisations = await listOrganisations(ctx, { territoryIds: territories.map((one) => one.id) })
  const published = new Set(
    (
      await publishedBy(
        ctx,
        organisations.map((one) => one.id),
      )
    ).map((one) => one.organisationId),
  )
  return new Set(
    organisations.flatMap((one) =>
      one.territoryId !== null && published.has(one.id) ? [one.territoryId] : [],
    ),
  )
}
