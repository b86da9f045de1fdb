import type { ComponentChildren } from 'preact'
import { type Context, found } from '../../infra/context.ts'
import { type Handling, page, type Router, wantsJson } from '../../infra/http/index.ts'
import {
  may,
  organisationById,
  organisationBySlug,
  organisationProfile,
  roleOf,
} from '../organisations/index.ts'
import { territoryById } from '../territories/index.ts'
import { achievementImage, markLabel } from './image.ts'
import { achievementJson, contexts, versionPath } from './json.ts'
import { OrganisationPage } from './pages/organisation.tsx'
import { PublicPage } from './pages/public-page.tsx'
import { publishedBy, publishedVersion, versionsOf } from './reads.ts'
import type { AchievementVersion } from './store.ts'

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

async function showVersion(c: Handling, version: AchievementVersion, beside?: Beside): Promise<Response> {
  const { ctx } = c.var
  const organisation = found(await organisationById(ctx, version.organisationId))
  if (wantsJson(c))
    return data(c, { '@context': contexts, ...achievementJson(ctx.origin, organisation, version) })
  const path = versionPath(version)
  const body = (
    <PublicPage
      locale={ctx.locale}
      organisation={organisation}
      version={version}
      versions={await versionsOf(ctx, version.achievementId)}
      canAward={await may(ctx, organisation, 'credential.award')}
      canDesign={await may(ctx, organisation, 'achievement.design')}
      beside={await beside?.(ctx, version.achievementId)}
    />
  )
  return page(c, {
    title: version.name,
    description: version.description,
    index: true,
    canonical: `${ctx.origin}${path}`,
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
