import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import { ensureAccount, openSession } from '../domains/accounts/index.ts'
import { movableClock } from '../infra/clock.ts'
import type { Context, Viewer } from '../infra/context.ts'
import { openDatabase } from '../infra/database.ts'
import type { Router } from '../infra/http/index.ts'
import { memoryLog } from '../infra/log.ts'
import { type KeptMessage, keptMessages } from '../infra/mail/index.ts'
import { migrate } from '../infra/migrate.ts'
import { openQueue } from '../infra/queue.ts'
import { openTestDatabase } from '../infra/test-database.ts'
import { composeApp, systemContext } from '../main/compose.ts'
import { mounts, type SliceOptions, steps } from '../main/slices.ts'

export const testOrigin = 'http://insigne.test'
export const testSecret = 'a-master-secret-for-tests-only-0123456789'

/** A person in a test: an account, a cookie, and requests that carry both. */
export interface Person {
  accountId: string
  address: string
  cookie: string
  ctx: Context
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Posts a form as their browser would: same origin, with the token of their session. */
  post(path: string, fields: Record<string, string | string[] | File>): Promise<Response>
}

export interface World {
  app: Router
  clock: ReturnType<typeof movableClock>
  log: ReturnType<typeof memoryLog>
  ctx(viewer?: Viewer): Context
  person(address: string, options?: { name?: string; operator?: boolean }): Promise<Person>
  anonymous: Pick<Person, 'get' | 'post'>
  /** Runs waiting jobs, and the jobs that these cause, until none is left. */
  drainJobs(): Promise<void>
  /** Wakes the directory's harvest as the worker's sweep does, and runs it until nothing is due. */
  harvest(): Promise<void>
  mailTo(address: string): Promise<KeptMessage[]>
  /** How many rows each table of the product holds. */
  countRows(): Promise<Record<string, number>>
  /** Serves the app on a free port of this machine. */
  listen(): Promise<{ url: string; close(): Promise<void> }>
  databaseUrl: string
  close(): Promise<void>
}

/** The whole product on a fresh database of a real server: every slice, its jobs, its pages. */
export async function testWorld(
  name: string,
  options: Partial<SliceOptions> & { origin?: string } = {},
): Promise<World> {
  const origin = options.origin ?? testOrigin
  const all = mounts({ outbox: true, trial: true, vcApi: false, secret: testSecret, ...options })
  const jobs = all.flatMap((mount) => mount.jobs ?? [])
  const reactions = all.flatMap((mount) => mount.reactions ?? [])
  const log = memoryLog()
  const database = await openTestDatabase({
    name,
    digest: JSON.stringify([steps, jobs.map((job) => job.name), reactions.map((one) => one.job.name)]),
    migrate: async (url) => {
      const { db, close } = openDatabase(url, { max: 2 })
      await migrate(db, steps)
      await openQueue({ databaseUrl: url, db, jobs, reactions, log, role: 'install' }).install()
      await close()
    },
  })
  const { db, close } = openDatabase(database.url, { max: 6 })
  const clock = movableClock(new Date('2026-11-23T13:05:00Z'))
  const queue = openQueue({ databaseUrl: database.url, db, jobs, reactions, log, role: 'web' })
  await queue.start()
  const parts = { config: { origin, trustedProxies: [] }, db, queue, log, mounts: all, clock }
  const app = composeApp(parts)
  const ctx = (viewer: Viewer = { kind: 'system' }): Context => ({ ...systemContext(parts), viewer })

  const visitor = (cookie: string) => ({
    get: (path: string, headers: Record<string, string> = {}) =>
      Promise.resolve(
        app.request(`${origin}${path}`, { headers: { cookie, ...headers }, redirect: 'manual' }),
      ),
    post: async (path: string, fields: Record<string, string | string[] | File>) => {
      const { cookies, token } = await formCookies(app, origin, cookie)
      const body = new FormData()
      body.append('form-token', token)
      for (const [key, value] of Object.entries(fields))
        for (const one of Array.isArray(value) ? value : [value]) body.append(key, one)
      return app.request(`${origin}${path}`, { method: 'POST', body, headers: { cookie: cookies, origin } })
    },
  })

  return {
    app,
    clock,
    log,
    ctx,
    anonymous: visitor(''),
    databaseUrl: database.url,
    async person(address, more = {}) {
      const accountId = await ensureAccount(ctx(), { address, name: more.name ?? '', demo: false })
      const token = await openSession(ctx(), accountId, 'Firefox Linux')
      const cookie = `session=${token}`
      const viewer: Viewer = { kind: 'person', accountId, sessionId: '', operator: more.operator ?? false }
      return { accountId, address, cookie, ctx: ctx(viewer), ...visitor(cookie) }
    },
    drainJobs: () => queue.drain(() => systemContext(parts)),
    async harvest() {
      for (const mount of all) await mount.sweep?.(ctx())
      await queue.drain(() => systemContext(parts))
    },
    async countRows() {
      const names = await sql<{ name: string }>`
        select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
      const counts: Record<string, number> = {}
      for (const { name } of names.rows) {
        const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db)
        counts[name] = found.rows[0]?.n ?? 0
      }
      return counts
    },
    mailTo: (address) => keptMessages(ctx(), { to: address }),
    listen: () => listen(app),
    async close() {
      await queue.stop()
      await close()
      await database.close()
    },
  }
}

/** Reads a page with a form, as a browser would before it posts: its token and the cookies it sets. */
async function formCookies(
  app: Router,
  origin: string,
  cookie: string,
): Promise<{ cookies: string; token: string }> {
  const response = await app.request(`${origin}/sign-in`, { headers: { cookie } })
  const token = /name="form-token" value="([^"]+)"/.exec(await response.text())?.[1] ?? ''
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  return { cookies: [cookie, ...set].filter(Boolean).join('; '), token }
}

function listen(app: Router): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => {
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () => new Promise((done) => server.close(() => done())),
      })
    })
  })
}
