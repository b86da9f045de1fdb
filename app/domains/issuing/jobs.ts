import { z } from 'zod'
import type { Context } from '../../infra/context.ts'
import { defineJob, type Job, reactTo } from '../../infra/queue.ts'
import { organisationCreated } from '../organisations/index.ts'
import { createFirstKey } from './actions/keep-keys.ts'
import { publishStatusLists } from './actions/publish-status-lists.ts'
import { signPending } from './actions/sign-pending.ts'
import type { Vault } from './vault.ts'

const Organisation = z.object({ organisationId: z.uuid() })
const signJob = (vault: Vault | undefined): Job<z.infer<typeof Organisation>> =>
  defineJob({
    name: 'issuing.sign',
    data: Organisation,
    keyOf: (data) => data.organisationId,
    run: async (ctx, { organisationId }) => {
      await signPending(ctx, held(vault), { organisationId })
    },
  })

const publishJob = (vault: Vault | undefined): Job<z.infer<typeof Organisation>> =>
  defineJob({
    name: 'issuing.publish-lists',
    data: Organisation,
    keyOf: (data) => data.organisationId,
    run: async (ctx, { organisationId }) => {
      await publishStatusLists(ctx, held(vault), { organisationId })
    },
  })

// To wake a job one needs its name only, so the web server can do it without a vault.
export const wakeSigner = signJob(undefined)
export const wakePublisher = publishJob(undefined)

export const issuingJobs = (vault: Vault | undefined) => [signJob(vault), publishJob(vault)]

/**
 * Signs and publishes whatever waits, for everybody. The worker calls it at its start and every few seconds:
 * what a dead worker left is taken up, and a lost wake-up costs seconds.
 */
export const sweepIssuing = (vault: Vault) => async (ctx: Context) => {
  await signPending(ctx, vault)
  await publishStatusLists(ctx, vault)
}

export const issuingReactions = (vault: Vault | undefined) => [
  reactTo(organisationCreated, 'issuing.create-key', (ctx, { organisationId }) =>
    createFirstKey(ctx, held(vault), organisationId),
  ),
]

function held(vault: Vault | undefined): Vault {
  if (vault === undefined) throw new Error('This process was not given the master secret: it cannot sign')
  return vault
}
