import type { Handling, Mount } from '../../../infra/http/index.ts'
import { type HarvestOptions, harvestJob, reachFor, wakeHarvest } from './jobs.ts'
import { readerRoutes } from './reader-routes.tsx'
import { sourceRoutes } from './source-routes.tsx'
import { harvestWords } from './words.ts'

export function harvestMount(options: HarvestOptions): Mount {
  const reachOf = reachFor(options)
  const job = harvestJob(reachOf)
  return {
    name: 'directory-harvest',
    jobs: [job],
    sweep: (ctx) => wakeHarvest(ctx, job),
    flashes: (locale) => {
      const t = harvestWords(locale).flash
      return {
        'directory.source-added': t.added,
        'directory.source-proposed': t.proposed,
        'directory.source-accepted': t.accepted,
        'directory.source-refused': t.refused,
        'directory.source-reading': t.reading,
        'directory.source-stopped': t.stopped,
        'directory.reported': t.reported,
        'directory.settled': t.settled,
        'directory.removed': t.removed,
        'directory.corrected': t.corrected,
        'directory.reopened': t.reopened,
      }
    },
    routes(router) {
      sourceRoutes(router, (c: Handling) => wakeHarvest(c.var.ctx, job))
      readerRoutes(router, (c) => reachOf(c.var.ctx))
    },
  }
}
