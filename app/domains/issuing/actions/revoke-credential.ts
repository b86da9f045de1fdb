import { type Context, change, found } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { organisationById, permit } from '../../organisations/index.ts'
import { issuingRefusals } from '../errors.ts'
import { credentialRevoked } from '../events.ts'
import { wakePublisher } from '../jobs.ts'
import { setBit } from '../status-lists.ts'
import { tables } from '../tables.ts'

/** Withdraws a credential for good, with a reason. Its bit is set now and published by the worker. */
export const revokeCredential = (ctx: Context, credentialId: string, reason: string): Promise<void> =>
  change(ctx, async (tx) => {
    const credential = found(
      await tables(tx)
        .selectFrom('credentials')
        .select(['id', 'organisation_id', 'status_list_id', 'status_index', 'revoked_at'])
        .where('id', '=', credentialId)
        .forUpdate()
        .executeTakeFirst(),
    )
    const organisation = found(await organisationById(tx, credential.organisation_id))
    await permit(tx, organisation, 'credential.revoke')
    if (credential.revoked_at !== null) throw refuse(issuingRefusals.alreadyRevoked)
    await tables(tx)
      .updateTable('credentials')
      .set({
        revoked_at: tx.clock.now(),
        revocation_reason: reason,
        revoked_by: tx.viewer.kind === 'person' ? tx.viewer.accountId : null,
      })
      .where('id', '=', credential.id)
      .execute()
    await setBit(tx, { listId: credential.status_list_id, index: credential.status_index })
    await tx.queue.enqueue(tx, wakePublisher, { organisationId: organisation.id })
    await tx.queue.emit(tx, credentialRevoked, { credentialId: credential.id })
  })
