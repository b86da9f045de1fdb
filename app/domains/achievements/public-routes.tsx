import type { ComponentChildren } from 'preact'
import { type Context, found } from '../../infra/context.ts'
import { formToken, type Handling, page, type Router, wantsJson } from '../../infra/http/index.ts'
import {
  may,
  organisationById,
  organisationBySlug,
  organisationProfile,
  roleOf,
} from '../organisations/index.ts'
import { territoryById } from '../territories/index.ts'
import { askRegister } from './ask-register.ts'
import { languages } from './facts.ts'
import { achievementImage, markLabel } from './image.ts'
import { achievementJson, contexts, translatedJson, translationPath, versionPath } from './json.ts'
import { assessVersion } from './judgement.ts'
import { OrganisationPage } from './pages/organisation.tsx'
import { PublicPage } from './pages/public-page.tsx'
import { publishedBy, publishedVersion, retiredOf, versionsOf } from './reads.ts'
import { heldBy } from './registered.ts'
import { type AchievementVersion, achievementById } from './store.ts'
import { inLanguage, translatedInto } from './translations.ts'

/** A part of the page of an achievement that a slice above gives. */
export type Beside = (ctx: Context, achievementId: string) => Promise<ComponentChildren>

/** What everybody may read, by page and by program. */
export function publicRoutes(router: Router, beside?: Beside): void {
  router.get('/organisations/:slug', async (c) => {
    const { ctx } = c.var
    const organisation = found(await organisationBySlug(ctx, c.req.param('slug')))
    if (wantsJson(c))
      return data(c, { '@context': contexts, ...organisationProfile(ctx.origin, organisation) })
    const { territoryId } = organisation
    const body = (
      <OrganisationPage
        locale={ctx.locale}
        organisation={organisation}
        territory={territoryId === null ? undefined : await territoryById(ctx, territoryId)}
        published={await publishedBy(ctx, [organisation.id])}
        retired={await retiredOf(ctx, organisation.id)}
        member={(await roleOf(ctx, organisation)) !== undefined}
      />
    )
    return page(c, {
      title: organisation.displayName,
      index: true,
      canonical: `${ctx.origin}/organisations/${organisation.slug}`,
      ...(organisation.description === '' ? {} : { description: organisation.description }),
      body,
    })
  })

  router.get('/achievements/:id', async (c) =>
    showVersion(c, found(await publishedVersion(c.var.ctx, c.req.param('id'))), beside),
  )
  router.get('/achievements/:id/versions/:version', async (c) => showVersion(c, await versionOf(c), beside))
  // A translation has an address of its own: it is another text, and names its original.
  router.get('/achievements/:id/versions/:version/:language{[a-z]+}', async (c) => {
    const version = await versionOf(c)
    const language = languages.find((one) => one === c.req.param('language'))
    if (language === undefined || !translatedInto(version).includes(language)) return c.notFound()
    return showVersion(c, version, beside, language)
  })
  router.get('/achievements/:id/versions/:version/image.svg', async (c) =>
    image(achievementImage(await versionOf(c)).svg(), 'image/svg+xml'),
  )
  router.get('/achievements/:id/versions/:version/image.png', async (c) =>
    image(new Uint8Array(achievementImage(await versionOf(c)).png()), 'image/png'),
  )
}

async function versionOf(c: Handling): Promise<AchievementVersion> {
  const number = c.req.param('version') ?? ''
  const version = /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0
  return found(await publishedVersion(c.var.ctx, c.req.param('id') ?? '', version))
}

/**
 * A version as people and programs read it. Programs get the original, or the translation whose address they ask;
 * people their own language where there is a translation, unless they ask for the original.
 */
async function showVersion(
  c: Handling,
  version: AchievementVersion,
  beside?: Beside,
  language?: AchievementVersion['language'],
): Promise<Response> {
  const { ctx } = c.var
  const organisation = found(await organisationById(ctx, version.organisationId))
  if (wantsJson(c)) {
    const body =
      language === undefined
        ? achievementJson(ctx.origin, organisation, version)
        : translatedJson(ctx.origin, organisation, version, language)
    return data(c, { '@context': contexts, ...body })
  }
  const asked = language ?? (c.req.query('text') === 'original' ? version.language : ctx.locale)
  const shown = inLanguage(version, asked)
  const path = versionPath(version)
  const answer = await askRegister(ctx, version)
  const body = (
    <PublicPage
      locale={ctx.locale}
      organisation={organisation}
      version={shown}
      original={version}
      assessment={assessVersion(ctx.origin, organisation, version, heldBy(answer))}
      answer={answer}
      versions={await versionsOf(ctx, version.achievementId)}
      retired={(await achievementById(ctx, version.achievementId))?.retiredAt instanceof Date}
      token={formToken(c)}
      canAward={await may(ctx, organisation, 'credential.award')}
      canDesign={await may(ctx, organisation, 'achievement.design')}
      canPublish={await may(ctx, organisation, 'achievement.publish')}
      beside={await beside?.(ctx, version.achievementId)}
    />
  )
  return page(c, {
    title: shown.name,
    description: shown.description,
    index: true,
    canonical: `${ctx.origin}${shown === version ? path : translationPath(version, shown.language)}`,
    image: { url: `${path}/image.png`, alt: markLabel(version) },
    body,
  })
}

/** JSON-LD for programs; a copy may be five minutes old, since the organisation may edit its profile. */
function data(c: Handling, body: object): Response {
  const type = (c.req.header('accept') ?? '').includes('application/ld+json')
    ? 'application/ld+json'
    : 'application/json'
  return new Response(JSON.stringify(body), {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      vary: 'accept',
    },
  })
}

/** A version never changes, so neither does its mark. */
const image = (bytes: string | Uint8Array<ArrayBuffer>, type: string) =>
  new Response(bytes, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    },
  })
