import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import type { Locale } from './i18n.ts'
import type { Log } from './log.ts'
import type { Queue } from './queue.ts'
import { refusals, refuse } from './refusal.ts'

/** Who asks. Roles in an organisation are looked up by the slice that knows them. */
export type Viewer =
  | { kind: 'anonymous' }
  | { kind: 'person'; accountId: string; sessionId: string; operator: boolean }
  | { kind: 'system' }

/** Everything that one request or one job may use. */
export interface Context {
  db: Database
  viewer: Viewer
  locale: Locale
  clock: Clock
  log: Log
  queue: Queue
  requestId: string
  /** Public origin, without a trailing slash. */
  origin: string
  /** How messages leave: the worker alone has one, and only with SMTP_URL. Without it they are kept. */
  postman?: Postman
}

export interface Postman {
  deliver(message: { to: string; subject: string; text: string; html: string; id: string }): Promise<void>
}

/**
 * Runs one intent as one transaction. Called inside another intent it joins it,
 * so a door that is used by a higher slice commits or fails with it.
 */
export async function change<T>(ctx: Context, intent: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return intent(ctx)
  return ctx.db.transaction().execute((tx) => intent({ ...ctx, db: tx }))
}

/** The signed-in person, or a refusal that leads to the sign-in page. */
export function requirePerson(ctx: Context): Extract<Viewer, { kind: 'person' }> {
  if (ctx.viewer.kind !== 'person') throw refuse(refusals.signInNeeded)
  return ctx.viewer
}

/** The same context for the product itself: jobs, reactions, demo content. */
export const asSystem = (ctx: Context): Context => ({ ...ctx, viewer: { kind: 'system' } })

/** The value, or the answer « not found »: what one may not see does not exist. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw refuse(refusals.notFound)
  return value
}
