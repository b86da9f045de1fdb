import type { Context } from '../../infra/context.ts'
import type { Atlas } from './map/atlas.ts'
import { chosenFilters, labelOf, without } from './pages/facets.tsx'
import type { Widening } from './pages/no-result.tsx'
import { type DirectoryQuery, directoryPath } from './query.ts'
import { type SearchResult, searchDirectory } from './search/search-directory.ts'
import { searchWords } from './search-words.ts'

const most = 5

/** Wider questions than one that found nothing: each was asked, and has results. The nearest ones come first. */
export async function wideningsOf(
  ctx: Context,
  query: DirectoryQuery,
  { facets, unknown }: Pick<SearchResult, 'facets' | 'unknown'>,
  atlas: Atlas,
): Promise<Widening[]> {
  const t = searchWords(ctx.locale).empty
  const words = query.q ?? ''
  const known = unknown
    .reduce((text, word) => text.replace(word, ' '), words)
    .replace(/\s+/g, ' ')
    .trim()
  const regions = query.area.flatMap((code) => atlas.regionOf(code) ?? [])
  const asked: { label: string; query: DirectoryQuery }[] = [
    ...(known !== '' && known !== words ? [{ label: t.instead(known), query: { ...query, q: known } }] : []),
    ...regions.map(({ code, name }) => ({ label: t.region(name), query: { ...query, area: [code] } })),
    ...chosenFilters(query).map((one) => ({
      label: t.without(labelOf(one, facets)),
      query: without(query, one),
    })),
    ...(words === '' ? [] : [{ label: t.withoutWords(words), query: { ...query, q: undefined } }]),
    ...(chosenFilters(query).length > 1 && words !== ''
      ? [{ label: t.withoutFilters, query: { ...query, ...noFilter } }]
      : []),
  ]
  const found: Widening[] = []
  const seen = new Set<string>()
  for (const one of asked.slice(0, 12)) {
    const href = directoryPath({ ...one.query, page: undefined })
    if (seen.has(href) || found.length >= most) continue
    seen.add(href)
    const { total } = await searchDirectory(ctx, { ...one.query, page: undefined })
    if (total > 0) found.push({ label: one.label, href, total })
  }
  return found
}

const noFilter = {
  nature: [],
  fact: [],
  skill: [],
  framework: [],
  issuer: [],
  area: [],
  language: [],
  awarded: undefined,
  origin: undefined,
} satisfies Partial<DirectoryQuery>
