import { z } from 'zod'
import { defineJob } from '../../infra/queue.ts'
import { runImport } from './actions/run-import.ts'

export const runImportJob = defineJob({
  name: 'frameworks.run-import',
  data: z.object({ importId: z.uuid() }),
  keyOf: (data) => data.importId,
  run: (ctx, { importId }) => runImport(ctx, importId),
})
