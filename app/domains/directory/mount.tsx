import type { Mount } from '../../infra/http/index.ts'
import { feedRoutes } from './feeds/feed-routes.ts'
import { directoryJobs, directoryReactions, wakeOnce } from './jobs.ts'

export type { HarvestOptions } from './harvest/jobs.ts'
export { harvestMount } from './harvest/mount.tsx'

export const directoryMount: Mount = {
  name: 'directory',
  jobs: directoryJobs,
  reactions: directoryReactions,
  sweep: wakeOnce(),
  routes(router) {
    feedRoutes(router)
    // Pages: one line for each file of routes under pages/.
  },
}
