import type { Mount } from '../../infra/http/index.ts'
import { directoryRoutes } from './directory-routes.tsx'
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
    directoryRoutes(router)
    feedRoutes(router)
  },
}
