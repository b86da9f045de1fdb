import { issueClaimToken } from '../domains/accounts/index.ts'
import { type Config, parseConfig, readSecret } from '../infra/config.ts'
import type { Context } from '../infra/context.ts'
import { ExplainedError } from '../infra/explained.ts'
import { createLog, type Log } from '../infra/log.ts'
import { systemContext } from './compose.ts'
import { loadDemoIfWanted } from './demo.ts'
import { prepareSchema } from './migrate.ts'
import { type Orders, readyAddress } from './orders.ts'
import { openStorage, type Storage } from './storage.ts'
import { type Supervised, supervise } from './supervise.ts'
import { openTools } from './tools.ts'

/**
 * Everything in one command: database, schema, demo content, worker and web, kept alive until a signal.
 * `entry` is the program file: the children run it too, with their own verb.
 */
export async function run(_argv: string[], entry: string): Promise<number> {
  const begun = performance.now()
  const stopped = signalled()
  const running: { stop(): Promise<void> }[] = []
  let interrupted = false
  try {
    const config = parseConfig(process.env)
    const log = createLog(config.logLevel, 'start')
    const storage = await openStorage(config, log)
    running.push({ stop: () => storage.close() })
    for (const note of storage.notes) process.stdout.write(`${note}\n`)
    await prepareSchema(storage.url, log)

    const secret = readSecret(config)
    const worker = supervise('worker', entry, { config, databaseUrl: storage.url, secret }, log)
    running.push(worker)
    await Promise.race([worker.ready, stopped])
    interrupted = (await prepareContent(config, storage, log, stopped)) === 'interrupted'
    if (interrupted) return 0

    const web = supervise('web', entry, { config, databaseUrl: storage.url, secret: undefined }, log)
    running.push(web)
    const port = await Promise.race([web.ready, stopped.then(() => undefined)])
    if (port !== undefined) announce(config, port, begun)
    const watch = watchDatabase(config, storage, { worker, web }, secret, log)
    await stopped
    watch.stop()
    return 0
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  } finally {
    const [storage, ...processes] = running
    await Promise.allSettled(processes.map((one) => one.stop()))
    await storage?.stop().catch(() => undefined)
    // What was interrupted may wait for a worker that is gone: it must not keep the process alive.
    if (interrupted) process.exit(0)
  }
}

// Listening goes on until the end: npm passes on a signal that the whole group got already, and the second
// one would otherwise end us before the database is stopped.
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => resolve())
    process.on('SIGINT', () => resolve())
  })
}

/** Once we are asked to stop, nobody waits for the rest: the next start takes it up. */
async function prepareContent(
  config: Config,
  storage: Storage,
  log: Log,
  stopped: Promise<void>,
): Promise<'done' | 'interrupted'> {
  const tools = await openTools(config, storage.url, log)
  try {
    const work = fill(systemContext(tools.parts), config)
    work.catch(() => undefined)
    return await Promise.race([work.then(() => 'done' as const), stopped.then(() => 'interrupted' as const)])
  } finally {
    await tools.close()
  }
}

async function fill(ctx: Context, config: Config): Promise<void> {
  await loadDemoIfWanted(ctx, config)
  const token = await issueClaimToken(ctx)
  if (token !== undefined)
    process.stdout.write(
      `Nobody is in charge of this installation yet. Take charge of it here:\n  ${config.origin}/claim-instance?token=${token}\n`,
    )
}

function announce(config: Config, port: number, begun: number): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  process.stdout.write(`started in ${seconds} s, public address ${config.origin}\n`)
  process.stdout.write(`ready ${readyAddress(config.host, port)}\n`)
}

/** Brings a database that died back; the children start anew only when its address changed. */
function watchDatabase(
  config: Config,
  storage: Storage,
  children: { worker: Supervised; web: Supervised },
  secret: string,
  log: Log,
): { stop(): void } {
  let url = storage.url
  let stopped = false
  const turn = async () => {
    try {
      const now = await storage.ensureRunning()
      if (now !== url && !stopped) {
        url = now
        const orders: Orders = { config, databaseUrl: url, secret: undefined }
        children.worker.replace({ ...orders, secret })
        children.web.replace(orders)
      }
    } catch (error) {
      log.error(
        { error: error instanceof Error ? error.message : 'unknown' },
        'the database cannot be started again',
      )
    }
    if (!stopped) timer = setTimeout(turn, 1_000)
  }
  let timer = setTimeout(turn, 1_000)
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
