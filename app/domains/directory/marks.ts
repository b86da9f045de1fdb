import type { Context } from '../../infra/context.ts'
import { designOf, latestPublished } from '../achievements/index.ts'
import type { DirectoryEntry } from './model.ts'
import type { Mark } from './pages/say-entry.ts'

/** The marks of the badges made here, by their entry. */
export async function marksOf(
  ctx: Context,
  entries: readonly Pick<DirectoryEntry, 'id' | 'ownAchievementId'>[],
): Promise<Map<string, Mark>> {
  const own = entries.flatMap(({ id, ownAchievementId }) =>
    ownAchievementId === null ? [] : [{ entry: id, achievementId: ownAchievementId }],
  )
  const versions = await latestPublished(
    ctx,
    own.map((one) => one.achievementId),
  )
  const designs = new Map(versions.map((version) => [version.achievementId, designOf(version)]))
  return new Map(
    own.flatMap(({ entry, achievementId }) => {
      const design = designs.get(achievementId)
      return design === undefined ? [] : [[entry, design] satisfies [string, Mark]]
    }),
  )
}
