import { type Nature, natures, publishedBy } from '../domains/achievements/index.ts'
import {
  DirectoryQuery,
  entriesOfArea,
  type FacetValue,
  type FoundEntry,
  type Mark,
  marksOf,
  searchDirectory,
} from '../domains/directory/index.ts'
import { listOrganisations } from '../domains/organisations/index.ts'
import {
  listTerritories,
  type Territory,
  territoriesWithin,
  territoryById,
} from '../domains/territories/index.ts'
import type { Context } from '../infra/context.ts'

/** What is recognised in a territory, by whom, and what is missing there. Every count is the directory's own. */
export interface TerritoryView {
  territory: Territory
  parent: Territory | undefined
  /** Undefined for a place without an official code: the directory counts by region and department. */
  found: TerritoryFound | undefined
  organisations: { name: string; city: string; path: string; models: number }[]
  placeName: (code: string) => string | undefined
}

export interface TerritoryFound {
  code: string
  total: number
  issuers: number
  facets: Awaited<ReturnType<typeof entriesOfArea>>['facets']
  newest: FoundEntry[]
  marks: ReadonlyMap<string, Mark>
  missing: Missing
  /** What it holds, with what is recognised in each. */
  parts: { name: string; slug: string; count: number }[]
}

export interface Missing {
  /** Recognised by badges elsewhere and by none here; the count is of those elsewhere. */
  skills: FacetValue[]
  natures: Nature[]
  /** Checks that hold on fewer than a quarter of the badges. */
  facts: FacetValue[]
}

const mostSkills = 8
const fewestForRare = 4

export async function readTerritory(ctx: Context, territory: Territory): Promise<TerritoryView> {
  const [all, parent] = await Promise.all([
    listTerritories(ctx),
    territory.parentId === null ? undefined : territoryById(ctx, territory.parentId),
  ])
  const names = new Map(all.map((one) => [one.code, one.name]))
  return {
    territory,
    parent,
    found: territory.code === null ? undefined : await readFound(ctx, territory.code, territory, all),
    organisations: await organisationsIn(ctx, territory.id),
    placeName: (code) => names.get(code),
  }
}

async function readFound(
  ctx: Context,
  code: string,
  territory: Territory,
  all: readonly Territory[],
): Promise<TerritoryFound> {
  const result = await entriesOfArea(ctx, code, { order: 'newest' })
  const { facets, total } = result
  const counts = new Map(facets.area.map(({ value, count }) => [value, count]))
  const newest = result.entries.slice(0, 5)
  return {
    code,
    total,
    issuers: result.issuers,
    facets,
    newest,
    marks: await marksOf(ctx, newest),
    missing: {
      skills: await missingSkills(ctx, code),
      natures: natures.filter(
        (nature) => !facets.nature.some((one) => one.value === nature && one.count > 0),
      ),
      facts: total < fewestForRare ? [] : facets.fact.filter(({ count }) => count * 4 < total),
    },
    parts: all
      .filter((one) => one.parentId === territory.id && one.code !== null)
      .map(({ name, slug, code: part }) => ({ name, slug, count: counts.get(part ?? '') ?? 0 }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'fr')),
  }
}

/** The skills that most badges recognise, without those that a badge of this area recognises. */
async function missingSkills(ctx: Context, code: string): Promise<FacetValue[]> {
  const everywhere = await searchDirectory(ctx, DirectoryQuery.parse({}))
  const candidates = everywhere.facets.skill.filter(({ count }) => count > 0)
  if (candidates.length === 0) return []
  // A chosen value is always counted, even where a list of the most frequent would leave it out.
  const here = await entriesOfArea(ctx, code, { skill: candidates.map(({ value }) => value) })
  const counts = new Map(here.facets.skill.map(({ value, count }) => [value, count]))
  return candidates.filter(({ value }) => counts.get(value) === 0 || !counts.has(value)).slice(0, mostSkills)
}

async function organisationsIn(ctx: Context, territoryId: string) {
  const organisations = await listOrganisations(ctx, {
    territoryIds: await territoriesWithin(ctx, territoryId),
  })
  const published = await publishedBy(
    ctx,
    organisations.map((one) => one.id),
  )
  return organisations.map((one) => ({
    name: one.displayName,
    city: one.city,
    path: `/organisations/${one.slug}`,
    models: published.filter((version) => version.organisationId === one.id).length,
  }))
}
