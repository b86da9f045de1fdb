import type { Context } from '../../../infra/context.ts'
import { DirectoryQuery } from '../query.ts'
import { type SearchResult, searchDirectory } from './search-directory.ts'

const asking = (query: Partial<DirectoryQuery>): DirectoryQuery => ({ ...DirectoryQuery.parse({}), ...query })

/** What one issuer publishes, with facets; `more` narrows and pages. */
export const entriesOfIssuer = (
  ctx: Context,
  issuerKey: string,
  more: Partial<DirectoryQuery> = {},
): Promise<SearchResult> => searchDirectory(ctx, asking({ ...more, issuer: [issuerKey] }))

/** Who recognises this skill. */
export const entriesOfSkill = (
  ctx: Context,
  skillId: string,
  more: Partial<DirectoryQuery> = {},
): Promise<SearchResult> => searchDirectory(ctx, asking({ ...more, skill: [skillId] }))

/** What is recognised in this region or department. */
export const entriesOfArea = (
  ctx: Context,
  code: string,
  more: Partial<DirectoryQuery> = {},
): Promise<SearchResult> => searchDirectory(ctx, asking({ ...more, area: [code] }))

/** How many entries there are in each area, by code. Areas without any are not there. */
export async function areaCounts(
  ctx: Context,
  query: DirectoryQuery = asking({}),
): Promise<Map<string, number>> {
  const { facets } = await searchDirectory(ctx, { ...query, page: undefined })
  return new Map(facets.area.map(({ value, count }) => [value, count]))
}

export interface DirectoryCounts {
  entries: number
  issuers: number
  here: number
  elsewhere: number
}

/** What the whole directory holds. */
export async function directoryCounts(ctx: Context): Promise<DirectoryCounts> {
  const { total, issuers, facets } = await searchDirectory(ctx, asking({}))
  const of = (origin: string) => facets.origin.find(({ value }) => value === origin)?.count ?? 0
  return { entries: total, issuers, here: of('here'), elsewhere: of('elsewhere') }
}
