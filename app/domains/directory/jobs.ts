import { z } from 'zod'
import type { Context } from '../../infra/context.ts'
import { defineJob, reactTo } from '../../infra/queue.ts'
import { achievementPublished } from '../achievements/index.ts'
import { organisationEdited } from '../organisations/index.ts'
import { enterMissing, enterOwn, enterOwnOf } from './actions/enter-own.ts'
import { judgeOutdated } from './actions/judge-again.ts'

/** Enters what is missing and judges again what older rules judged; comes back by itself. */
const keepDirectory = defineJob({
  name: 'directory.keep',
  data: z.object({}),
  keyOf: () => 'directory',
  cron: '*/10 * * * *',
  async run(ctx) {
    await enterMissing(ctx)
    if (await judgeOutdated(ctx)) await ctx.queue.enqueue(ctx, keepDirectory, {})
  },
})

export const directoryJobs = [keepDirectory]

export const directoryReactions = [
  reactTo(achievementPublished, 'directory.enter-published', async (ctx, { achievementId }) => {
    await enterOwn(ctx, achievementId)
  }),
  reactTo(organisationEdited, 'directory.enter-edited', async (ctx, { organisationId }) => {
    await enterOwnOf(ctx, organisationId)
  }),
]

/** Once in the life of a worker: what was published before the directory stood is entered soon. */
export function wakeOnce(): (ctx: Context) => Promise<void> {
  let woken = false
  return async (ctx) => {
    if (woken) return
    await ctx.queue.enqueue(ctx, keepDirectory, {})
    woken = true
  }
}
