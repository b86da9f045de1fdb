import { type Context, change, found } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { isNetworkMember, permit } from '../../organisations/index.ts'
import { achievementRefusals } from '../errors.ts'
import { achievementRetired } from '../events.ts'
import { latestFacts } from '../reads.ts'
import { type Achievement, achievementById, lockAchievement, writeRetired } from '../store.ts'
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
export async function refuseUnlessAwarded(ctx: Context, achievement: Pick<Achievement, 'id'>): Promise<void> {
  const now = found(await achievementById(ctx, achievement.id))
  if (now.retiredAt !== null) throw refuse(achievementRefusals.retired)
  const left = await networkLeft(ctx, now)
  if (left !== undefined) throw refuse(achievementRefusals.networkLeft, { network: left })
}

/** The same question without a refusal. */
export async function isAwarded(ctx: Context, achievementId: string): Promise<boolean> {
  const now = await achievementById(ctx, achievementId)
  return now !== undefined && now.retiredAt === null && (await networkLeft(ctx, now)) === undefined
}

/** The name of the network whose model it follows and that its organisation is no member of. */
async function networkLeft(ctx: Context, achievement: Achievement): Promise<string | undefined> {
  const template = (await latestFacts(ctx, achievement.id))?.template ?? null
  if (template === null) return undefined
  const member = await isNetworkMember(ctx, template.network.id, achievement.organisationId)
  return member ? undefined : template.network.name
}
