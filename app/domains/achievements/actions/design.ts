import { type Context, change, found } from '../../../infra/context.ts'
import { newId } from '../../../infra/ids.ts'
import { type Organisation, organisationById, permit } from '../../organisations/index.ts'
import { changeNature, emptyFacts, Facts, factsOfStep, type Nature, type Step } from '../facts.ts'
import { latestFacts } from '../reads.ts'
import {
  type Achievement,
  achievementById,
  deleteAchievement,
  deleteDraft,
  draftOf,
  insertAchievement,
  lockAchievement,
  writeDraft,
} from '../store.ts'
import { openFacts } from '../template.ts'

/** Opens a draft. Nothing is public before publication. */
export const createAchievement = (
  ctx: Context,
  organisationId: string,
  nature: Nature,
): Promise<{ achievementId: string }> =>
  change(ctx, async (tx) => {
    await permit(tx, found(await organisationById(tx, organisationId)), 'achievement.design')
    const achievementId = newId()
    await insertAchievement(tx, { id: achievementId, organisationId })
    await writeDraft(tx, achievementId, emptyFacts(nature, tx.locale))
    return { achievementId }
  })

/**
 * Keeps one screen of the designer; what the other screens hold stays. Members that the step does not own
 * are ignored. On a published achievement the first save opens the draft of its next version.
 */
export const saveDraft = (
  ctx: Context,
  achievementId: string,
  step: Step,
  data: Partial<Facts>,
): Promise<Facts> =>
  change(ctx, async (tx) => {
    const { achievement } = await designable(tx, achievementId)
    await lockAchievement(tx, achievementId)
    const facts = withStep(await currentFacts(tx, achievement), step, data)
    await writeDraft(tx, achievementId, facts)
    return facts
  })

/** Opens a draft from the last published version; an open draft is left as it is. */
export const reviseAchievement = (ctx: Context, achievementId: string): Promise<void> =>
  change(ctx, async (tx) => {
    const { achievement } = await designable(tx, achievementId)
    await lockAchievement(tx, achievementId)
    if ((await draftOf(tx, achievementId)) === undefined)
      await writeDraft(tx, achievementId, await currentFacts(tx, achievement))
  })

/** Drops the draft; an achievement that was never published goes with it. */
export const dropDraft = (ctx: Context, achievementId: string): Promise<void> =>
  change(ctx, async (tx) => {
    await designable(tx, achievementId)
    // Read once nobody else can publish it: a colleague may be doing so at this moment.
    await lockAchievement(tx, achievementId)
    const achievement = found(await achievementById(tx, achievementId))
    if (achievement.latestVersion === null) await deleteAchievement(tx, achievementId)
    else await deleteDraft(tx, achievementId)
  })

/** The achievement and its organisation, for somebody who may design there. */
export async function designable(
  ctx: Context,
  achievementId: string,
): Promise<{ achievement: Achievement; organisation: Organisation }> {
  const achievement = found(await achievementById(ctx, achievementId))
  const organisation = found(await organisationById(ctx, achievement.organisationId))
  await permit(ctx, organisation, 'achievement.design')
  return { achievement, organisation }
}

/** The draft, or the last published version where there is none. */
export async function currentFacts(ctx: Context, achievement: Achievement): Promise<Facts> {
  const draft = await draftOf(ctx, achievement.id)
  return draft?.facts ?? found(await latestFacts(ctx, achievement.id))
}

/** The facts as they are once a screen is kept. What a network's model locks stays as the network wrote it. */
export function withStep(before: Facts, step: Step, data: Partial<Facts>): Facts {
  const mine: readonly string[] = factsOfStep[step]
  const open = before.template === null ? undefined : openFacts(before.template)
  const kept: Partial<Facts> = Object.fromEntries(
    Object.entries(data).filter(([key]) => mine.includes(key) && (open === undefined || open.includes(key))),
  )
  return Facts.parse({
    ...changeNature(before, kept.nature ?? before.nature),
    ...kept,
    ...(kept.translations === undefined
      ? {}
      : { translations: joined(before.translations, kept.translations) }),
  })
}

/** Translations by language; one whose texts are all empty is gone. */
const joined = (before: Facts['translations'], typed: Facts['translations']): Facts['translations'] =>
  Object.fromEntries(
    Object.entries({ ...before, ...typed }).filter(([, { criteria, ...texts }]) =>
      [...Object.values(texts), ...criteria].some((text) => text !== ''),
    ),
  )
