import { type Context, change } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { isNetworkMember, permit } from '../../organisations/index.ts'
import { achievementRefusals } from '../errors.ts'
import { achievementRetired } from '../events.ts'
import { latestFacts } from '../reads.ts'
import { type Achievement, lockAchievement, writeRetired } from '../store.ts'
import { designable } from './design.ts'

/** Stops awarding an achievement, or awards it again. What was awarded stays public and verifiable. */
export const setRetired = (ctx: Context, achievementId: string, retired: boolean): Promise<void> =>
  change(ctx, async (tx) => {
    const { organisation } = await designable(tx, achievementId)
    await permit(tx, organisation, 'achievement.publish')
    await lockAchievement(tx, achievementId)
    const { achievement } = await designable(tx, achievementId)
    if (achievement.latestVersion === null) throw refuse(achievementRefusals.notPublished)
    if ((achievement.retiredAt !== null) === retired) return
    await writeRetired(tx, achievementId, retired ? tx.clock.now() : null)
    await tx.queue.emit(tx, achievementRetired, { achievementId, retired })
  })

/**
 * Lets pass whoever is about to award: refused while it is retired, and where it follows the model of a network that
 * its organisation has left, since the badge would carry that network's name.
 */
export async function refuseUnlessAwarded(ctx: Context, achievement: Achievement): Promise<void> {
  if (achievement.retiredAt !== null) throw refuse(achievementRefusals.retired)
  const template = (await latestFacts(ctx, achievement.id))?.template ?? null
  if (template === null) return
  if (!(await isNetworkMember(ctx, template.network.id, achievement.organisationId)))
    throw refuse(achievementRefusals.networkLeft, { network: template.network.name })
}
