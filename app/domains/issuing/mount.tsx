import { found } from '../../infra/context.ts'
import {
  type Errors,
  formToken,
  type Handling,
  type Mount,
  page,
  readForm,
  seeOther,
  setFlash,
  type Values,
} from '../../infra/http/index.ts'
import { publishedVersion } from '../achievements/index.ts'
import { may, organisationById, organisationBySlug, permit } from '../organisations/index.ts'
import { revokeCredential } from './actions/revoke-credential.ts'
import { bakedPng, bakedSvg } from './baked.ts'
import { didDocumentOf } from './did.ts'
import { issuingJobs, issuingReactions, sweepIssuing } from './jobs.ts'
import { CredentialPage } from './pages/credential.tsx'
import { statusListJson } from './reads.ts'
import { listMaxAge } from './rules.ts'
import { RevokeForm } from './schema.ts'
import { type Credential, credentialById } from './store.ts'
import { createVault } from './vault.ts'
import { issuingWords } from './words.ts'

export interface IssuingOptions {
  /** The master secret. Only the worker's composition has it, so only the worker can sign. */
  secret?: string | undefined
}

export function issuingMount(options: IssuingOptions): Mount {
  const vault = options.secret === undefined ? undefined : createVault(options.secret)
  return {
    name: 'issuing',
    jobs: issuingJobs(vault),
    reactions: issuingReactions(vault),
    ...(vault === undefined ? {} : { sweep: sweepIssuing(vault) }),
    flashes: (locale) => ({ 'issuing.revoked': issuingWords(locale).flash.revoked }),
    routes(router) {
      router.get('/organisations/:slug/did.json', async (c) => {
        const organisation = found(await organisationBySlug(c.var.ctx, c.req.param('slug')))
        return c.body(JSON.stringify(await didDocumentOf(c.var.ctx, organisation)), 200, {
          'content-type': 'application/did+json',
          'cache-control': `public, max-age=${listMaxAge}`,
          'access-control-allow-origin': '*',
        })
      })
      router.get('/status/:listId', async (c) => {
        const list = await statusListJson(c.var.ctx, c.req.param('listId'))
        const etag = `"${list.revision}"`
        const headers = {
          'content-type': 'application/vc+ld+json',
          'cache-control': `public, max-age=${listMaxAge}`,
          'access-control-allow-origin': '*',
          etag,
        }
        const known = (c.req.header('if-none-match') ?? '')
          .split(',')
          .map((tag) => tag.trim().replace(/^W\//, ''))
        return known.includes(etag) ? c.body(null, 304, headers) : c.body(list.json, 200, headers)
      })

      router.get('/credentials/:id', (c) => showCredential(c, c.req.param('id'), { values: {}, errors: {} }))
      router.post('/credentials/:id/revoke', async (c) => {
        const id = c.req.param('id')
        const form = await readForm(c, RevokeForm)
        if (!form.ok) return showCredential(c, id, form)
        const credential = found(await credentialById(c.var.ctx, id))
        await revokeCredential(c.var.ctx, credential.id, form.data.reason)
        setFlash(c, 'issuing.revoked')
        return seeOther(c, `/credentials/${credential.id}`)
      })
      router.get('/credentials/:id/badge.png', async (c) => {
        const credential = await readable(c, c.req.param('id'))
        return file(c, await bakedPng(c.var.ctx, credential), 'image/png', 'badge.png')
      })
      router.get('/credentials/:id/badge.svg', async (c) => {
        const credential = await readable(c, c.req.param('id'))
        return file(c, await bakedSvg(c.var.ctx, credential), 'image/svg+xml', 'badge.svg')
      })
      router.get('/credentials/:id/badge.json', async (c) => {
        const credential = await readable(c, c.req.param('id'))
        return file(c, found(credential.json), 'application/vc+ld+json', 'badge.json')
      })
    },
  }
}

/** A credential that the viewer may read as a member of its organisation. */
async function readable(c: Handling, id: string): Promise<Credential> {
  const credential = found(await credentialById(c.var.ctx, id))
  const organisation = found(await organisationById(c.var.ctx, credential.organisationId))
  await permit(c.var.ctx, organisation, 'organisation.read')
  return credential
}

function file(c: Handling, body: Uint8Array | string, type: string, name: string): Response {
  const bytes = typeof body === 'string' ? body : new Uint8Array(body).buffer
  return c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  })
}

async function showCredential(
  c: Handling,
  id: string,
  form: { values: Values; errors: Errors },
): Promise<Response> {
  const { ctx } = c.var
  const credential = await readable(c, id)
  const organisation = found(await organisationById(ctx, credential.organisationId))
  const version = found(await publishedVersion(ctx, credential.achievementId, credential.version))
  const revocable = await may(ctx, organisation, 'credential.revoke')
  const failed = Object.keys(form.errors).length > 0
  return page(
    c,
    {
      title: issuingWords(ctx.locale).credential.title(credential.recipientName),
      area: 'staff',
      place: { name: organisation.name, path: `/organisations/${organisation.slug}` },
      current: `/organisations/${organisation.slug}/awards`,
      body: (
        <CredentialPage
          locale={ctx.locale}
          credential={credential}
          version={version}
          organisation={organisation}
          revoke={revocable ? { token: formToken(c), ...form } : undefined}
        />
      ),
    },
    failed ? 422 : 200,
  )
}
