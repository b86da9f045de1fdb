import { z } from 'zod'
import { defineJob, reactTo } from '../../infra/queue.ts'
import { credentialsSigned } from '../issuing/index.ts'
import { noteSigned, runBatch } from './actions/run-batch.ts'

export const runBatchJob = defineJob({
  name: 'claims.run-batch',
  data: z.object({ batchId: z.uuid() }),
  keyOf: (data) => data.batchId,
  run: (ctx, { batchId }) => runBatch(ctx, batchId),
})

export const onSigned = reactTo(credentialsSigned, 'claims.note-signed', (ctx, { credentialIds }) =>
  noteSigned(ctx, credentialIds),
)
