import { type Context, change, found } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { publishedVersion } from '../../achievements/index.ts'
import { holdAlready } from '../../issuing/index.ts'
import { organisationById, permit } from '../../organisations/index.ts'
import { claimsRefusals } from '../errors.ts'
import { type Cells, checkCells, tidyAddress, tidyText } from '../list/check-row.ts'
import { settleRows } from '../rules.ts'
import { batchById, type NewRow, rowsOf, updateRows } from '../store.ts'

/** New cells for some rows, by row id. */
export type Corrections = ReadonlyMap<string, Partial<Cells>>

/** Puts corrections into the rows of a preview and checks the whole list again. */
export const correctBatch = (ctx: Context, batchId: string, corrections: Corrections): Promise<void> =>
  change(ctx, async (tx) => {
    const batch = found(await batchById(tx, batchId, { lock: true }))
    const organisation = found(await organisationById(tx, batch.organisationId))
    await permit(tx, organisation, 'credential.award')
    if (batch.state !== 'preview') throw refuse(claimsRefusals.batchClosed)
    const version = found(await publishedVersion(tx, batch.achievementId, batch.version))
    const rules = { evidenceRequired: version.evidenceRule === 'required' }

    const before = await rowsOf(tx, batch.id)
    const rows = before.map((row) => {
      const correction = corrections.get(row.id)
      if (correction === undefined) return row
      const cells = tidy({ ...row.cells, ...correction })
      return { ...row, cells, faults: checkCells(cells, rules) }
    })
    const held = await holdAlready(
      tx,
      batch.achievementId,
      rows.map(({ cells }) => ({ name: cells.name, address: cells.address || null })),
    )
    const settled = settleRows(rows, held)
    const after: NewRow[] = rows.map((row, order) => ({ ...row, ...settled[order] }))
    await updateRows(
      tx,
      batch.id,
      after.filter((row, order) => JSON.stringify(row) !== JSON.stringify(before[order])),
    )
  })

const tidy = (cells: Cells): Cells => ({
  name: tidyText(cells.name.replace(/\s+/g, ' ')),
  address: tidyAddress(cells.address),
  evidence: tidyText(cells.evidence),
  narrative: tidyText(cells.narrative),
})
