import { z } from 'zod'
import { defineJob, type Job, reactTo } from '../../infra/queue.ts'
import { organisationCreated } from '../organisations/index.ts'
import { createFirstKey } from './actions/keep-keys.ts'
import { publishStatusLists } from './actions/publish-status-lists.ts'
import { signPending } from './actions/sign-pending.ts'
import type { Vault } from './vault.ts'

const Organisation = z.object({ organisationId: z.uuid() })
const Nothing = z.object({})

// A wake-up is dropped when one is waiting already, and the one that waits may start before our transaction
// is committed. Whoever did something therefore looks once more a moment later.
const againSeconds = 2

const signJob = (vault: Vault | undefined): Job<z.infer<typeof Organisation>> =>
  defineJob({
    name: 'issuing.sign',
    data: Organisation,
    keyOf: (data) => data.organisationId,
    run: async (ctx, { organisationId }) => {
      await signPending(ctx, held(vault), { organisationId })
      await ctx.queue.enqueue(ctx, wakeSweeper, {}, { startAfterSeconds: againSeconds })
    },
  })

const publishJob = (vault: Vault | undefined): Job<z.infer<typeof Organisation>> =>
  defineJob({
    name: 'issuing.publish-lists',
    data: Organisation,
    keyOf: (data) => data.organisationId,
    run: async (ctx, { organisationId }) => {
      await publishStatusLists(ctx, held(vault), { organisationId })
      await ctx.queue.enqueue(ctx, wakeSweeper, {}, { startAfterSeconds: againSeconds })
    },
  })

/** Signs and publishes whatever waits, for everybody: the net under lost wake-ups. */
const sweepJob = (vault: Vault | undefined): Job<z.infer<typeof Nothing>> =>
  defineJob({
    name: 'issuing.sweep',
    data: Nothing,
    keyOf: () => 'all',
    cron: '* * * * *',
    run: async (ctx) => {
      const done = (await signPending(ctx, held(vault))) + (await publishStatusLists(ctx, held(vault)))
      if (done > 0) await ctx.queue.enqueue(ctx, wakeSweeper, {}, { startAfterSeconds: againSeconds })
    },
  })

// To wake a job one needs its name only, so the web server can do it without a vault.
export const wakeSigner = signJob(undefined)
export const wakePublisher = publishJob(undefined)
const wakeSweeper = sweepJob(undefined)

export const issuingJobs = (vault: Vault | undefined) => [signJob(vault), publishJob(vault), sweepJob(vault)]

export const issuingReactions = (vault: Vault | undefined) => [
  reactTo(organisationCreated, 'issuing.create-key', (ctx, { organisationId }) =>
    createFirstKey(ctx, held(vault), organisationId),
  ),
]

function held(vault: Vault | undefined): Vault {
  if (vault === undefined) throw new Error('This process was not given the master secret: it cannot sign')
  return vault
}
