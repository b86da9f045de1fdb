import { Hono } from 'hono'
import type { Context, Viewer } from '../context.ts'
import { isDatabaseAway } from '../database.ts'
import { localeFromHeader, parseLocale } from '../i18n.ts'
import { newId } from '../ids.ts'
import { describeError, type Log } from '../log.ts'
import { Refusal, refusals, refuse } from '../refusal.ts'
import { limitBody } from './body-limit.ts'
import { localeCookie, sessionCookie, setLocaleCookie } from './cookies.ts'
import { clientAddress, headers, isApi, RequestLimits, sameSiteForms } from './guard.ts'
import { problem, safePath, wantsJson } from './respond.ts'
import type { Env, Handling, Mount, Renderer, Router } from './router.ts'

export interface AppParts {
  mounts: Mount[]
  /** What every request shares; viewer, language and log are added here. */
  base: Omit<Context, 'viewer' | 'locale' | 'requestId'>
  identify(ctx: Context, sessionToken: string): Promise<Viewer>
  render: Renderer
  /** The page shown for a refusal or a bug. */
  renderError(c: Handling, failure: { refusal: Refusal | undefined; requestId: string }): string
  trustedProxies: string[]
  /** Paths whose forms may be large: files and pasted lists. */
  largeForms: RegExp
  /** Paths whose forms carry a whole file of open data. */
  heavyForms: RegExp
}

/** The peer's address, as the Node adapter hands it over. */
interface Incoming {
  incoming?: { socket?: { remoteAddress?: string } }
}

export function createApp(parts: AppParts): Router {
  const app: Router = new Hono<Env>()
  const limits = new RequestLimits()
  const openForms = new Set(parts.mounts.flatMap((mount) => mount.openForms ?? []))

  app.use(async (c, next) => {
    const requestId = newId()
    const log = parts.base.log.child({ requestId })
    const anonymous: Context = { ...parts.base, log, requestId, viewer: { kind: 'anonymous' }, locale: 'fr' }
    c.set('ctx', anonymous)
    c.set('renderer', parts.render)
    const node: Incoming = c.env ?? {}
    c.set(
      'clientAddress',
      clientAddress(
        node.incoming?.socket?.remoteAddress,
        c.req.header('x-forwarded-for'),
        parts.trustedProxies,
      ),
    )
    const started = performance.now()
    await next()
    c.header('x-request-id', requestId)
    const ms = Math.round(performance.now() - started)
    log.info({ method: c.req.method, route: c.req.routePath, status: c.res.status, ms }, 'request')
  })
  app.use(headers)
  // No name of ours holds a NUL, and PostgreSQL takes none.
  app.use((c, next) => {
    if (c.req.path.includes('\0')) throw refuse(refusals.notFound)
    return next()
  })
  app.use(limits.middleware)
  app.use(async (c, next) => {
    const asked = parseLocale(c.req.query('lang'))
    if (asked !== undefined && !isApi(c.req.path)) setLocaleCookie(c, asked)
    const locale = asked ?? parseLocale(localeCookie(c)) ?? localeFromHeader(c.req.header('accept-language'))
    c.set('ctx', { ...c.var.ctx, locale })
    const token = isApi(c.req.path) ? undefined : sessionCookie(c)
    if (token !== undefined && token !== '') {
      const viewer = await parts.identify(c.var.ctx, token)
      if (viewer.kind === 'person') {
        c.set('sessionToken', token)
        c.set('ctx', { ...c.var.ctx, viewer })
      }
    }
    return next()
  })
  // Once it is known who asks: only a person who signed in may send tens of megabytes.
  app.use(limitBody(parts.largeForms, parts.heavyForms))
  app.use(sameSiteForms(openForms))

  for (const mount of parts.mounts) mount.routes?.(app)

  app.notFound((c) => fail(parts, c, refuse(refusals.notFound)))
  app.onError((error, c) => fail(parts, c, error))
  return app
}

function fail(parts: AppParts, c: Handling, error: unknown): Response {
  const ctx = c.var.ctx
  const refusal = asRefusal(error, ctx.log)
  const status = refusal?.kind.status ?? 500
  if (wantsJson(c)) return problem(refusal ?? bug, ctx.locale, ctx.requestId)
  if (status === 401 && c.req.method === 'GET') {
    const next = safePath(c.req.path + new URL(c.req.url).search)
    return new Response(null, {
      status: 303,
      headers: { location: `/sign-in?next=${encodeURIComponent(next)}` },
    })
  }
  return new Response(parts.renderError(c, { refusal, requestId: ctx.requestId }), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function asRefusal(error: unknown, log: Log): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (isDatabaseAway(error)) {
    log.warn(describeError(error), 'the database is away')
    return refuse(refusals.unavailable)
  }
  log.error(describeError(error), 'bug')
  return undefined
}

// The body of a 500 for programs: it says nothing of the inside.
const bug = new Refusal(
  { code: 'internal-error', status: 500 },
  {
    fr: 'Une erreur de notre côté a empêché la réponse. Elle est notée sous ce numéro de demande.',
    en: 'An error on our side prevented the answer. It is recorded under this request id.',
  },
)
