import { checkCodes } from '@insigne/badge-quality'
import type { Context } from '../../infra/context.ts'
import { type Handling, page, type Router, seeOther } from '../../infra/http/index.ts'
import { sayNumber } from '../../infra/i18n.ts'
import { natures } from '../achievements/index.ts'
import { listAreas } from '../territories/index.ts'
import type { MapArea } from './map/area-map.tsx'
import { type Atlas, atlasOf } from './map/atlas.ts'
import { marksOf } from './marks.ts'
import { chosenFilters, type Facets } from './pages/facets.tsx'
import { issuerPath } from './pages/say-entry.ts'
import { SearchPage } from './pages/search.tsx'
import { withPlace } from './place.ts'
import { DirectoryQuery, directoryPath, type FacetName, type FacetValue } from './query.ts'
import { entriesById } from './reads.ts'
import { type SearchResult, searchDirectory } from './search/search-directory.ts'
import { searchWords } from './search-words.ts'
import { wideningsOf } from './widen.ts'

export function searchRoutes(router: Router): void {
  router.get('/directory', showSearch)
}

async function showSearch(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const { locale, origin } = ctx
  const typedAsked = readAsked(c)
  // What went from the directory meanwhile is no longer carried.
  const chosen = await entriesById(ctx, typedAsked.compare)
  const asked = { ...typedAsked, compare: chosen.map((one) => one.id) }
  const atlas = atlasOf(await listAreas(ctx))
  const typed = { where: c.req.query('where') ?? '', shown: c.req.query('shown') ?? '' }
  const placed = withPlace(asked, typed, atlas)
  const query = placed.query
  // The form's answer has the address that one keeps and shares.
  const fromForm = c.req.query('where') !== undefined || c.req.query('shown') !== undefined
  if (fromForm && !placed.unknown) return seeOther(c, directoryPath({ ...query, page: undefined }))

  const result = await searchDirectory(ctx, query)
  const t = searchWords(locale)
  const facets = shownFacets(ctx, result, query, atlas)
  const filters = chosenFilters(query)
  const [only] = query.area
  const words = query.q ?? ''
  const name =
    words !== ''
      ? t.titleOf(words)
      : filters.length === 1 && only !== undefined
        ? atlas.nameOf(only)
        : undefined
  return page(c, {
    title: words !== '' ? t.titleOf(words) : name === undefined ? t.title : t.titleIn(name),
    description: `${t.models(sayNumber(locale, result.total), result.total > 1)}, ${t.issuers(
      sayNumber(locale, result.issuers),
      result.issuers > 1,
    )}. ${t.description}`,
    // A page of one choice is one that people look for; the combinations are without number.
    index:
      words === '' &&
      filters.length <= 1 &&
      query.order === undefined &&
      (query.page ?? 1) === 1 &&
      chosen.length === 0 &&
      result.total > 0,
    canonical: `${origin}${directoryPath({ ...query, order: undefined, compare: [] })}`,
    alternates: [{ href: '/directory/new.rss', type: 'application/rss+xml' }],
    current: '/directory',
    body: (
      <SearchPage
        locale={locale}
        query={query}
        place={
          placed.unknown
            ? { text: typed.where.trim().slice(0, 80), code: undefined, unknown: true }
            : {
                text: query.area.length === 1 ? (atlas.nameOf(only ?? '') ?? '') : '',
                code: query.area.length === 1 ? only : undefined,
                unknown: false,
              }
        }
        entries={result.entries}
        chosen={chosen}
        total={result.total}
        issuers={result.issuers}
        facets={facets}
        corrected={result.corrected}
        unknown={result.unknown}
        widenings={result.total === 0 ? await wideningsOf(ctx, query, result, atlas) : []}
        map={mapOf(atlas, query, result)}
        marks={await marksOf(ctx, result.entries)}
        placeName={atlas.nameOf}
        more={pagesOf(query, result, atlas)}
      />
    ),
  })
}

/** The question in the address of a request. */
export function readAsked(c: Handling): DirectoryQuery {
  const all = c.req.queries()
  const one = (name: string) => all[name]?.[0]
  return DirectoryQuery.parse({
    ...all,
    q: one('q'),
    awarded: one('awarded'),
    origin: one('origin'),
    order: one('order'),
    page: one('page'),
  })
}

const most = 12
const codes = Object.values(checkCodes)
const inOrder: readonly string[] = [...natures, 'undetermined']

/** What the column of choices shows: short names of the checks, the regions, the most frequent of the rest. */
function shownFacets(ctx: Context, result: SearchResult, query: DirectoryQuery, atlas: Atlas): Facets {
  const t = searchWords(ctx.locale)
  const { facets } = result
  const first = (name: FacetName): FacetValue[] =>
    facets[name].filter((one, index) => index < most || one.chosen)
  return {
    ...facets,
    // Always in the order of the natures, so that a choice stays where it was.
    nature: facets.nature.toSorted((a, b) => inOrder.indexOf(a.value) - inOrder.indexOf(b.value)),
    fact: facets.fact.map((one) => {
      const code = codes[Number(one.value) - 1]
      return code === undefined ? one : { ...one, label: t.factShort[code] }
    }),
    area: facets.area.filter(
      ({ value, chosen }) =>
        chosen || value.startsWith('R') || query.area.includes(atlas.regionOf(value)?.code ?? ''),
    ),
    skill: first('skill'),
    framework: first('framework'),
    issuer: first('issuer'),
    language: first('language'),
  }
}

/** Each department with what the page would hold there; chosen ones lead back. */
function mapOf(atlas: Atlas, query: DirectoryQuery, { facets }: SearchResult): MapArea[] {
  const counts = new Map(facets.area.map(({ value, count }) => [value, count]))
  return atlas.departments.map(({ code, name }) => {
    const region = atlas.regionOf(code)
    const own = query.area.includes(code)
    const area = own ? query.area.filter((one) => one !== code) : [code]
    return {
      code,
      name,
      region: region?.name ?? '',
      count: counts.get(code) ?? 0,
      chosen: own || query.area.includes(region?.code ?? ''),
      href: directoryPath({ ...query, area, page: undefined }),
    }
  })
}

/** The pages of what was chosen, where it is one thing of its kind. */
function pagesOf(query: DirectoryQuery, { facets }: SearchResult, atlas: Atlas) {
  const only = (name: 'skill' | 'issuer' | 'area') =>
    query[name].length === 1 ? facets[name].find((one) => one.chosen) : undefined
  const [skill, issuer, area] = [only('skill'), only('issuer'), only('area')]
  const place = atlas.areas.get(area?.value ?? '')
  return [
    ...(skill === undefined ? [] : [{ name: skill.label, href: `/skills/${skill.value}` }]),
    ...(issuer === undefined ? [] : [{ name: issuer.label, href: issuerPath({ key: issuer.value }) }]),
    ...(place === undefined ? [] : [{ name: place.name, href: `/territories/${place.slug}` }]),
  ]
}
