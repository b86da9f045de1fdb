import type { Context } from '../../infra/context.ts'
import { designOf, latestPublished } from '../achievements/index.ts'
import type { DirectoryEntry } from './model.ts'
import { type Mark, ownAchievement } from './pages/say-entry.ts'

/** The marks of the badges made here, by their entry. */
export async function marksOf(
  ctx: Context,
  entries: readonly Pick<DirectoryEntry, 'id' | 'origin' | 'address'>[],
): Promise<Map<string, Mark>> {
  const own = entries.flatMap((entry) => {
    const achievementId = ownAchievement(entry)
    return achievementId === undefined ? [] : [{ entry: entry.id, achievementId }]
  })
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
