import { parseConfig, readSecret } from '../infra/config.ts'
import { openDatabase } from '../infra/database.ts'
import { createLog } from '../infra/log.ts'
import { smtpPostman } from '../infra/mail/index.ts'
import { openQueue } from '../infra/queue.ts'
import { systemContext } from './compose.ts'
import { receiveOrders, stopOnSignal, tell } from './orders.ts'
import { mounts, sliceOptions } from './slices.ts'
import { openStorage } from './storage.ts'

/** The worker process: it alone is given the secret, so it alone can sign. It answers no request. */
export async function run(): Promise<number> {
  const orders = await receiveOrders()
  const config = orders?.config ?? parseConfig(process.env, 'worker')
  const log = createLog(config.logLevel, 'worker')
  const storage = orders === undefined ? await openStorage(config, log) : undefined
  const databaseUrl = orders?.databaseUrl ?? storage?.url ?? ''
  const secret = orders?.secret ?? readSecret(config)

  const { db, close } = openDatabase(databaseUrl, { max: 8, name: 'insigne-worker' })
  const all = mounts({ ...sliceOptions(config), secret })
  const queue = openQueue({
    databaseUrl,
    db,
    jobs: all.flatMap((mount) => mount.jobs ?? []),
    reactions: all.flatMap((mount) => mount.reactions ?? []),
    log,
    role: 'worker',
  })
  await queue.start()
  const parts = { config, db, queue, log, mounts: all }
  const postman = config.smtpUrl === undefined ? undefined : smtpPostman(config.smtpUrl, config.mailFrom)
  const contextFor = () => ({ ...systemContext(parts), ...(postman === undefined ? {} : { postman }) })
  await queue.work(contextFor)
  tell({ kind: 'working' })
  if (orders === undefined) process.stdout.write('working\n')

  const sweeps = all.flatMap((mount) => (mount.sweep === undefined ? [] : [mount.sweep]))
  const timer = repeat(async () => {
    for (const sweep of sweeps) await sweep(contextFor())
  }, log)
  return new Promise(() => {
    stopOnSignal(async () => {
      timer.stop()
      await queue.stop()
      await close()
      await storage?.close()
    })
  })
}

/** What a dead worker left is taken up by the next one at its start, and every few seconds after. */
function repeat(task: () => Promise<void>, log: ReturnType<typeof createLog>): { stop(): void } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const turn = async () => {
    try {
      await task()
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'a sweep failed, it will be tried again',
      )
    }
    if (!stopped) timer = setTimeout(turn, 3_000)
  }
  void turn()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
