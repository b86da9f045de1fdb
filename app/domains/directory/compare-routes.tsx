import { type Handling, page, type Router } from '../../infra/http/index.ts'
import { listAreas } from '../territories/index.ts'
import { alikeOf } from './alike.ts'
import { atlasOf } from './map/atlas.ts'
import { marksOf } from './marks.ts'
import { ComparePage } from './pages/compare.tsx'
import { pagesWords } from './pages-words.ts'
import { DirectoryQuery, mostCompared } from './query.ts'
import { entriesById } from './reads.ts'
import { searchDirectory } from './search/search-directory.ts'

export function compareRoutes(router: Router): void {
  router.get('/directory/compare', showComparison)
}

const mostFound = 8

async function showComparison(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const asked = [...new Set(c.req.queries('e') ?? [])]
  const entries = await entriesById(ctx, asked.slice(0, mostCompared))
  const full = entries.length >= mostCompared
  const words = (c.req.query('q') ?? '').trim().slice(0, 200)
  const here = new Set(entries.map((one) => one.id))
  const [first] = entries
  const found =
    words === '' || full
      ? []
      : (await searchDirectory(ctx, DirectoryQuery.parse({ q: words }))).entries
          .filter((one) => !here.has(one.id))
          .slice(0, mostFound)
  const same =
    words !== '' || full || first === undefined
      ? []
      : ((await alikeOf(ctx, first))?.others.filter((one) => !here.has(one.id)) ?? [])
  const t = pagesWords(ctx.locale).compare
  return page(c, {
    title: t.title,
    description: t.description,
    canonical: `${ctx.origin}/directory/compare${entries.length === 0 ? '' : `?${entries.map((one) => `e=${one.id}`).join('&')}`}`,
    current: '/directory',
    body: (
      <ComparePage
        locale={ctx.locale}
        entries={entries}
        marks={await marksOf(ctx, entries)}
        placeName={atlasOf(await listAreas(ctx)).nameOf}
        missing={entries.length < Math.min(asked.length, mostCompared)}
        tooMany={asked.length > mostCompared}
        picker={{ words, found, same, foundMarks: await marksOf(ctx, [...found, ...same]), full }}
      />
    ),
  })
}
