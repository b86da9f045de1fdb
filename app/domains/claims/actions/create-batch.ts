import { type Context, change, found } from '../../../infra/context.ts'
import { sayNumber } from '../../../infra/i18n.ts'
import { newId } from '../../../infra/ids.ts'
import { refuse } from '../../../infra/refusal.ts'
import type { Encoding } from '../../../infra/text-table/index.ts'
import { accountById } from '../../accounts/index.ts'
import { achievementById, publishedVersion, refuseUnlessAwarded } from '../../achievements/index.ts'
import { holdAlready } from '../../issuing/index.ts'
import { organisationById, permit } from '../../organisations/index.ts'
import { claimsRefusals } from '../errors.ts'
import { type ReadRow, readList } from '../list/read-list.ts'
import { mostRows, settleRows } from '../rules.ts'
import { type BatchSource, insertBatch, insertRows } from '../store.ts'

export interface NewBatch {
  /** Made with the form: sent twice, it is one batch. */
  id?: string | undefined
  achievementId: string
  /** A list as it was written, pasted or sent; or one person. */
  list:
    | { kind: 'paste' | 'file'; text: string; fileName?: string | undefined; encoding?: Encoding | undefined }
    | { kind: 'one'; row: ReadRow }
}

/** Reads a list and keeps every line of it for a preview. Nothing is awarded yet. */
export const createBatch = (ctx: Context, input: NewBatch): Promise<string> =>
  change(ctx, async (tx) => {
    const achievement = found(await achievementById(tx, input.achievementId))
    const organisation = found(await organisationById(tx, achievement.organisationId))
    await permit(tx, organisation, 'credential.award')
    const version = await publishedVersion(tx, achievement.id)
    if (version === undefined) throw refuse(claimsRefusals.notPublished)
    await refuseUnlessAwarded(tx, achievement)

    const { rows, source } = read(input.list, version.evidenceRule === 'required')
    if (rows.length === 0) throw refuse(claimsRefusals.listEmpty)
    if (rows.length > mostRows)
      throw refuse(claimsRefusals.listTooLong, {
        lines: sayNumber(tx.locale, rows.length),
        most: sayNumber(tx.locale, mostRows),
      })
    const account = tx.viewer.kind === 'person' ? await accountById(tx, tx.viewer.accountId) : undefined
    const id = input.id ?? newId()
    const fresh = await insertBatch(
      tx,
      {
        id,
        organisationId: organisation.id,
        achievementId: achievement.id,
        version: version.version,
        source,
        state: 'preview',
        createdByName: account?.name ?? '',
        createdAt: tx.clock.now(),
        confirmedAt: null,
        finishedAt: null,
        receipt: null,
      },
      account?.id ?? null,
    )
    if (!fresh) return id
    const held = await holdAlready(
      tx,
      achievement.id,
      rows.map(({ cells }) => ({ name: cells.name, address: cells.address || null })),
    )
    const settled = settleRows(rows, held)
    await insertRows(
      tx,
      id,
      rows.map(({ line, cells }, order) => ({
        id: newId(),
        line,
        cells,
        ...(settled[order] ?? { state: 'faulty', faults: [], twinLine: null }),
      })),
    )
    return id
  })

function read(list: NewBatch['list'], evidenceRequired: boolean): { rows: ReadRow[]; source: BatchSource } {
  if (list.kind === 'one') return { rows: [list.row], source: { kind: 'one', separator: '', header: false } }
  const { rows, separator, header } = readList(list.text, { evidenceRequired })
  return {
    // A list on one line has one line number; rows are told apart by theirs.
    rows: rows.map((row, order) => (rows[0]?.line === rows[1]?.line ? { ...row, line: order + 1 } : row)),
    source: {
      kind: list.kind,
      separator,
      header,
      ...(list.fileName === undefined ? {} : { fileName: list.fileName }),
      ...(list.encoding === undefined ? {} : { encoding: list.encoding }),
    },
  }
}
