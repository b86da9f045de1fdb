import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type Context, found } from '../../infra/context.ts'
import { addressKey, type Handling, json, page, type Router } from '../../infra/http/index.ts'
import { refusals, refuse } from '../../infra/refusal.ts'
import { may, organisationById, organisationsOf } from '../organisations/index.ts'
import { alignmentOfSkill } from './alignment.ts'
import { frameworksRefusals } from './errors.ts'
import { importsOfFramework } from './imports.ts'
import { FrameworkPage } from './pages/framework.tsx'
import { FrameworksPage } from './pages/frameworks.tsx'
import { ancestorsOf, neighboursOf, treePage } from './reads.ts'
import { SkillQuery } from './schema.ts'
import { listFrameworks, skillById } from './store.ts'
import { suggestSkills } from './suggest/suggest-skills.ts'
import { frameworksWords, sayReason } from './words.ts'

/** Searches of one visitor in a minute: a person who writes makes one every second or so. */
const searchesPerMinute = 240

/** What everybody may read: frameworks, what they hold, and suggestions as JSON. */
export function publicRoutes(router: Router): void {
  const searches = new RateLimiterMemory({ points: searchesPerMinute, duration: 60 })
  router.get('/api/skills', async (c) => {
    const allowed = await searches.consume(addressKey(c.var.clientAddress)).then(
      () => true,
      () => false,
    )
    if (!allowed) throw refuse(frameworksRefusals.tooManySearches)
    return json(await answer(c), 200, { 'access-control-allow-origin': '*' })
  })
  router.get('/frameworks', showFrameworks)
  router.get('/frameworks/:slug', showFramework)
}

async function answer(c: Handling) {
  const { ctx } = c.var
  const query = SkillQuery.parse(c.req.query())
  if (query.q === '') throw refuse(frameworksRefusals.textMissing)
  const language = query.lang ?? ctx.locale
  const found = await suggestSkills(ctx, {
    text: query.q,
    language,
    limit: query.limit,
    frameworks: query.framework,
  })
  return {
    query: query.q,
    language,
    skills: found.map(({ skill, label, reason }) => ({
      id: skill.id,
      label,
      code: skill.code,
      uri: skill.uri,
      kind: skill.kind,
      framework: { slug: skill.framework.slug, name: skill.framework.name[language] },
      alignment: alignmentOfSkill(skill, language) ?? null,
      reason: { ...reason, sentence: sayReason(language, reason) },
    })),
  }
}

const textOf = (c: Handling) => (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, 300)

function pageNumber(text: string | undefined): number {
  const number = Number(text ?? '1')
  return Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1
}

async function showFrameworks(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const t = frameworksWords(ctx.locale).list
  const text = textOf(c)
  return page(c, {
    title: t.title,
    description: t.lead,
    index: text === '',
    canonical: `${ctx.origin}/frameworks`,
    body: (
      <FrameworksPage
        locale={ctx.locale}
        frameworks={await listFrameworks(ctx)}
        text={text}
        found={text === '' ? undefined : await suggestSkills(ctx, { text, language: ctx.locale, limit: 20 })}
        importLinks={await importLinks(ctx)}
      />
    ),
  })
}

async function importLinks(ctx: Context): Promise<{ label: string; href: string }[]> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') return []
  const t = frameworksWords(ctx.locale).list
  const links = viewer.operator ? [{ label: t.importAll, href: '/frameworks/import' }] : []
  for (const { organisation } of await organisationsOf(ctx, viewer.accountId))
    if (await may(ctx, organisation, 'framework.import'))
      links.push({
        label: t.importOwn(organisation.name),
        href: `/organisations/${organisation.slug}/frameworks`,
      })
  return links
}

async function showFramework(c: Handling): Promise<Response> {
  const { ctx } = c.var
  const slug = c.req.param('slug') ?? ''
  const framework = found((await listFrameworks(ctx)).find((one) => one.slug === slug))
  const asked = c.req.query('in')
  const skill = asked === undefined ? undefined : found(await skillById(ctx, asked))
  if (skill !== undefined && skill.framework.id !== framework.id) throw refuse(refusals.notFound)
  const text = textOf(c)
  const owner = framework.ownerId === null ? undefined : await organisationById(ctx, framework.ownerId)
  return page(c, {
    title: framework.name[ctx.locale],
    index: text === '' && skill === undefined,
    canonical: `${ctx.origin}/frameworks/${slug}`,
    current: '/frameworks',
    body: (
      <FrameworkPage
        locale={ctx.locale}
        framework={framework}
        ownerName={owner?.displayName}
        text={text}
        found={
          text === ''
            ? undefined
            : await suggestSkills(ctx, { text, language: ctx.locale, limit: 30, frameworks: [slug] })
        }
        tree={await treePage(ctx, framework.id, skill?.id ?? null, pageNumber(c.req.query('page')))}
        inside={
          skill && {
            skill,
            above: await ancestorsOf(ctx, skill),
            neighbours: await neighboursOf(ctx, skill.id),
          }
        }
        imports={await importsOfFramework(ctx, framework.id)}
      />
    ),
  })
}
