import type { Context } from '../../infra/context.ts'
import type { FetchFault } from '../../infra/fetch/index.ts'
import { alternateBadge } from './alternate.ts'
import { outside } from './outside.ts'

export type ReadFault = FetchFault | 'verification.address-refused'

export type FetchedBadge =
  | { ok: true; bytes: Uint8Array; url: string }
  | { ok: false; code: ReadFault; url: string }

/** Reads a badge of this very site from the database; undefined where the address holds none. */
export type ReadLocal = (ctx: Context, url: URL) => Promise<Uint8Array | undefined>

const accept = [
  'application/vc+ld+json',
  'application/vc+jwt',
  'application/ld+json;q=0.9',
  'application/json;q=0.8',
  'image/png;q=0.7',
  'image/svg+xml;q=0.7',
  'text/html;q=0.1',
].join(', ')
const maxBytes = 2 * 1024 * 1024

/**
 * Fetches what an address holds, asking for the badge itself. A page that names its badge
 * (`<link rel="alternate">`) is followed once. Never throws.
 */
export async function fetchBadge(
  ctx: Context,
  address: string,
  readLocal?: ReadLocal,
): Promise<FetchedBadge> {
  const url = readAddress(ctx, address)
  if (url === undefined) return { ok: false, code: 'fetch.bad-address', url: address }
  if (url.origin === ctx.origin) {
    const bytes = await readLocal?.(ctx, url)
    return bytes === undefined
      ? { ok: false, code: 'verification.address-refused', url: url.href }
      : { ok: true, bytes, url: url.href }
  }
  const first = await fetchOne(url.href)
  if (!first.ok) return first
  const better = alternateBadge(first)
  return better === undefined ? first : await fetchOne(better)
}

async function fetchOne(url: string): Promise<FetchedBadge & { contentType?: string | null }> {
  const outcome = await outside().get(url, { accept, maxBytes })
  if (!outcome.ok) return outcome
  if (outcome.status >= 400) return { ok: false, code: 'verification.address-refused', url: outcome.url }
  return outcome
}

/** What a person may paste: with or without `https://`. A host of ours keeps our own scheme. */
export function readAddress(ctx: Pick<Context, 'origin'>, typed: string): URL | undefined {
  const text = typed.trim()
  if (text === '' || /\s/.test(text) || text.length > 2_000) return undefined
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return URL.parse(text) ?? undefined
  if (!/^[^/?#@:]+\.[^/?#@:]+(?::\d+)?(?:[/?#]|$)/.test(text) && !/^localhost(?::\d+)?\//i.test(text))
    return undefined
  const own = new URL(ctx.origin)
  const host = /^[^/?#]+/.exec(text)?.[0]?.toLowerCase()
  return URL.parse(`${host === own.host ? own.protocol : 'https:'}//${text}`) ?? undefined
}
