import { serve } from '@hono/node-server'
import { parseConfig } from '../infra/config.ts'
import { databaseAnswers, openDatabase } from '../infra/database.ts'
import { json, type Router } from '../infra/http/index.ts'
import { createLog } from '../infra/log.ts'
import { pendingSteps } from '../infra/migrate.ts'
import { openQueue } from '../infra/queue.ts'
import { assetResponse } from '../ui/assets.ts'
import { composeApp } from './compose.ts'
import { readyAddress, receiveOrders, stopOnSignal, tell } from './orders.ts'
import { OpenCalls, serverOptions } from './server.ts'
import { mounts, sliceOptions, steps } from './slices.ts'
import { openStorage, type Storage } from './storage.ts'

/** The web process: pages, API and verification. It holds no key and is given no secret. */
export async function run(): Promise<number> {
  const orders = await receiveOrders()
  // Standing alone, it forgets the secret that its environment may hold.
  const config = orders?.config ?? parseConfig(process.env, 'web')
  delete process.env.INSIGNE_SECRET
  const log = createLog(config.logLevel, 'web')
  const storage: Storage | undefined = orders === undefined ? await openStorage(config, log) : undefined
  const databaseUrl = orders?.databaseUrl ?? storage?.url ?? ''

  const { db, close } = openDatabase(databaseUrl, { max: 20, name: 'insigne-web' })
  const all = mounts(sliceOptions(config))
  const queue = openQueue({
    databaseUrl,
    db,
    jobs: all.flatMap((mount) => mount.jobs ?? []),
    reactions: all.flatMap((mount) => mount.reactions ?? []),
    log,
    role: 'web',
  })
  await queue.start()
  const app = composeApp({ config, db, queue, log, mounts: all })
  addHealth(app, () => databaseAnswers(db).then((ok) => (ok ? pendingSteps(db, steps) : undefined)))
  app.get('/assets/*', (c) => assetResponse(c.req.raw))

  return new Promise((resolve) => {
    const { fetch } = app
    const server = serve({ fetch, port: config.port, hostname: config.host, serverOptions }, ({ port }) => {
      tell({ kind: 'listening', port })
      if (orders === undefined) process.stdout.write(`ready ${readyAddress(config.host, port)}\n`)
    })
    const calls = new OpenCalls(server)
    server.on('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE'
      const reason = taken
        ? `Port ${config.port} is taken on ${config.host}. Stop the other program, or set PORT.`
        : `The address ${config.host}:${config.port} cannot be used (${error.message}). Check HOST and PORT.`
      tell({ kind: 'cannot-start', reason })
      if (orders === undefined) process.stderr.write(`${reason}\n`)
      resolve(1)
    })
    stopOnSignal(async () => {
      await calls.end()
      await queue.stop()
      await close()
      await storage?.close()
    })
  })
}

function addHealth(app: Router, pending: () => Promise<string[] | undefined>): void {
  app.get('/healthz', () => json({ status: 'ok' }))
  app.get('/readyz', async () => {
    const missing = await pending().catch(() => undefined)
    if (missing === undefined) return json({ status: 'unavailable', part: 'database' }, 503)
    if (missing.length > 0) return json({ status: 'unavailable', part: 'migrations', missing }, 503)
    return json({ status: 'ok' })
  })
}
