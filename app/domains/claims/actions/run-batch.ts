import { sql } from 'kysely'
import { type Context, change } from '../../../infra/context.ts'
import { newCode } from '../../../infra/ids.ts'
import { describeError } from '../../../infra/log.ts'
import { holdAlready, type IssueRequest, issueCredentials, signedAmong } from '../../issuing/index.ts'
import { organisationById } from '../../organisations/index.ts'
import { linkOf } from '../list/check-row.ts'
import { awardChunk, codeLength } from '../rules.ts'
import { type Batch, type BatchRow, batchById, rowsOf } from '../store.ts'
import { tables } from '../tables.ts'

/**
 * Records the credentials of a confirmed batch, a few hundred in a transaction. Killed and run again, it goes
 * on where it was: a row that has its credential is not ready any more, and its id names the credential.
 */
export async function runBatch(ctx: Context, batchId: string): Promise<void> {
  while (await change(ctx, (tx) => awardSome(tx, batchId)));
  await change(ctx, (tx) => finish(tx, [batchId]))
}

async function awardSome(ctx: Context, batchId: string): Promise<boolean> {
  const batch = await batchById(ctx, batchId)
  if (batch === undefined || batch.state !== 'confirmed') return false
  await lockAwards(ctx, batch.achievementId)
  const rows = await rowsOf(ctx, batch.id, { states: ['ready'], limit: awardChunk })
  if (rows.length === 0) return false
  const organisation = await organisationById(ctx, batch.organisationId)
  if (organisation === undefined) return false

  const held = await holdAlready(ctx, batch.achievementId, rows.map(personOf))
  const due = rows.filter((_, order) => held[order] !== true)
  const issued = await issueCredentials(
    ctx,
    organisation,
    due.map((row) => requestOf(row, batch)),
  )
  const credentials = new Map(issued.map((one) => [one.sourceId, one.credentialId]))
  await sql`
    update award_rows set state = done.state, credential_id = done.credential
    from unnest(${rows.map((row) => row.id)}::uuid[],
                ${rows.map((row) => (credentials.has(row.id) ? 'recorded' : 'already'))}::text[],
                ${rows.map((row) => credentials.get(row.id) ?? null)}::uuid[]) as done (id, state, credential)
    where award_rows.id = done.id and award_rows.state = 'ready'`.execute(ctx.db)
  await printCards(
    ctx,
    due
      .filter((row) => row.cells.address === '')
      .flatMap((row) => credentials.get(row.id) ?? [])
      .map((credentialId) => ({ credentialId, organisationId: organisation.id, batchId: batch.id })),
  )
  return true
}

/** Awards of one achievement are decided one after the other: nobody gets it from two lists at once. */
export async function lockAwards(ctx: Context, achievementId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`awards ${achievementId}`}, 0))`.execute(ctx.db)
}

const personOf = ({ cells }: BatchRow) => ({ name: cells.name, address: cells.address || null })

function requestOf(row: BatchRow, batch: Batch): IssueRequest {
  const { evidence, narrative } = row.cells
  const url = linkOf(evidence)
  return {
    achievementId: batch.achievementId,
    version: batch.version,
    recipient: personOf(row),
    awardedAt: batch.confirmedAt ?? batch.createdAt,
    evidence: evidence === '' ? [] : url === undefined ? [{ narrative: evidence }] : [{ url }],
    ...(narrative === '' ? {} : { narrative }),
    sourceId: row.id,
  }
}

/** A code to print for each credential whose holder has no address. */
export async function printCards(
  ctx: Context,
  cards: { credentialId: string; organisationId: string; batchId: string | null }[],
): Promise<void> {
  if (cards.length === 0) return
  await tables(ctx)
    .insertInto('claim_cards')
    .values(
      cards.map((card) => ({
        code: newCode(codeLength),
        credential_id: card.credentialId,
        organisation_id: card.organisationId,
        batch_id: card.batchId,
        created_at: ctx.clock.now(),
        kept_at: null,
      })),
    )
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .execute()
}

/** Notes that credentials are signed, and closes the batches that this completes. Safe to repeat. */
export const noteSigned = (ctx: Context, credentialIds: string[]): Promise<void> =>
  change(ctx, async (tx) => {
    const batches = await tables(tx)
      .selectFrom('award_rows')
      .select('batch_id')
      .distinct()
      .where(sql<boolean>`credential_id = any(${credentialIds}::uuid[])`)
      .where('state', '=', 'recorded')
      .execute()
    if (batches.length === 0) return
    const ids = batches.map((row) => row.batch_id)
    // One after the other on a batch: the last one sees that nothing is left.
    await tables(tx)
      .selectFrom('award_batches')
      .select('id')
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute()
    await tables(tx)
      .updateTable('award_rows')
      .set({ state: 'awarded' })
      .where(sql<boolean>`credential_id = any(${credentialIds}::uuid[])`)
      .where('state', '=', 'recorded')
      .execute()
    await finish(tx, ids)
  })

async function finish(ctx: Context, batchIds: string[]): Promise<void> {
  await sql`
    select id from award_batches where id = any(${batchIds}::uuid[]) order by id for update`.execute(ctx.db)
  await sql`
    update award_batches set state = 'done', finished_at = ${ctx.clock.now()}
    where id = any(${batchIds}::uuid[]) and state = 'confirmed'
      and not exists (select from award_rows
                      where batch_id = award_batches.id and state in ('ready', 'recorded'))`.execute(ctx.db)
}

/** Batches that should be going on: taken up again when a worker died, closed when their last news was lost. */
export async function sweepBatches(ctx: Context): Promise<void> {
  const running = await tables(ctx)
    .selectFrom('award_batches')
    .select('id')
    .where('state', '=', 'confirmed')
    .orderBy('confirmed_at')
    .limit(100)
    .execute()
  for (const { id } of running) {
    try {
      await takeUp(ctx, id)
    } catch (error) {
      // One batch in trouble does not hold up the others.
      ctx.log.error({ batchId: id, ...describeError(error) }, 'a batch failed, it will be tried again')
    }
  }
}

async function takeUp(ctx: Context, batchId: string): Promise<void> {
  const recorded = await rowsOf(ctx, batchId, { states: ['recorded'], limit: 2000 })
  const signed = await signedAmong(
    ctx,
    recorded.flatMap((row) => row.credentialId ?? []),
  )
  if (signed.length > 0) await noteSigned(ctx, signed)
  await runBatch(ctx, batchId)
}
