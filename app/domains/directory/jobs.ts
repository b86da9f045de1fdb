import { z } from 'zod'
import type { Context } from '../../infra/context.ts'
import { defineJob, reactTo } from '../../infra/queue.ts'
import { achievementPublished, achievementRetired } from '../achievements/index.ts'
import { organisationEdited } from '../organisations/index.ts'
import { enterMissing, enterOwn, enterOwnOf } from './actions/enter-own.ts'
import { judgeOutdated, matchAgain, unmatchedImport } from './actions/judge-again.ts'

/** Enters what is missing and judges again what older rules judged; comes back by itself. */
const keepDirectory = defineJob({
  name: 'directory.keep',
  data: z.object({}),
  keyOf: () => 'directory',
  cron: '*/10 * * * *',
  async run(ctx) {
    await enterMissing(ctx)
    if (await judgeOutdated(ctx)) await ctx.queue.enqueue(ctx, keepDirectory, {})
    const until = await unmatchedImport(ctx)
    if (until !== undefined)
      await ctx.queue.enqueue(ctx, matchSkillsAgain, { after: 0, until: until.toISOString() })
  },
})

/** After an import of a framework: its skills may be those that entries speak of. */
const matchSkillsAgain = defineJob({
  name: 'directory.match-again',
  data: z.object({ after: z.number().int().min(0), until: z.iso.datetime() }),
  keyOf: ({ until }) => until,
  async run(ctx, { after, until }) {
    const next = await matchAgain(ctx, after, new Date(until))
    if (next !== undefined) await ctx.queue.enqueue(ctx, matchSkillsAgain, { after: next, until })
  },
})

export const directoryJobs = [keepDirectory, matchSkillsAgain]

export const directoryReactions = [
  reactTo(achievementPublished, 'directory.enter-published', async (ctx, { achievementId }) => {
    await enterOwn(ctx, achievementId)
  }),
  reactTo(achievementRetired, 'directory.enter-retired', async (ctx, { achievementId }) => {
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
