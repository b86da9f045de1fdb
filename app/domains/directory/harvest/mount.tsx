import type { Mount } from '../../../infra/http/index.ts'
import { type HarvestOptions, harvestJob, reachFor, wakeHarvest } from './jobs.ts'

export function harvestMount(options: HarvestOptions): Mount {
  const reachOf = reachFor(options)
  const job = harvestJob(reachOf)
  return {
    name: 'directory-harvest',
    jobs: [job],
    sweep: (ctx) => wakeHarvest(ctx, job),
  }
}
