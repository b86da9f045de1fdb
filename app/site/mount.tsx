import { organisationsOf, organisationWords } from '../domains/organisations/index.ts'
import { territoryBySlug } from '../domains/territories/index.ts'
import { found, requirePerson } from '../infra/context.ts'
import { type Handling, type Mount, page } from '../infra/http/index.ts'
import { keptMessages } from '../infra/mail/index.ts'
import { refusals, refuse } from '../infra/refusal.ts'
import { readComparison } from './comparison.ts'
import { HomePage } from './pages/home.tsx'
import { OutboxPage } from './pages/outbox.tsx'
import { ProsePage, proseOf, RulesPage } from './pages/prose.tsx'
import { SpacePage } from './pages/space.tsx'
import { TerritoryPage } from './pages/territory.tsx'
import { publishingTerritories } from './places.ts'
import { readTerritory } from './territory.ts'
import { siteWords } from './words.ts'

export interface SiteOptions {
  outbox: boolean
}

export function siteMount(options: SiteOptions): Mount {
  return {
    name: 'site',
    routes(router) {
      router.get('/', showHome)
      router.get('/space', (c) => showSpace(c, options))
      router.get('/outbox', (c) => showOutbox(c, options))
      router.get('/territories/:slug', (c) => showTerritory(c, c.req.param('slug')))
      router.get('/help', (c) => showProse(c, 'help'))
      router.get('/accessibility', (c) => showProse(c, 'accessibility'))
      router.get('/privacy', (c) => showProse(c, 'privacy'))
      router.get('/reading-rules', (c) => {
        const { locale, origin } = c.var.ctx
        const text = proseOf(locale).rules
        const canonical = `${origin}/reading-rules`
        const body = <RulesPage locale={locale} />
        return page(c, { title: text.title, description: text.lead, index: true, canonical, body })
      })
      router.get('/robots.txt', (c) =>
        c.text(`User-agent: *\nAllow: /\nSitemap: ${c.var.ctx.origin}/sitemap.xml\n`),
      )
    },
  }
}

async function showHome(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const t = siteWords(ctx.locale)
  const [territories, compared] = await Promise.all([publishingTerritories(ctx), readComparison(ctx)])
  return page(c, {
    title: t.name,
    description: t.home.description,
    index: true,
    canonical: `${ctx.origin}/`,
    body: <HomePage locale={ctx.locale} territories={territories} compared={compared} />,
  })
}

async function showSpace(c: Handling, options: SiteOptions): Promise<Response> {
  const { ctx } = c.var
  const viewer = requirePerson(ctx)
  const { roles } = organisationWords(ctx.locale)
  const organisations = (await organisationsOf(ctx, viewer.accountId)).map(({ organisation, role }) => ({
    name: organisation.name,
    path: `/organisations/${organisation.slug}`,
    role: roles[role].name,
  }))
  return page(c, {
    title: siteWords(ctx.locale).space.title,
    area: 'person',
    body: (
      <SpacePage
        locale={ctx.locale}
        organisations={organisations}
        operator={viewer.operator}
        outbox={options.outbox}
      />
    ),
  })
}

async function showOutbox(c: Handling, options: SiteOptions): Promise<Response> {
  const { ctx } = c.var
  if (!options.outbox) throw refuse(refusals.notFound)
  if (!requirePerson(ctx).operator) throw refuse(refusals.notAllowed)
  const filter = (c.req.query('to') ?? '').trim().toLowerCase()
  const messages = await keptMessages(ctx, filter === '' ? {} : { to: filter })
  return page(c, {
    title: siteWords(ctx.locale).outbox.title,
    area: 'person',
    body: <OutboxPage locale={ctx.locale} origin={ctx.origin} messages={messages} filter={filter} />,
  })
}

async function showTerritory(c: Handling, slug: string): Promise<Response> {
  const { ctx } = c.var
  const territory = found(await territoryBySlug(ctx, slug))
  const t = siteWords(ctx.locale).territory
  const view = await readTerritory(ctx, territory)
  return page(c, {
    title: t.title(territory.name),
    description: t.description(territory.name),
    index: true,
    canonical: `${ctx.origin}/territories/${territory.slug}`,
    body: <TerritoryPage locale={ctx.locale} {...view} />,
  })
}

function showProse(c: Handling, name: 'help' | 'accessibility' | 'privacy'): Response {
  const { locale, origin } = c.var.ctx
  const text = proseOf(locale)[name]
  const canonical = `${origin}/${name}`
  const body = <ProsePage text={text} />
  return page(c, { title: text.title, description: text.lead, index: true, canonical, body })
}
