import type { Mount } from '../../infra/http/index.ts'
import { directoryRoutes } from './directory-routes.tsx'

export const directoryMount: Mount = {
  name: 'directory',
  routes(router) {
    directoryRoutes(router)
  },
}
