import { createHash } from 'node:crypto'
import { type Context, change, found } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import { refuse } from '../../../infra/refusal.ts'
import { accountById } from '../../accounts/index.ts'
import { frameworksRefusals } from '../errors.ts'
import { insertImport, type Wish } from '../imports.ts'
import { runImportJob } from '../jobs.ts'
import { permitImport } from '../permit-import.ts'
import { fileBytes } from '../rules.ts'
import { frameworkById } from '../store.ts'

export interface ImportRequest {
  /** Made with the form: sent twice, it is one import. */
  id?: string | undefined
  /** The organisation that it is for; null for the whole installation. */
  ownerId: string | null
  fileName: string
  bytes: Uint8Array
  wish: Wish
}

/** Keeps a file and has it imported by the worker. Nothing of it is read here. */
export const requestImport = (ctx: Context, request: ImportRequest): Promise<string> =>
  change(ctx, async (tx) => {
    await permitImport(tx, request.ownerId)
    if (request.bytes.length > fileBytes) throw refuse(frameworksRefusals.fileTooLarge)
    if (request.wish.frameworkId !== undefined) {
      const framework = found(await frameworkById(tx, request.wish.frameworkId))
      if (framework.kind === 'shipped') throw refuse(frameworksRefusals.shipped)
      if (framework.ownerId !== request.ownerId) throw refuse(frameworksRefusals.otherOwner)
    }
    const account = tx.viewer.kind === 'person' ? await accountById(tx, tx.viewer.accountId) : undefined
    const id = request.id ?? newId()
    const fresh = await insertImport(tx, {
      id,
      ownerId: request.ownerId,
      wish: request.wish,
      fileName: request.fileName.slice(0, 120),
      bytes: request.bytes,
      digest: createHash('sha256').update(request.bytes).digest('hex'),
      createdBy: account?.id ?? null,
      createdByName: account?.name ?? '',
    })
    if (fresh) await tx.queue.enqueue(tx, runImportJob, { importId: id })
    return id
  })
