import type { Mount } from '../../infra/http/index.ts'
import { loadShipped } from './actions/load-shipped.ts'
import { sweepImports } from './actions/run-import.ts'
import { runImportJob } from './jobs.ts'

export const frameworksMount: Mount = {
  name: 'frameworks',
  jobs: [runImportJob],
  async sweep(ctx) {
    await loadShipped(ctx)
    await sweepImports(ctx)
  },
}
