import type { GuardedFetch } from '@insigne/open-badges'
import type { FetchOutcome, FetchWish, GuardedClient } from '../../infra/fetch/index.ts'

/** The network as a command may use it: public sites, and a trial installation on this very machine. */
export interface Reach {
  get(url: string, wish: FetchWish): Promise<FetchOutcome>
  /** For the library: a failure is a rejection. */
  fetch: GuardedFetch
  /** Origins of this machine that were read over plain http. */
  localOrigins: Set<string>
  close(): Promise<void>
}

/**
 * Plain http is for `localhost` alone, and there only for the address that was typed, for the key document
 * of a `did:web:localhost…`, and then for the same origin: a badge cannot make us knock at other local doors.
 */
export async function openReach(typed?: string): Promise<Reach> {
  const { createGuardedClient } = await import('../../infra/fetch/index.ts')
  const trusted = new Set<string>()
  const localOrigins = new Set<string>()
  const first = typed === undefined ? null : URL.parse(typed)
  if (first !== null && isLocal(first)) trusted.add(first.origin)

  const isOwn = (url: URL) => isLocal(url) && trusted.has(url.origin)
  const client: GuardedClient = createGuardedClient({ isOwn, maxBytes: 2 * 1024 * 1024 })
  const get = async (address: string, wish: FetchWish) => {
    const url = URL.parse(address)
    if (url !== null && isLocal(url) && url.pathname.endsWith('/did.json')) trusted.add(url.origin)
    if (url !== null && isOwn(url)) localOrigins.add(url.origin)
    return client.get(address, wish)
  }
  return {
    get,
    fetch: async (url, request) => {
      const outcome = await get(url, request)
      if (!outcome.ok) throw new Error(outcome.code)
      return outcome
    },
    localOrigins,
    close: () => client.close(),
  }
}

const isLocal = (url: URL): boolean =>
  url.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1')
