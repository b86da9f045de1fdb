import type { Refusal } from '../refusal.ts'
import type { Handling, PageContent } from './router.ts'

/** A page in the frame of the site. Cookies set on the way are kept: Hono merges the headers of `c`. */
export function page(
  c: Handling,
  content: PageContent,
  status: 200 | 201 | 404 | 409 | 410 | 422 | 429 = 200,
): Response {
  const html = c.var.renderer(c, content)
  c.header('content-language', c.var.ctx.locale)
  c.header('cache-control', 'no-store')
  c.header('vary', 'accept, accept-language, cookie')
  return c.body(html, status, { 'content-type': 'text/html; charset=utf-8' })
}

/** After a form: the next page, so that a reload sends nothing twice. Only paths of this site. */
export function seeOther(c: Handling, path: string): Response {
  return c.body(null, 303, {
    location: safePath(path)
      .toWellFormed()
      .replace(/[^!-~]/gu, encodeURIComponent),
  })
}

/** A path of this site, or its front page: never another host. */
export function safePath(path: string | undefined | null): string {
  if (path === undefined || path === null || !/^\/(?![/\\])[^\s\\]*$/.test(path)) return '/'
  return path
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

/** RFC 9457, with our stable code and the faulty fields. */
export function problem(refusal: Refusal, locale: 'fr' | 'en', requestId: string): Response {
  const { code, status } = refusal.kind
  return new Response(
    JSON.stringify({
      type: `urn:insigne:problem:${code}`,
      title: code,
      status,
      detail: refusal.say(locale),
      code,
      ...(refusal.fields.length > 0 ? { errors: refusal.fields } : {}),
      requestId,
    }),
    {
      status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
    },
  )
}

/** True when the caller is a program: it asked for JSON, or called an API path. */
export function wantsJson(c: Handling): boolean {
  const path = c.req.path
  if (path.startsWith('/api/') || path.startsWith('/vc-api/')) return true
  const accept = c.req.header('accept') ?? ''
  return /application\/(?:[\w.+-]*\+)?json/.test(accept) && !accept.includes('text/html')
}
