import type { Context } from '../../infra/context.ts'
import { designOf, latestPublished } from '../achievements/index.ts'
import type { DirectoryEntry } from './model.ts'
import type { Mark } from './pages/say-entry.ts'

/** The marks of the badges made here, by their achievement. */
export async function marksOf(
  ctx: Context,
  entries: readonly Pick<DirectoryEntry, 'origin' | 'achievementId'>[],
): Promise<Map<string, Mark>> {
  const ids = entries.flatMap((one) =>
    one.origin === 'here' && one.achievementId !== null ? [one.achievementId] : [],
  )
  const versions = await latestPublished(ctx, ids)
  return new Map(versions.map((version) => [version.achievementId, designOf(version)]))
}
