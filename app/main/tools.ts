import type { Config } from '../infra/config.ts'
import { openDatabase } from '../infra/database.ts'
import type { Log } from '../infra/log.ts'
import { openQueue } from '../infra/queue.ts'
import type { Parts } from './compose.ts'
import { mounts, sliceOptions } from './slices.ts'

/** What work needs that is done once, outside a request: demo content, commands. It cannot sign. */
export async function openTools(
  config: Config,
  url: string,
  log: Log,
): Promise<{ parts: Parts; close(): Promise<void> }> {
  const { db, close } = openDatabase(url, { max: 4, name: 'insigne-tool' })
  const all = mounts(sliceOptions(config))
  const queue = openQueue({
    databaseUrl: url,
    db,
    jobs: all.flatMap((mount) => mount.jobs ?? []),
    reactions: all.flatMap((mount) => mount.reactions ?? []),
    log,
    role: 'web',
  })
  await queue.start()
  return {
    parts: { config, db, queue, log, mounts: all },
    async close() {
      await queue.stop()
      await close()
    },
  }
}
