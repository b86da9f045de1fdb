import type { Context } from '../../../infra/context.ts'
import type { FetchOutcome, Freshness, GuardedClient } from '../../../infra/fetch/index.ts'
import { type Host, updateHost } from './frontier.ts'
import { type Reason, type ReasonCode, reason } from './reasons.ts'
import { mayFetch, ourName, parseRobots, type Robots } from './robots.ts'
import { type HarvestSettings, hostRest, later, ownRest, retryAfterMs } from './rules.ts'

/** How the harvest reaches others. */
export interface Reach {
  client: GuardedClient
  /** Origins of our own on this machine. */
  isOwn(url: URL): boolean
  settings: HarvestSettings
  /** Real time: pauses are waited for, not computed. */
  sleep(milliseconds: number): Promise<void>
}

export const userAgent = (origin: string): string =>
  `${ourName}/1 (+${origin}/directory/sources; reads Open Badges definitions)`

export const accept =
  'application/ld+json, application/json;q=0.9, application/vc+ld+json;q=0.9, image/png;q=0.7, image/svg+xml;q=0.7, text/csv;q=0.6, text/plain;q=0.5, text/html;q=0.4'

export type Answer =
  | {
      ok: true
      status: number
      url: string
      contentType: string | null
      bytes: Uint8Array
      freshness: Freshness
    }
  | { ok: false; reason: Reason; retryMs?: number | undefined }
  /** The host wants a longer pause than a worker waits for: nothing was asked. */
  | { ok: false; later: true }

type Refused = Extract<Answer, { ok: false }>
/** Longer pauses are not slept through: others could not use the lane meanwhile. */
const longestSleep = 2_000

const robotsHours = 24
const robotsBytes = 512 * 1024

/** One host while we hold its lease: its robots.txt, its pace, its failures. */
export class Lane {
  readonly host: string
  readonly #ctx: Context
  readonly #reach: Reach
  #robots: Robots | undefined
  #lastAt = Number.NEGATIVE_INFINITY
  #failures: number
  readonly #isOwn: boolean
  /** Set when the host asks to be left alone, or failed. */
  restMs: number | undefined

  constructor(ctx: Context, reach: Reach, host: Host) {
    this.host = host.host
    this.#ctx = ctx
    this.#reach = reach
    this.#failures = host.failures
    const home = URL.parse(ctx.origin)
    this.#isOwn = home?.host === host.host && reach.isOwn(home)
    const age =
      host.robots_at === null
        ? Number.POSITIVE_INFINITY
        : ctx.clock.now().getTime() - host.robots_at.getTime()
    if (host.robots !== null && age < robotsHours * 3_600_000) this.#robots = parseRobots(host.robots)
  }

  get failures(): number {
    return this.#failures
  }

  /** Between two requests: ours, or what robots.txt asks up to a bound. */
  get pauseMs(): number {
    // Ourselves, in a trial, need no sparing.
    if (this.#isOwn) return 0
    const { pauseMs, maxPauseMs } = this.#reach.settings
    const asked = (this.#robots?.delaySeconds ?? 0) * 1000
    return Math.min(maxPauseMs, Math.max(pauseMs, asked))
  }

  /** Asks for an address of this host, at its pace and within its rules. Never throws. */
  async get(
    address: string,
    wish: { maxBytes: number; known?: Pick<Freshness, 'etag' | 'lastModified'> },
  ): Promise<Answer> {
    const rules = await this.#rules(address)
    if ('ok' in rules) return rules
    if (!mayFetch(rules, address)) return { ok: false, reason: reason('robots') }
    if (!(await this.#pace())) return { ok: false, later: true }
    return this.#judge(await this.#reach.client.get(address, { ...wish, accept }), address)
  }

  async #pace(): Promise<boolean> {
    const wait = this.#lastAt + this.pauseMs - performance.now()
    if (wait > longestSleep) return false
    if (wait > 0) await this.#reach.sleep(wait)
    this.#lastAt = performance.now()
    return true
  }

  async #rules(address: string): Promise<Robots | Refused> {
    if (this.#robots !== undefined) return this.#robots
    const url = URL.parse(address)
    if (url === null) return { ok: false, reason: reason('fetch.bad-address') }
    if (!(await this.#pace())) return { ok: false, later: true }
    const answer = await this.#reach.client.get(`${url.origin}/robots.txt`, {
      maxBytes: robotsBytes,
      // RFC 9309, 2.5: what stands in the first half megabyte holds, however much follows.
      cut: true,
    })
    // A host without rules, or with rules that cannot be read, forbids nothing. One that fails is asked later: RFC 9309, 2.3.1.
    const fails = answer.ok
      ? answer.status >= 500 || answer.status === 429
      : answer.code !== 'fetch.too-large'
    if (fails) {
      const judged = this.#judge(answer, address)
      if (!judged.ok) return judged
    }
    const text =
      answer.ok && answer.status < 300 ? new TextDecoder().decode(answer.bytes).replaceAll('\0', '') : ''
    await updateHost(this.#ctx, this.host, { robots: text, robots_at: this.#ctx.clock.now() })
    this.#robots = parseRobots(text)
    return this.#robots
  }

  #judge(outcome: FetchOutcome, address: string): Answer {
    if (!outcome.ok) return this.#failed(outcome.code, undefined, address)
    const { status, freshness } = outcome
    if (status === 429 || status === 503) {
      const retryMs = retryAfterMs(freshness.retryAfter, this.#ctx.clock.now())
      return this.#failed('http.busy', String(status), address, retryMs)
    }
    if (status >= 500) return this.#failed('http.error', String(status), address)
    this.#failures = 0
    if (status === 404 || status === 410) return { ok: false, reason: reason('http.missing', String(status)) }
    if (status >= 400) return { ok: false, reason: reason('http.closed', String(status)) }
    return outcome
  }

  #failed(code: ReasonCode, detail: string | undefined, address: string, retryMs?: number): Answer {
    if (!isOfHost(code)) return { ok: false, reason: reason(code, detail) }
    this.#failures += 1
    const url = URL.parse(address)
    const own = url !== null && this.#reach.isOwn(url)
    this.restMs = retryMs ?? (own ? ownRest : hostRest(this.#failures))
    return { ok: false, reason: reason(code, detail), retryMs: this.restMs }
  }

  /** Gives the host back: whoever takes it next waits as long as we would have. */
  async release(): Promise<void> {
    const wait = this.restMs ?? Math.max(0, this.#lastAt + this.pauseMs - performance.now())
    const now = this.#ctx.clock.now()
    await updateHost(this.#ctx, this.host, {
      leased_until: null,
      failures: this.#failures,
      next_at: later(now, Math.ceil(wait)),
    })
  }
}

/** The host is at fault, rather than one of its pages: the others wait as well. */
const isOfHost = (code: ReasonCode): boolean =>
  code === 'http.busy' ||
  code === 'fetch.timeout' ||
  code === 'fetch.unreachable' ||
  code === 'fetch.unknown-host' ||
  code === 'fetch.not-secure'
