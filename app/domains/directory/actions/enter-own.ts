import type { Context } from '../../../infra/context.ts'
import {
  achievementJson,
  isAwarded,
  publishedBy,
  publishedRefs,
  publishedVersion,
} from '../../achievements/index.ts'
import { organisationById, organisationProfile } from '../../organisations/index.ts'
import { areasOf } from '../../territories/index.ts'
import { ownVersions } from '../again-reads.ts'
import { type Entered, enterEntry } from './enter-entry.ts'

/** Enters the latest version of an achievement made here. What is gone meanwhile is no fault. */
export async function enterOwn(ctx: Context, achievementId: string): Promise<Entered | undefined> {
  const version = await publishedVersion(ctx, achievementId)
  const organisation = version === undefined ? undefined : await organisationById(ctx, version.organisationId)
  if (version === undefined || organisation === undefined) return undefined
  const { territoryId } = organisation
  return enterEntry(ctx, {
    origin: 'here',
    achievement: achievementJson(ctx.origin, organisation, version),
    issuer: organisationProfile(ctx.origin, organisation),
    address: `${ctx.origin}/achievements/${achievementId}`,
    ownAchievementId: achievementId,
    organisationId: organisation.id,
    areas: territoryId === null ? [] : await areasOf(ctx, territoryId),
    awarded: await isAwarded(ctx, achievementId),
    illustrative: version.illustrative,
  })
}

/** What an organisation says of itself stands in each of its entries. */
export async function enterOwnOf(ctx: Context, organisationId: string): Promise<void> {
  for (const { achievementId } of await publishedBy(ctx, [organisationId])) await enterOwn(ctx, achievementId)
}

/** Enters whatever is published here and not in the directory in its latest version. */
export async function enterMissing(ctx: Context): Promise<number> {
  let entered = 0
  for (let after: string | undefined; ; ) {
    const refs = await publishedRefs(ctx, { after, limit: 500 })
    const known = await ownVersions(
      ctx,
      refs.map((one) => one.achievementId),
    )
    for (const { achievementId, version } of refs) {
      if (known.get(achievementId) === String(version)) continue
      const done = await enterOwn(ctx, achievementId)
      if (done?.outcome === 'entered' || done?.outcome === 'changed') entered++
    }
    after = refs.at(-1)?.achievementId
    if (after === undefined || refs.length < 500) return entered
  }
}
