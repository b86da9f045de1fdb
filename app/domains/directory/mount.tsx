import type { Mount } from '../../infra/http/index.ts'

export const directoryMount: Mount = {
  name: 'directory',
  routes(_router) {
    // Pages: one line for each file of routes under pages/.
  },
}
