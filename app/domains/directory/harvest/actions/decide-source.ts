import { type Context, change, found } from '../../../../infra/context.ts'
import { refuse } from '../../../../infra/refusal.ts'
import { harvestRefusals } from '../errors.ts'
import { releaseRun } from '../frontier.ts'
import { requireOperator } from '../permit.ts'
import { closeRun } from '../run-store.ts'
import { insertSource, sourceById, updateSource } from '../sources.ts'

/** The operator's answer to a proposal. */
export const decideSource = (
  ctx: Context,
  id: string,
  decision: { accept: true } | { accept: false; reason: string },
): Promise<void> =>
  change(ctx, async (tx) => {
    requireOperator(tx)
    const source = found(await sourceById(tx, id))
    if (source.state !== 'proposed') throw refuse(harvestRefusals.decided)
    const now = tx.clock.now()
    await updateSource(
      tx,
      id,
      decision.accept
        ? { state: 'active', decided_at: now, next_at: now }
        : { state: 'refused', decided_at: now, reason: decision.reason },
    )
  })

/** Reads a source now, or again where it was stopped or refused. */
export const readNow = (ctx: Context, id: string): Promise<void> =>
  change(ctx, async (tx) => {
    requireOperator(tx)
    const source = found(await sourceById(tx, id))
    if (source.runId !== null) return
    await updateSource(tx, id, { state: 'active', reason: null, next_at: tx.clock.now(), failures: 0 })
  })

/** Reads a source no more. What it brought stays, with its date. */
export const stopSource = (ctx: Context, id: string, reason: string): Promise<void> =>
  change(ctx, async (tx) => {
    requireOperator(tx)
    const source = found(await sourceById(tx, id))
    if (source.runId !== null) {
      await closeRun(tx, source.runId, null)
      await releaseRun(tx, source.runId)
    }
    await updateSource(tx, id, { state: 'stopped', reason, run_id: null, next_at: null })
  })

/** A source that the demo brings: read like any other, and gone with it. */
export const addDemoSource = (
  ctx: Context,
  source: { address: string; name: string; areas: readonly string[] },
): Promise<string | undefined> =>
  change(ctx, (tx) =>
    insertSource(tx, { ...source, state: 'active', note: null, proposedBy: null, demo: true }),
  )
