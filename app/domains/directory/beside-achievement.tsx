import type { ComponentChildren } from 'preact'
import type { Context } from '../../infra/context.ts'
import { alikeOf } from './alike.ts'
import { marksOf } from './marks.ts'
import { Alike } from './pages/alike.tsx'
import { entryOfAchievement } from './reads.ts'

/** On the page of an achievement made here: badges that show the same skill, and the facts that differ. */
export async function besideAchievement(ctx: Context, achievementId: string): Promise<ComponentChildren> {
  const entry = await entryOfAchievement(ctx, achievementId)
  const alike = entry === undefined ? undefined : await alikeOf(ctx, entry)
  if (entry === undefined || alike === undefined) return null
  return (
    <Alike
      locale={ctx.locale}
      entry={entry}
      others={alike.others}
      skill={alike.skill}
      marks={await marksOf(ctx, alike.others)}
    />
  )
}
