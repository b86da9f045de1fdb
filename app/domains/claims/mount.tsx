import type { Mount } from '../../infra/http/index.ts'
import { sweepBatches } from './actions/run-batch.ts'
import { awardRoutes } from './award-routes.tsx'
import { batchRoutes } from './batch-routes.tsx'
import { claimRoutes } from './claim-routes.tsx'
import { codeRoutes } from './code-routes.tsx'
import { onSigned, runBatchJob } from './jobs.ts'
import { claimsWords } from './words.ts'

export const claimsMount: Mount = {
  name: 'claims',
  jobs: [runBatchJob],
  reactions: [onSigned],
  sweep: sweepBatches,
  flashes: (locale) => {
    const t = claimsWords(locale).flash
    return {
      'claims.corrected': t.corrected,
      'claims.code-stopped': t.codeStopped,
      'claims.decided': t.decided,
      'claims.kept': t.kept,
    }
  },
  routes(router) {
    awardRoutes(router)
    batchRoutes(router)
    codeRoutes(router)
    claimRoutes(router)
  },
}
