import { getCookie, setCookie } from 'hono/cookie'
import { digest, newToken, sameText } from '../ids.ts'
import type { Handling } from './router.ts'

// Over HTTPS the prefix binds the cookie to this exact host; on plain localhost browsers refuse it.
const prefix = (c: Handling) => (c.var.ctx.origin.startsWith('https:') ? '__Host-' : '')

function write(c: Handling, name: string, value: string, maxAge: number) {
  const secure = c.var.ctx.origin.startsWith('https:')
  setCookie(c, prefix(c) + name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}
const read = (c: Handling, name: string) => getCookie(c, prefix(c) + name)

export const sessionCookie = (c: Handling) => read(c, 'session')
export const setSessionCookie = (c: Handling, token: string, seconds: number) =>
  write(c, 'session', token, seconds)
export const clearSessionCookie = (c: Handling) => write(c, 'session', '', 0)

export const localeCookie = (c: Handling) => read(c, 'lang')
export const setLocaleCookie = (c: Handling, locale: string) => write(c, 'lang', locale, 365 * 24 * 3600)

/** One sentence shown on the next page, then forgotten. It is a key, never free text. */
export const setFlash = (c: Handling, key: string) => write(c, 'flash', key, 60)
export function takeFlash(c: Handling): string | undefined {
  const key = read(c, 'flash')
  if (key !== undefined) write(c, 'flash', '', 0)
  return key !== undefined && /^[\w.-]{1,60}$/.test(key) ? key : undefined
}

/**
 * The token that a form of this visitor must carry. It is derived from the session,
 * or from a cookie set the first time an anonymous visitor is shown a form.
 */
export function formToken(c: Handling): string {
  const base = c.var.sessionToken ?? read(c, 'form')
  if (base !== undefined && base !== '') return digest(`form:${base}`)
  const made = newToken()
  write(c, 'form', made, 24 * 3600)
  return digest(`form:${made}`)
}

export function formTokenHolds(c: Handling, given: string): boolean {
  const base = c.var.sessionToken ?? read(c, 'form')
  return base !== undefined && base !== '' && sameText(given, digest(`form:${base}`))
}
