import type { CachedStatusList, GuardedFetch, StatusCache, VerifyOptions } from '@insigne/open-badges'
import type { Context } from '../../infra/context.ts'
import { createGuardedClient, type GuardedClient } from '../../infra/fetch/index.ts'
import { localDid, localStatusList, recordedSince } from '../issuing/index.ts'

let client: GuardedClient | undefined

/** The one way to other people's servers. Made when first needed: most badges read here are our own. */
export const outside = (): GuardedClient => {
  client ??= createGuardedClient()
  return client
}

/** Names another client: for tests, whose servers are on this machine. */
export const useOutside = (other: GuardedClient | undefined): void => {
  client = other
}

/** One reading asks at most this many documents, within this time: a badge cannot keep us busy. */
const maxFetches = 20
const maxMilliseconds = 30_000

/** What the library needs of the world: our own keys, lists and record from the database, others' by the client. */
export function surroundings(
  ctx: Context,
): Pick<VerifyOptions, 'fetch' | 'resolveDid' | 'knownSince' | 'statusCache' | 'now'> {
  return {
    fetch: boundedFetch(ctx),
    resolveDid: (did) => localDid(ctx, did),
    knownSince: (recorded) => recordedSince(ctx, recorded),
    statusCache: foreignLists(ctx),
    now: ctx.clock.now(),
  }
}

function boundedFetch(ctx: Context): GuardedFetch {
  let count = 0
  const begun = performance.now()
  return async (url, request) => {
    count += 1
    if (count > maxFetches || performance.now() - begun > maxMilliseconds) throw new NotFetched('enough')
    if (URL.parse(url)?.origin === ctx.origin) return await readOwn(ctx, url)
    const outcome = await outside().get(url, request)
    if (!outcome.ok) throw new NotFetched(outcome.code)
    return outcome
  }
}

// We never call ourselves over HTTP: our lists come from the database, and nothing else of ours is needed.
async function readOwn(ctx: Context, url: string) {
  const text = await localStatusList(ctx, url)
  if (text === undefined) throw new NotFetched('unknown here')
  return {
    status: 200,
    url,
    contentType: 'application/vc+ld+json',
    bytes: new TextEncoder().encode(text),
  }
}

class NotFetched extends Error {}

const kept = new Map<string, CachedStatusList>()

const keptMilliseconds = 30_000

/** Other people's lists, so that a room full of badges asks for each once in a while. Ours are read each time. */
const foreignLists = ({ origin, clock }: Context): StatusCache => ({
  get: (url) => {
    const list = URL.parse(url)?.origin === origin ? undefined : kept.get(url)
    const age = list === undefined ? 0 : clock.now().getTime() - list.fetchedAt.getTime()
    return age >= 0 && age < keptMilliseconds ? list : undefined
  },
  set: (url, list) => {
    if (URL.parse(url)?.origin === origin) return
    kept.delete(url)
    kept.set(url, list)
    // The oldest leaves: a hundred lists of 16 KiB are all that we keep of others.
    const [oldest] = kept.keys()
    if (kept.size > 100 && oldest !== undefined) kept.delete(oldest)
  },
})
