import { type Context, change, found } from '../../../infra/context.ts'
import { newCode, newId } from '../../../infra/ids.ts'
import { refuse } from '../../../infra/refusal.ts'
import { achievementById, publishedVersion, refuseUnlessAwarded } from '../../achievements/index.ts'
import { organisationById, permit } from '../../organisations/index.ts'
import { codeById } from '../codes.ts'
import { claimsRefusals } from '../errors.ts'
import { codeLength } from '../rules.ts'
import { tables } from '../tables.ts'

export interface NewCode {
  achievementId: string
  label: string
  /** What the group did; it goes into every badge of this code. */
  narrative: string
  opensAt: Date
  closesAt: Date
  maxAwards: number
  approval: 'automatic' | 'staff'
}

/** Opens a code with which a group takes its badges. */
export const createCode = (ctx: Context, input: NewCode): Promise<string> =>
  change(ctx, async (tx) => {
    const achievement = found(await achievementById(tx, input.achievementId))
    const organisation = found(await organisationById(tx, achievement.organisationId))
    await permit(tx, organisation, 'credential.award')
    const version = await publishedVersion(tx, achievement.id)
    if (version === undefined) throw refuse(claimsRefusals.notPublished)
    await refuseUnlessAwarded(tx, achievement)
    if (version.evidenceRule === 'required' && input.narrative === '')
      throw refuse(claimsRefusals.evidenceMissing)
    const id = newId()
    await tables(tx)
      .insertInto('claim_codes')
      .values({
        id,
        code: newCode(codeLength),
        organisation_id: organisation.id,
        achievement_id: achievement.id,
        version: version.version,
        label: input.label,
        narrative: input.narrative,
        opens_at: input.opensAt,
        closes_at: input.closesAt,
        max_awards: input.maxAwards,
        approval: input.approval,
        stopped_at: null,
        created_by: tx.viewer.kind === 'person' ? tx.viewer.accountId : null,
        created_at: tx.clock.now(),
      })
      .execute()
    return id
  })

/** Ends a code before its date. What was taken stays taken. */
export const stopCode = (ctx: Context, codeId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const code = found(await codeById(tx, codeId, { lock: true }))
    const organisation = found(await organisationById(tx, code.organisationId))
    await permit(tx, organisation, 'credential.award')
    await tables(tx)
      .updateTable('claim_codes')
      .set({ stopped_at: tx.clock.now() })
      .where('id', '=', code.id)
      .where('stopped_at', 'is', null)
      .execute()
  })
