import { parseConfig } from '../infra/config.ts'
import { openDatabase } from '../infra/database.ts'
import { createLog, type Log } from '../infra/log.ts'
import { migrate } from '../infra/migrate.ts'
import { openQueue } from '../infra/queue.ts'
import { mounts, steps } from './slices.ts'
import { openStorage } from './storage.ts'

/** Brings the tables and the queues up to date. */
export async function prepareSchema(url: string, log: Log): Promise<void> {
  const { db, close } = openDatabase(url, { max: 2, name: 'insigne-migrate' })
  try {
    const applied = await migrate(db, steps)
    for (const name of applied) log.info({ name }, 'schema step applied')
    const all = mounts({ outbox: false, trial: false, vcApi: false })
    const queue = openQueue({
      databaseUrl: url,
      db,
      jobs: all.flatMap((mount) => mount.jobs ?? []),
      reactions: all.flatMap((mount) => mount.reactions ?? []),
      log,
      role: 'install',
    })
    await queue.install()
  } finally {
    await close()
  }
}

/** `insigne migrate`: for installations where web and worker run apart. */
export async function run(): Promise<number> {
  const config = parseConfig(process.env, 'tool')
  const log = createLog(config.logLevel, 'migrate')
  const storage = await openStorage(config, log)
  try {
    await prepareSchema(storage.url, log)
  } finally {
    await storage.close()
  }
  return 0
}
