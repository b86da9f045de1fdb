import type { Json, JsonObject } from '@insigne/open-badges'
import { z } from 'zod'
import { canonicalAddress, siteOf } from '../rules.ts'
import { isObject } from './json.ts'

/** One page of what another Insigne publishes: docs/DIRECTORY.md describes it. */
export interface FeedReading {
  items: FeedItem[]
  /** Addresses of what was taken out there. */
  removals: string[]
  next: string | undefined
  cursor: string
  /** The feed without its question, where reading begins anew. */
  base: string
}

export interface FeedItem {
  achievement: JsonObject
  issuer: JsonObject
  said: { address: string; awarded: boolean | null; illustrative: boolean; areas: string[] }
}

const Page = z.object({
  format: z.literal('insigne-directory-feed/1'),
  items: z.array(z.unknown()).max(1_000),
  next: z.string().max(2_000).nullable(),
  cursor: z.string().regex(/^\d{1,15}$/),
})
const Document = z.custom<JsonObject>((value) => isObject(value))
const Item = z.object({
  address: z.string().max(2_000),
  awarded: z.boolean().nullable().catch(null),
  illustrative: z.boolean().catch(false),
  areas: z
    .array(z.string().regex(/^[DR][0-9AB]{2,3}$/))
    .max(10)
    .catch([]),
  achievement: Document,
  issuer: Document,
})
const Removal = z.object({ removed: z.literal(true), address: z.string().max(2_000) })

/** Undefined for what is no feed. `at` is the address that gave it: its pages and removals stay on its site. */
export function readFeed(document: Json, at: string): FeedReading | undefined {
  const page = Page.safeParse(document)
  const base = URL.parse(at)
  if (!page.success || base === null) return undefined
  const { items, next, cursor } = page.data
  base.search = ''
  const own = (address: string) => siteOf(address) === siteOf(at)
  const following =
    next === null ? undefined : canonicalAddress(URL.parse(next, at)?.href ?? '', (url) => own(url.href))
  return {
    items: items.flatMap((one): FeedItem[] => {
      const { success, data } = Item.safeParse(one)
      if (!success || !own(data.address)) return []
      const { achievement, issuer, ...said } = data
      return [{ achievement, issuer, said }]
    }),
    removals: items.flatMap((one) => {
      const { success, data } = Removal.safeParse(one)
      return success && own(data.address) ? [data.address] : []
    }),
    next: following !== undefined && own(following) ? following : undefined,
    cursor,
    base: base.href,
  }
}

/** Where the next reading of a feed begins. */
export const feedSince = (base: string, cursor: string): string => `${base}?since=${cursor}&limit=500`
