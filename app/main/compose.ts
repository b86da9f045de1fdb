import { identify } from '../domains/accounts/index.ts'
import { systemClock } from '../infra/clock.ts'
import type { Config } from '../infra/config.ts'
import type { Context } from '../infra/context.ts'
import type { Database } from '../infra/database.ts'
import { createApp, type Mount, type Router } from '../infra/http/index.ts'
import { newId } from '../infra/ids.ts'
import type { Log } from '../infra/log.ts'
import type { OpenQueue } from '../infra/queue.ts'
import { renderError, renderFrame } from '../site/frame.tsx'

/** Forms that carry a file or a pasted list. */
const largeForms =
  /^\/(?:verify|api\/verify|vc-api\/.*|achievements\/[^/]+\/award|awards\/[^/]+(?:\/.*)?|directory\/sources)$/

/** Forms that carry a file of open data, tens of megabytes. */
const heavyForms = /^\/(?:frameworks\/import|organisations\/[^/]+\/frameworks)$/

export interface Parts {
  config: Pick<Config, 'origin' | 'trustedProxies'>
  db: Database
  queue: OpenQueue
  log: Log
  mounts: Mount[]
  clock?: Context['clock']
}

export function composeApp(parts: Parts): Router {
  const flashes = (locale: 'fr' | 'en') =>
    Object.assign({}, ...parts.mounts.map((mount) => mount.flashes?.(locale) ?? {}))
  return createApp({
    mounts: parts.mounts,
    base: baseContext(parts),
    identify,
    render: renderFrame(flashes),
    renderError,
    trustedProxies: parts.config.trustedProxies,
    largeForms,
    heavyForms,
  })
}

export const baseContext = (parts: Parts) => ({
  db: parts.db,
  clock: parts.clock ?? systemClock,
  log: parts.log,
  queue: parts.queue,
  origin: parts.config.origin,
})

/** The product itself, for jobs, commands and demo content. */
export function systemContext(parts: Parts, db: Database = parts.db): Context {
  const requestId = newId()
  return {
    ...baseContext(parts),
    db,
    viewer: { kind: 'system' },
    locale: 'fr',
    requestId,
    log: parts.log.child({ requestId }),
  }
}
