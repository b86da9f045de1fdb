import { sql } from 'kysely'
import { asSystem, type Context, change, found } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { isAwarded, refuseUnlessAwarded } from '../../achievements/index.ts'
import { holdAlready, issueCredentials } from '../../issuing/index.ts'
import { organisationById, permit } from '../../organisations/index.ts'
import {
  type ClaimCode,
  type ClaimRequest,
  codeById,
  requestById,
  requestByPerson,
  takenOf,
} from '../codes.ts'
import { claimsRefusals } from '../errors.ts'
import { type CodeState, codeState, personKey } from '../rules.ts'
import { tables } from '../tables.ts'
import { lockAwards, printCards } from './run-batch.ts'

export interface Redemption {
  /** Made with the form: the same form sent twice is one request. */
  requestId: string
  codeId: string
  name: string
  address: string | null
}

/**
 * Uses a code for one person. Of two tries at once one waits for the other, and one badge is awarded. The
 * answer is the request to show: for somebody who is known already it is undefined, and says nothing of them.
 */
export const redeemCode = (ctx: Context, input: Redemption): Promise<ClaimRequest | undefined> =>
  change(ctx, async (tx) => {
    // One form may come with two codes at once: its number is held before it is looked up.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`claim ${input.requestId}`}, 0))`.execute(tx.db)
    const code = found(await codeById(tx, input.codeId, { lock: true }))
    const sent = await requestById(tx, input.requestId)
    if (sent !== undefined) return sent.codeId === code.id ? sent : undefined
    const key = personKey(input)
    if ((await requestByPerson(tx, code.id, key)) !== undefined) return undefined
    const taken = (await takenOf(tx, [code.id])).get(code.id) ?? 0
    refuseUnlessOpen(codeState(code, taken, tx.clock.now()))
    if (!(await isAwarded(tx, code.achievementId))) throw refuse(claimsRefusals.codeClosed)

    await lockAwards(tx, code.achievementId)
    const [held] = await holdAlready(tx, code.achievementId, [input])
    const waits = code.approval === 'staff' && held !== true
    await tables(tx)
      .insertInto('claim_requests')
      .values({
        id: input.requestId,
        code_id: code.id,
        person_key: key,
        name: input.name,
        address: input.address,
        state: waits ? 'waiting' : 'accepted',
        created_at: tx.clock.now(),
        decided_at: waits ? null : tx.clock.now(),
        decided_by: null,
        credential_id: null,
      })
      .execute()
    if (held === true) return undefined
    const request = found(await requestById(tx, input.requestId))
    return waits ? request : await award(tx, code, request)
  })

export function refuseUnlessOpen(state: CodeState): void {
  switch (state) {
    case 'open':
      return
    case 'not-open':
      throw refuse(claimsRefusals.codeNotOpen)
    case 'full':
      throw refuse(claimsRefusals.codeFull)
    case 'closed':
    case 'stopped':
      throw refuse(claimsRefusals.codeClosed)
  }
}

/** Accepts or refuses people who wait. Those decided already stay as they are. */
export const decideRequests = (
  ctx: Context,
  input: { codeId: string; requestIds: string[]; decision: 'accepted' | 'refused' },
): Promise<number> =>
  change(ctx, async (tx) => {
    const code = found(await codeById(tx, input.codeId, { lock: true }))
    const organisation = found(await organisationById(tx, code.organisationId))
    await permit(tx, organisation, 'credential.award')
    if (input.decision === 'accepted') await refuseUnlessAwarded(tx, { id: code.achievementId })
    await lockAwards(tx, code.achievementId)
    let decided = 0
    for (const id of new Set(input.requestIds)) {
      const request = await requestById(tx, id)
      if (request === undefined || request.codeId !== code.id || request.state !== 'waiting') continue
      decided += 1
      await tables(tx)
        .updateTable('claim_requests')
        .set({
          state: input.decision,
          decided_at: tx.clock.now(),
          decided_by: tx.viewer.kind === 'person' ? tx.viewer.accountId : null,
        })
        .where('id', '=', id)
        .execute()
      const [held] = await holdAlready(tx, code.achievementId, [request])
      if (input.decision === 'accepted' && held !== true) await award(tx, code, request)
    }
    return decided
  })

/** The staff who opened the code decided for whoever has it: the product awards in their name. */
async function award(ctx: Context, code: ClaimCode, request: ClaimRequest): Promise<ClaimRequest> {
  const organisation = found(await organisationById(ctx, code.organisationId))
  const [issued] = await issueCredentials(asSystem(ctx), organisation, [
    {
      achievementId: code.achievementId,
      version: code.version,
      recipient: { name: request.name, address: request.address },
      awardedAt: ctx.clock.now(),
      evidence: [],
      ...(code.narrative === '' ? {} : { narrative: code.narrative }),
      sourceId: request.id,
    },
  ])
  const { credentialId } = found(issued)
  await tables(ctx)
    .updateTable('claim_requests')
    .set({ state: 'accepted', credential_id: credentialId })
    .where('id', '=', request.id)
    .execute()
  if (request.address === null)
    await printCards(ctx, [{ credentialId, organisationId: organisation.id, batchId: null }])
  return { ...request, state: 'accepted', credentialId }
}
