import type { Mount } from '../../infra/http/index.ts'
import { directoryJobs, directoryReactions, wakeOnce } from './jobs.ts'

export type { HarvestOptions } from './harvest/jobs.ts'
export { harvestMount } from './harvest/mount.tsx'

export const directoryMount: Mount = {
  name: 'directory',
  jobs: directoryJobs,
  reactions: directoryReactions,
  sweep: wakeOnce(),
  routes(_router) {
    // Pages: one line for each file of routes under pages/.
  },
}
