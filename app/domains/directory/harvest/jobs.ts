import { z } from 'zod'
import type { Context } from '../../../infra/context.ts'
import { type ClientOptions, createGuardedClient } from '../../../infra/fetch/index.ts'
import { defineJob, type Job } from '../../../infra/queue.ts'
import { type Reach, userAgent } from './ask.ts'
import { hasDue } from './frontier.ts'
import { harvest } from './harvest.ts'
import { defaultSettings, documentMs, type HarvestSettings } from './rules.ts'

export interface HarvestOptions {
  /** The instance is tried on one machine: its own origin may be asked. */
  trial: boolean
  settings?: Partial<HarvestSettings> | undefined
  /** Another network: for tests and benches, whose hosts are on this machine. */
  network?: Pick<ClientOptions, 'isOwn' | 'resolve' | 'dial' | 'ca' | 'totalMs' | 'readMs'> | undefined
}

/** The way out, made when first needed: one client for a process. */
export function reachFor(options: HarvestOptions): (ctx: Pick<Context, 'origin'>) => Reach {
  let reach: Reach | undefined
  return ({ origin }) => {
    reach ??= makeReach(origin, options)
    return reach
  }
}

function makeReach(origin: string, { trial, settings, network }: HarvestOptions): Reach {
  const isOwn = (url: URL) => (trial && isHome(url, origin)) || (network?.isOwn?.(url) ?? false)
  return {
    client: createGuardedClient({
      totalMs: documentMs,
      readMs: documentMs,
      ...network,
      isOwn,
      userAgent: userAgent(origin),
    }),
    isOwn,
    settings: { ...defaultSettings, ...settings },
    sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  }
}

const isHome = (url: URL, origin: string): boolean =>
  url.origin === origin && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)

const Nothing: z.ZodType<object> = z.object({})

/** The wake-up of the harvest: one waits at most, and it calls itself again as long as something is due. */
export function harvestJob(reachOf: (ctx: Context) => Reach): Job<object> {
  const job: Job<object> = defineJob({
    name: 'directory.harvest',
    data: Nothing,
    keyOf: () => 'harvest',
    run: async (ctx) => {
      await harvest(ctx, reachOf(ctx))
      if (await hasDue(ctx)) await ctx.queue.enqueue(ctx, job, {})
    },
  })
  return job
}

/** Called every few seconds by the worker: a source whose time has come wakes the harvest. */
export async function wakeHarvest(ctx: Context, job: Job<object>): Promise<void> {
  if (await hasDue(ctx)) await ctx.queue.enqueue(ctx, job, {})
}
