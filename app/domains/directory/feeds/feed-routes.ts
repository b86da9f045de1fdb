import { found } from '../../../infra/context.ts'
import { type Handling, problem, type Router } from '../../../infra/http/index.ts'
import { digest } from '../../../infra/ids.ts'
import { type RefusalKind, refuse } from '../../../infra/refusal.ts'
import { listAreas } from '../../territories/index.ts'
import { directoryRefusals } from '../errors.ts'
import { areaCounts } from '../search/lists.ts'
import { directoryWords } from '../words.ts'
import { feedPage, mostItems, readSince } from './feed.ts'
import { newestEntries, sitemapAddresses, sitemapCount } from './sitemap.ts'
import { xmlDocument, xmlText } from './xml.ts'

/** What programs read of the directory. */
export function feedRoutes(router: Router): void {
  router.get('/directory/feed', showFeed)
  router.get('/directory/new.rss', showNews)
  router.get('/sitemap.xml', showSitemaps)
  router.get('/sitemaps/pages.xml', showPages)
  router.get('/sitemaps/:order{[1-9][0-9]{0,4}\\.xml}', showSitemap)
}

async function showFeed(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const since = c.req.query('since')
  const limit = c.req.query('limit')
  const read = since === undefined ? undefined : readSince(since)
  // Only programs come here: a refusal is never a page.
  const no = (kind: RefusalKind) => problem(refuse(kind), ctx.locale, ctx.requestId)
  if (since !== undefined && read === undefined) return no(directoryRefusals.badSince)
  if (limit !== undefined && !isLimit(limit)) return no(directoryRefusals.badLimit)
  const page = await feedPage(ctx, { since: read, limit: limit === undefined ? undefined : Number(limit) })
  return answer(c, JSON.stringify(page), 'application/json; charset=utf-8')
}

const isLimit = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= mostItems

/** The newest badges as RSS 2.0, in the language asked. */
async function showNews(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const t = directoryWords(ctx.locale).rss
  const items = (await newestEntries(ctx, 50)).map(
    (one) =>
      `<item><title>${xmlText(t.by(one.name, one.issuer))}</title><link>${xmlText(one.page)}</link>` +
      `<guid isPermaLink="false">urn:uuid:${one.id}</guid><pubDate>${one.firstSeenAt.toUTCString()}</pubDate>` +
      `<description>${xmlText(one.description.slice(0, 500))}</description></item>`,
  )
  const own = xmlText(`${ctx.origin}/directory/new.rss`)
  const body =
    `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xmlText(t.title)}</title>` +
    `<link>${xmlText(ctx.origin)}/directory</link><description>${xmlText(t.description)}</description>` +
    `<language>${ctx.locale}</language><atom:link href="${own}" rel="self" type="application/rss+xml"/>\n` +
    `${items.join('\n')}</channel></rss>`
  return answer(c, xmlDocument(body), 'application/rss+xml; charset=utf-8')
}

async function showSitemaps(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const count = await sitemapCount(ctx)
  const names = ['pages', ...Array.from({ length: count }, (_, at) => String(at + 1))]
  const lines = names.map(
    (name) => `<sitemap><loc>${xmlText(`${ctx.origin}/sitemaps/${name}.xml`)}</loc></sitemap>`,
  )
  return answer(c, xmlDocument(`<sitemapindex ${namespace}>\n${lines.join('\n')}\n</sitemapindex>`), xml)
}

/** The pages that are not of one badge: front, directory, rules, and each territory with badges. */
async function showPages(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const counts = await areaCounts(ctx)
  const areas = (await listAreas(ctx)).filter(({ code }) => counts.has(code))
  const paths = [
    '/',
    '/directory',
    '/verify',
    '/reading-rules',
    ...areas.map(({ slug }) => `/territories/${slug}`),
  ]
  const lines = paths.map((path) => `<url><loc>${xmlText(ctx.origin + path)}</loc></url>`)
  return answer(c, xmlDocument(`<urlset ${namespace}>\n${lines.join('\n')}\n</urlset>`), xml)
}

async function showSitemap(c: Handling): Promise<Response> {
  const order = Number((c.req.param('order') ?? '').replace('.xml', ''))
  const addresses = found(await sitemapAddresses(c.var.ctx, order))
  const lines = addresses.map(
    ({ address, changedAt }) =>
      `<url><loc>${xmlText(address)}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>`,
  )
  return answer(c, xmlDocument(`<urlset ${namespace}>\n${lines.join('\n')}\n</urlset>`), xml)
}

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const xml = 'application/xml; charset=utf-8'

/** Readable from anywhere; who has it already is told so. */
function answer(c: Handling, body: string, type: string): Response {
  const etag = `"${digest(body)}"`
  const headers = {
    'content-type': type,
    'cache-control': 'public, max-age=60',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag',
    vary: 'accept-language, cookie',
    etag,
  }
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) ? c.body(null, 304, headers) : c.body(body, 200, headers)
}
