import { type Context, change, found } from '../../../infra/context.ts'
import { Refusal, refuse } from '../../../infra/refusal.ts'
import { permit } from '../../organisations/index.ts'
import { askRegister } from '../ask-register.ts'
import { achievementRefusals } from '../errors.ts'
import { achievementPublished } from '../events.ts'
import { changeNature, type Facts, type Nature } from '../facts.ts'
import { publishedVersion } from '../reads.ts'
import { isRefusing, withAnswer } from '../registered.ts'
import { registrationRefused } from '../registration-refused.ts'
import { changedFacts, type IssuerFacts, missingFacts, supportedNatures } from '../rules.ts'
import { asVersion, deleteDraft, draftOf, insertVersion, lockAchievement } from '../store.ts'
import { achievementWords } from '../words.ts'
import { designable } from './design.ts'

/**
 * Publishes the draft as a new version that never changes. Refused, with the missing facts named, when the
 * facts do not support the declared nature, or when the register that was imported says no to the number; `as`
 * publishes under another nature that they do support.
 */
export const publishAchievement = (
  ctx: Context,
  achievementId: string,
  options: { as?: Nature | undefined } = {},
): Promise<{ version: number }> =>
  change(ctx, async (tx) => {
    const { organisation } = await designable(tx, achievementId)
    await permit(tx, organisation, 'achievement.publish')
    await lockAchievement(tx, achievementId)
    const last = await publishedVersion(tx, achievementId)
    const draft = await draftOf(tx, achievementId)
    if (draft === undefined) {
      found(last)
      throw refuse(achievementRefusals.nothingToPublish)
    }
    const declared = settled(changeNature(draft.facts, options.as ?? draft.facts.nature))
    const missing = missingFacts(declared.nature, declared, organisation)
    if (missing.length > 0) throw factsMissing(tx, declared, organisation)
    const answer = await askRegister(tx, declared)
    if (isRefusing(answer)) throw registrationRefused(tx.locale, declared, answer)
    const facts = withAnswer(declared, answer)
    if (last !== undefined && changedFacts(last, asVersion(facts, last)).length === 0)
      throw refuse(achievementRefusals.nothingToPublish)
    const version = (last?.version ?? 0) + 1
    await insertVersion(tx, achievementId, version, facts)
    await deleteDraft(tx, achievementId)
    await tx.queue.emit(tx, achievementPublished, { achievementId, version })
    return { version }
  })

/** A number in a register belongs to a registered certification and to nothing else. */
const settled = (facts: Facts): Facts =>
  facts.nature === 'registered' ? facts : { ...facts, registration: null }

/** The refusal: what the nature needs and does not find, and what could be said instead. */
export function factsMissing(ctx: Context, facts: Facts, issuer: IssuerFacts): Refusal {
  const missing = missingFacts(facts.nature, facts, issuer)
  const offered = supportedNatures(facts, issuer)
  const sentence = (locale: 'fr' | 'en') => {
    const words = achievementWords(locale)
    return refuse(achievementRefusals.factsMissing, {
      nature: words.natures[facts.nature].name,
      missing: missing.map((fact) => words.missing[fact].short).join(', '),
      offered: offered[0] === undefined ? '' : words.natures[offered[0]].name,
    }).say(locale)
  }
  const words = achievementWords(ctx.locale)
  return new Refusal(
    achievementRefusals.factsMissing,
    { fr: sentence('fr'), en: sentence('en') },
    missing.map((fact) => ({ path: fact, message: words.missing[fact].sentence })),
  )
}
