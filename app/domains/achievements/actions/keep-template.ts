import { type Context, change, found } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import { refuse } from '../../../infra/refusal.ts'
import { isNetworkMember, type Organisation, organisationById, permit } from '../../organisations/index.ts'
import { achievementRefusals } from '../errors.ts'
import type { Facts } from '../facts.ts'
import { latestFacts, publishedFacts } from '../reads.ts'
import { deleteAchievement, draftOf, insertAchievement, lockAchievement, writeDraft } from '../store.ts'
import { type OpenPart, openFacts } from '../template.ts'
import {
  adoptionsOf,
  closeTemplate,
  insertAdoption,
  type OfferedTemplate,
  templateById,
  writeTemplate,
} from '../templates.ts'
import { currentFacts, designable } from './design.ts'

/** Offers the published version to the members of the network, with the parts that they may write themselves. */
export const offerTemplate = (ctx: Context, achievementId: string, open: OpenPart[]): Promise<void> =>
  change(ctx, async (tx) => {
    const { organisation } = await designable(tx, achievementId)
    await permit(tx, organisation, 'achievement.publish')
    await lockAchievement(tx, achievementId)
    const { achievement } = await designable(tx, achievementId)
    const facts = await latestFacts(tx, achievementId)
    if (facts === undefined || achievement.latestVersion === null)
      throw refuse(achievementRefusals.notPublished)
    if (achievement.retiredAt !== null) throw refuse(achievementRefusals.retired)
    if (facts.template !== null) throw refuse(achievementRefusals.templateOfTemplate)
    await writeTemplate(tx, { achievementId, version: achievement.latestVersion, open })
  })

/** Offers it no longer. Whoever follows it keeps the versions that it has. */
export const withdrawTemplate = (ctx: Context, achievementId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const { organisation } = await designable(tx, achievementId)
    await permit(tx, organisation, 'achievement.publish')
    await closeTemplate(tx, achievementId)
  })

/**
 * Takes over a model of a network that the organisation belongs to, as a draft of its own. Asked twice, the first
 * one is the answer.
 */
export const adoptTemplate = (
  ctx: Context,
  organisationId: string,
  templateId: string,
): Promise<{ achievementId: string }> =>
  change(ctx, async (tx) => {
    const organisation = found(await organisationById(tx, organisationId))
    await permit(tx, organisation, 'achievement.design')
    const template = await templateById(tx, templateId)
    if (template === undefined || template.withdrawnAt !== null)
      throw refuse(achievementRefusals.templateUnavailable)
    const network = found(await organisationById(tx, template.version.organisationId))
    if (!(await isNetworkMember(tx, network.id, organisation.id)))
      throw refuse(achievementRefusals.templateUnavailable)
    const achievementId = newId()
    await insertAchievement(tx, { id: achievementId, organisationId })
    if (!(await insertAdoption(tx, { achievementId, templateId, organisationId }))) {
      await deleteAchievement(tx, achievementId)
      return { achievementId: found((await adoptionsOf(tx, organisationId)).get(templateId)) }
    }
    const facts = found(await publishedFacts(tx, templateId, template.version.version))
    await writeDraft(tx, achievementId, following(facts, template, network))
    return { achievementId }
  })

/** Takes over the newer version of the model: a draft with the network's parts, and one's own where it left them. */
export const followTemplate = (ctx: Context, achievementId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const { achievement } = await designable(tx, achievementId)
    await lockAchievement(tx, achievementId)
    const newer = await newerTemplate(tx, achievementId)
    if (newer === undefined) return
    const own = await currentFacts(tx, achievement)
    const open = openFacts({ open: newer.template.open })
    const kept = Object.fromEntries(Object.entries(own).filter(([key]) => open.includes(key)))
    const facts = following(newer.facts, newer.template, newer.network)
    await writeDraft(tx, achievementId, { ...facts, ...kept })
  })

/** The version of the model that an achievement could follow, where it follows an older one. */
export async function newerTemplate(
  ctx: Context,
  achievementId: string,
): Promise<{ template: OfferedTemplate; network: Organisation; facts: Facts; before: Facts } | undefined> {
  const own = (await draftOf(ctx, achievementId))?.facts ?? (await latestFacts(ctx, achievementId))
  const origin = own?.template ?? null
  if (origin === null) return undefined
  const template = await templateById(ctx, origin.achievementId)
  if (template === undefined || template.version.version <= origin.version) return undefined
  const network = await organisationById(ctx, template.version.organisationId)
  const facts = await publishedFacts(ctx, origin.achievementId, template.version.version)
  const before = await publishedFacts(ctx, origin.achievementId, origin.version)
  if (network === undefined || facts === undefined || before === undefined) return undefined
  return { template, network, facts, before }
}

/** The facts of a model as those of a badge that follows it. */
const following = (facts: Facts, template: OfferedTemplate, network: Organisation): Facts => ({
  ...facts,
  template: {
    achievementId: template.achievementId,
    version: template.version.version,
    network: { id: network.id, did: network.did, name: network.displayName, slug: network.slug },
    open: template.open,
  },
})
