import { fromKysely, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import { describeError, type Log } from './log.ts'

/** A piece of work done later by the worker. It may run twice: its effect must not double. */
export interface JobKind<T extends object> {
  name: string
  data: z.ZodType<T>
  run(ctx: Context, data: T): Promise<void>
  /** At most one waiting job for the same key: a wake-up, not a list. */
  keyOf?: (data: T) => string
  /** Cron expression, for work that comes back by itself. Then `data` must accept an empty object. */
  cron?: string
  /** How many jobs of this name run side by side in one worker. */
  concurrency?: number
}

/** A job as the worker sees it: it parses what it is given, then runs. */
export interface RunnableJob {
  name: string
  keyed: boolean
  cron: string | undefined
  concurrency: number
  execute(ctx: Context, raw: unknown): Promise<void>
}

export interface Job<T extends object> extends RunnableJob {
  keyOf: ((data: T) => string) | undefined
}

export function defineJob<T extends object>(kind: JobKind<T>): Job<T> {
  return {
    name: kind.name,
    keyOf: kind.keyOf,
    keyed: kind.keyOf !== undefined,
    cron: kind.cron,
    concurrency: kind.concurrency ?? 1,
    execute: (ctx, raw) => kind.run(ctx, kind.data.parse(raw)),
  }
}

/** Something that happened, told in the transaction in which it happened. */
export interface EventType<T extends object> {
  event: string
  data: z.ZodType<T>
}

export const defineEvent = <T extends object>(event: string, data: z.ZodType<T>): EventType<T> => ({
  event,
  data,
})

/** An answer of a higher slice to an event of a lower one. */
export interface Reaction {
  event: string
  job: RunnableJob
}

export function reactTo<T extends object>(
  type: EventType<T>,
  name: string,
  run: (ctx: Context, data: T) => Promise<void>,
): Reaction {
  return { event: type.event, job: defineJob({ name, data: type.data, run }) }
}

export interface Queue {
  enqueue<T extends object>(
    ctx: Context,
    job: Job<T>,
    data: T,
    options?: { startAfterSeconds?: number },
  ): Promise<void>
  emit<T extends object>(ctx: Context, type: EventType<T>, data: T): Promise<void>
}

export interface OpenQueue extends Queue {
  /** Creates the tables and the queues; run once, by whoever migrates. */
  install(): Promise<void>
  start(): Promise<void>
  /** Begins to run jobs: the worker alone calls it. */
  work(contextFor: (db: Database, name: string) => Context): Promise<void>
  /** Runs what waits, here and now, until nothing is left: for commands and tests. A failure is thrown. */
  drain(contextFor: () => Context): Promise<void>
  stop(): Promise<void>
}

export interface QueueOptions {
  databaseUrl: string
  db: Database
  jobs: RunnableJob[]
  reactions: Reaction[]
  log: Log
  role: 'web' | 'worker' | 'install'
}

/** A job whose worker died is taken up again after this silence. */
const heartbeatSeconds = 10

export function openQueue(options: QueueOptions): OpenQueue {
  const all = [...options.jobs, ...options.reactions.map((reaction) => reaction.job)]
  const worker = options.role === 'worker'
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    application_name: `insigne-queue-${options.role}`,
    max: worker ? 6 : 2,
    schema: 'pgboss',
    migrate: options.role === 'install',
    createSchema: options.role === 'install',
    supervise: worker,
    schedule: worker,
    useListenNotify: worker,
    registerInstance: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 3600,
  })
  boss.on('error', (error) => options.log.warn({ ...describeError(error) }, 'queue error'))

  const send = (ctx: Context, name: string, data: object, extra: object = {}) =>
    boss.send(name, data, { ...extra, db: fromKysely(ctx.db) })

  const enqueue: Queue['enqueue'] = async (ctx, job, data, extra) => {
    await send(ctx, job.name, data, {
      ...(job.keyOf === undefined ? {} : { singletonKey: job.keyOf(data) }),
      ...(extra?.startAfterSeconds === undefined ? {} : { startAfter: extra.startAfterSeconds }),
    })
  }

  return {
    enqueue,
    async emit(ctx, type, data) {
      for (const reaction of options.reactions)
        if (reaction.event === type.event) await send(ctx, reaction.job.name, data)
    },
    async install() {
      await boss.start()
      for (const job of all) {
        const settings = {
          retryLimit: 10,
          retryDelay: 1,
          retryBackoff: true,
          retryDelayMax: 300,
          expireInSeconds: 600,
          heartbeatSeconds,
          deleteAfterSeconds: 3 * 24 * 3600,
          notify: true,
        }
        // `short`: one waiting job for a key, however many are running.
        if ((await boss.getQueue(job.name)) === null)
          await boss.createQueue(job.name, { ...settings, policy: job.keyed ? 'short' : 'standard' })
        else await boss.updateQueue(job.name, settings)
        if (job.cron !== undefined) await boss.schedule(job.name, job.cron, {})
      }
      await boss.stop({ graceful: false })
    },
    start: async () => void (await boss.start()),
    async work(contextFor) {
      for (const job of all) {
        await boss.work(
          job.name,
          {
            batchSize: 1,
            pollingIntervalSeconds: 0.5,
            notifyPollingIntervalSeconds: 2,
            localConcurrency: job.concurrency,
          },
          async ([one]) => {
            if (one === undefined) return
            const ctx = contextFor(options.db, job.name)
            const started = performance.now()
            try {
              await job.execute(ctx, one.data ?? {})
              ctx.log.debug({ job: job.name, ms: Math.round(performance.now() - started) }, 'job done')
            } catch (error) {
              ctx.log.error({ job: job.name, ...describeError(error) }, 'job failed, it will be tried again')
              throw error
            }
          },
        )
      }
    },
    async drain(contextFor) {
      for (let again = true; again; ) {
        again = false
        for (const job of all)
          for (;;) {
            const [one] = await boss.fetch(job.name, { ignoreStartAfter: true })
            if (one === undefined) break
            again = true
            await job.execute(contextFor(), one.data ?? {})
            await boss.complete(job.name, one.id)
          }
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}
