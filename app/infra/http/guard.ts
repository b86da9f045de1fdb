import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import ipaddr from 'ipaddr.js'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { refusals, refuse } from '../refusal.ts'
import { formTokenHolds } from './cookies.ts'
import { readBody } from './form.ts'
import type { Env, Handling } from './router.ts'

/** No inline script, no inline style, nothing from elsewhere; forms go home. */
const pageHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: false,
  permissionsPolicy: { camera: ['self'], geolocation: [], microphone: [], payment: [] },
})

/** A worker obeys the policy that its own file came with: this one lets it send and fetch nothing at all. */
const assetHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  crossOriginResourcePolicy: false,
})

export const headers: MiddlewareHandler = (c, next) =>
  c.req.path.startsWith('/assets/') ? assetHeaders(c, next) : pageHeaders(c, next)

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A form must come from our own page: its origin is ours and it carries the visitor's token.
 * API paths read no cookie, so they need neither.
 */
export function sameSiteForms(openForms: Set<string>): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (safeMethods.has(c.req.method) || isApi(c.req.path)) return next()
    if (!comesFromHere(c)) throw refuse(refusals.crossSite)
    if (!openForms.has(c.req.path)) {
      const { values } = await readBody(c)
      const token = values['form-token'] ?? c.req.header('x-form-token')
      if (typeof token !== 'string' || !formTokenHolds(c, token)) throw refuse(refusals.crossSite)
    }
    return next()
  }
}

export const isApi = (path: string) => path.startsWith('/api/') || path.startsWith('/vc-api/')

function comesFromHere(c: Handling): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return true // old browsers and programs: the token decides
  if (origin === c.var.ctx.origin) return true
  const host = URL.parse(origin)?.host
  return host !== undefined && host === c.req.header('host')
}

export class RequestLimits {
  private readonly reads = new RateLimiterMemory({ points: 12_000, duration: 60 })
  private readonly writes = new RateLimiterMemory({ points: 1_200, duration: 60 })

  readonly middleware: MiddlewareHandler<Env> = async (c, next) => {
    const limiter = safeMethods.has(c.req.method) ? this.reads : this.writes
    if (!(await take(limiter, addressKey(c.var.clientAddress)))) throw refuse(refusals.tooMany)
    return next()
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (reason) {
    if (reason instanceof Error) throw reason
    return false
  }
}

/** One bucket for an IPv4 address, one for a whole IPv6 /64: rotating inside it gains nothing. */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv6)
    return `${parsed.parts
      .slice(0, 4)
      .map((part) => part.toString(16))
      .join(':')}::/64`
  return parsed.toString()
}

/** The peer, or what a trusted proxy says of it: the nearest address that is no trusted proxy. */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  trusted: string[],
): string {
  let address = peer ?? ''
  const chain = (forwarded ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  while (chain.length > 0 && trusted.some((range) => inRange(address, range)))
    address = chain.pop() ?? address
  return address
}

function inRange(address: string, range: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (ipaddr.isValid(range)) return ipaddr.process(range).toString() === parsed.toString()
  if (!ipaddr.isValidCIDR(range)) return false
  const [network, bits] = ipaddr.parseCIDR(range)
  return network.kind() === parsed.kind() && parsed.match(network, bits)
}
