import type { GuardedFetch, JsonObject, VerifyOptions } from '@insigne/open-badges'
import type { Context } from '../../../infra/context.ts'
import { surroundings } from '../outside.ts'
import { testStatusList } from './test-status-list.ts'

/**
 * Contexts that the suites of the W3C sign with. They define nothing: the first gives every word a made-up address. So
 * they are read on these paths only, which say whether a text was altered and never show what it means.
 */
export const exampleContexts: Readonly<Record<string, JsonObject>> = {
  'https://www.w3.org/ns/credentials/examples/v2': {
    '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' },
  },
}

/** What a verification on these paths may use: the usual, the examples' words, and the test issuer's own list. */
export function suiteSurroundings(ctx: Context): VerifyOptions {
  const usual = surroundings(ctx)
  return {
    ...usual,
    contexts: exampleContexts,
    inlineContexts: true,
    ...(usual.fetch === undefined ? {} : { fetch: withTestList(ctx.origin, usual.fetch) }),
  }
}

const withTestList =
  (origin: string, elsewhere: GuardedFetch): GuardedFetch =>
  async (url, request) => {
    const text = await testStatusList(origin, url)
    if (text === undefined) return elsewhere(url, request)
    return {
      status: 200,
      url,
      contentType: 'application/vc+ld+json',
      bytes: new TextEncoder().encode(text),
    }
  }
