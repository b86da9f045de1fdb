import { type JsonObject, verifyAndRead } from '@insigne/open-badges'
import type { Context } from '../../../infra/context.ts'
import type { FetchOutcome } from '../../../infra/fetch/index.ts'
import type { Reach } from './ask.ts'
import { type Belief, believeCredential, speaksFor } from './believe.ts'
import type { Link } from './read/recognise.ts'
import { reason } from './reasons.ts'
import { canonicalAddress, hostOfAddress } from './rules.ts'

/**
 * What the credentials of one document may ask of others, together: a list of thousands would else hold its lane for
 * hours, longer than the lease of its host and the life of its job.
 */
export interface Patience {
  fetches: number
  /** Of `performance.now()`. */
  until: number
  /** Hosts that did not answer: not asked again for the same document. */
  silent: Set<string>
  /** A thousand badges of one issuer ask for its keys once. */
  answers: Map<string, FetchOutcome & { ok: true }>
}

const mostFetches = 6
const mostFetchesOfAll = 40
const longestMs = 25_000

export const newPatience = (): Patience => ({
  fetches: mostFetchesOfAll,
  until: performance.now() + longestMs,
  silent: new Set(),
  answers: new Map(),
})

/** Takes one of the questions that are left; false when the document has asked, or waited, enough. */
export function mayAsk(patience: Patience): boolean {
  patience.fetches -= 1
  return patience.fetches >= 0 && performance.now() < patience.until
}

/** A credential speaks for its achievement when its proof holds; else the achievement is looked for at its address. */
export async function judgeCredential(
  ctx: Context,
  reach: Reach,
  credential: JsonObject,
  text: string,
  judged: { beliefs: Belief[]; links: Link[] },
  patience: Patience,
): Promise<void> {
  let fetches = 0
  const { report } = await verifyAndRead(text, {
    now: ctx.clock.now(),
    fetch: async (url, request) => {
      const known = patience.answers.get(url)
      if (known !== undefined) return known
      fetches += 1
      if (fetches > mostFetches || patience.silent.has(hostOfAddress(url)) || !mayAsk(patience))
        throw new Error('enough')
      const outcome = await reach.client.get(url, request)
      if (outcome.ok) {
        patience.answers.set(url, outcome)
        return outcome
      }
      patience.silent.add(hostOfAddress(url))
      throw new Error(outcome.code)
    },
  })
  const holds = (name: string) => report.checks.some((one) => one.name === name && one.state === 'valid')
  const proven = holds('proof') && holds('issuer') && report.issuer.bound
  const addresses: string[] = []
  let unproven = 0
  for (const one of believeCredential(credential)) {
    const id = 'believed' in one ? one.believed.achievement.id : ''
    const elsewhere = 'believed' in one && /^https?:/i.test(id)
    // A signature is its issuer's: of a badge that stands on another site, that site has the say.
    if (elsewhere && !(proven && speaksFor(one.believed.issuer, id))) addresses.push(id)
    else if (proven) judged.beliefs.push(one)
    else unproven += 1
  }
  judged.links.push(
    ...addresses.flatMap((one) => {
      const address = canonicalAddress(one, reach.isOwn)
      return address === undefined ? [] : [{ address }]
    }),
  )
  if (unproven > 0 && addresses.length === 0) judged.beliefs.push({ refusal: reason('unproven') })
}
