import type { Mount } from '../../infra/http/index.ts'
import { loadShipped } from './actions/load-shipped.ts'
import { sweepImports } from './actions/run-import.ts'
import { importRoutes } from './import-routes.tsx'
import { runImportJob } from './jobs.ts'
import { publicRoutes } from './public-routes.tsx'

export const frameworksMount: Mount = {
  name: 'frameworks',
  jobs: [runImportJob],
  async sweep(ctx) {
    await loadShipped(ctx)
    await sweepImports(ctx)
  },
  routes(router) {
    // « import » is no slug: its routes come first.
    importRoutes(router)
    publicRoutes(router)
  },
}
