import { isDeepStrictEqual } from 'node:util'
import { rulesVersion } from '@insigne/badge-quality'
import { type Context, change } from '../../../infra/context.ts'
import { listFrameworks } from '../../frameworks/index.ts'
import { entryIdsAfter, inputOf, matchedAt, outdatedEntries, skillsOf } from '../again-reads.ts'
import { prepareAsked } from '../prepare.ts'
import { matchSkills } from '../skills.ts'
import { keepMatchedAt, oneWriter, replaceSkills, updateJudgement } from '../store.ts'
import { indexEntries } from '../write-parts.ts'
import { requireSystem } from './enter-entry.ts'

/** So many at a time hold up the other writers. */
const batch = 100

/** Judges again what an older version of the rules judged. True when more is left. */
export async function judgeOutdated(ctx: Context): Promise<boolean> {
  requireSystem(ctx)
  const ids = await outdatedEntries(ctx, rulesVersion, batch)
  await judgeAgain(ctx, ids)
  return ids.length === batch
}

/** Judges these entries by today's rules, and looks for their skills in today's frameworks. */
export async function judgeAgain(ctx: Context, ids: readonly string[]): Promise<void> {
  requireSystem(ctx)
  for (const id of ids)
    await change(ctx, async (tx) => {
      await oneWriter(tx)
      const known = await inputOf(tx, id)
      if (known === undefined) return
      const one = await prepareAsked(tx, known.input)
      const matched = await matchSkills(tx, one)
      const newSkills = !isDeepStrictEqual(await skillsOf(tx, id), matched.skills)
      const visible = newSkills || one.digest !== known.digest
      await updateJudgement(tx, id, one, visible)
      if (!visible) return
      if (newSkills) await replaceSkills(tx, [{ id, skills: matched.skills }])
      await indexEntries(tx, [{ number: known.number, one, matched }])
    })
}

/** The last import of a framework that the entries were not matched to yet. */
export async function unmatchedImport(ctx: Context): Promise<Date | undefined> {
  const imports = (await listFrameworks(ctx)).map((one) => one.importedAt.getTime())
  if (imports.length === 0) return undefined
  const last = new Date(Math.max(...imports))
  const known = await matchedAt(ctx)
  return known === null || known < last ? last : undefined
}

/** Matches a handful of entries to today's skills. Answers where to go on; undefined when all are done. */
export async function matchAgain(ctx: Context, after: number, until: Date): Promise<number | undefined> {
  const entries = await entryIdsAfter(ctx, after, batch)
  await judgeAgain(
    ctx,
    entries.map((one) => one.id),
  )
  if (entries.length === batch) return entries.at(-1)?.number
  await change(ctx, (tx) => keepMatchedAt(tx, until))
  return undefined
}
