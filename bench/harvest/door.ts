import { addDemoSource } from '../../app/domains/directory/harvest/actions/decide-source.ts'
import { lastRuns } from '../../app/domains/directory/harvest/run-store.ts'
import { sourceById } from '../../app/domains/directory/harvest/sources.ts'
import { openDatabase } from '../../app/infra/database.ts'
import { createLog } from '../../app/infra/log.ts'
import { migrate } from '../../app/infra/migrate.ts'
import { openEmbeddedPostgres } from '../../app/infra/postgres/index.ts'
import { openQueue } from '../../app/infra/queue.ts'
import { systemContext } from '../../app/main/compose.ts'
import { mounts, type SliceOptions, steps } from '../../app/main/slices.ts'

/** A worker on a durable server of its own, and nothing else. */
export async function openWorker(dataDirectory: string, harvest: SliceOptions['harvest']) {
  const server = await openEmbeddedPostgres({ dataDirectory, log: () => undefined })
  const log = createLog('error', 'bench')
  const all = mounts({ outbox: true, trial: true, vcApi: false, harvest })
  const jobs = all.flatMap((mount) => mount.jobs ?? [])
  const reactions = all.flatMap((mount) => mount.reactions ?? [])
  const { db, close } = openDatabase(server.url, { max: 8, name: 'bench' })
  const shared = { databaseUrl: server.url, db, jobs, reactions, log }
  await migrate(db, steps)
  await openQueue({ ...shared, role: 'install' }).install()
  const queue = openQueue({ ...shared, role: 'worker' })
  await queue.start()
  const config = { origin: 'http://localhost:1', trustedProxies: [] }
  const ctx = () => systemContext({ config, db, queue, log, mounts: all })
  await queue.work(ctx)
  return {
    /** Adds a source and waits until it was read to its end. */
    async read(address: string) {
      const id = await addDemoSource(ctx(), { address, name: 'bench', areas: [] })
      if (id === undefined) throw new Error('the source is known')
      const begun = performance.now()
      for (const mount of all) await mount.sweep?.(ctx())
      for (;;) {
        const [run] = await lastRuns(ctx(), id, 1)
        const source = await sourceById(ctx(), id)
        if (run?.finishedAt && source?.runId === null)
          return { run, seconds: (performance.now() - begun) / 1000 }
        await new Promise((done) => setTimeout(done, 100))
      }
    },
    async close() {
      await queue.stop()
      await close()
      await server.close()
    },
  }
}
