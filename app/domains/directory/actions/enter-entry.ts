import { type Context, change } from '../../../infra/context.ts'
import { refusals, refuse } from '../../../infra/refusal.ts'
import type { EntryInput } from '../model.ts'
import { prepareAsked } from '../prepare.ts'
import { authorityOf, speaks } from '../rules.ts'
import { matchSkills } from '../skills.ts'
import {
  entriesByKeys,
  insertEntry,
  keepKeys,
  keepSighting,
  mergeInto,
  oneWriter,
  removedByKeys,
  touchEntry,
  updateEntry,
} from '../store.ts'
import { writeParts } from '../write-parts.ts'

export interface Entered {
  /** The entry; of a definition that was taken out, the identifier that it had. */
  id: string
  /** `seen`: it was there, and nothing that a reader sees changed. `removed`: it was taken out and stays out. */
  outcome: 'entered' | 'changed' | 'seen' | 'removed'
}

/**
 * Puts a definition into the directory, or finds the entry that it already has: seen twice, re-hosted, twins of 2.0
 * and 3.0 are one entry with several sightings. May run twice, and by two at once.
 */
export async function enterEntry(ctx: Context, input: EntryInput): Promise<Entered> {
  requireSystem(ctx)
  // Judged and matched before anybody has to wait.
  const one = await prepareAsked(ctx, input)
  const matched = await matchSkills(ctx, one)
  return change(ctx, async (tx) => {
    await oneWriter(tx)
    const removed = await removedByKeys(tx, one.keys)
    if (removed !== undefined) return { id: removed, outcome: 'removed' }
    const [known, ...others] = await entriesByKeys(tx, one.keys)
    if (known === undefined) {
      const made = await insertEntry(tx, one)
      await writeParts(tx, made, one, matched)
      return { id: made.id, outcome: 'entered' }
    }
    for (const other of others) await mergeInto(tx, known.id, other.id)
    const copy = {
      authority: authorityOf(one.input),
      address: one.input.address,
      version: one.input.achievement.version,
    }
    if (speaks(copy, known) && (one.digest !== known.digest || known.state === 'gone')) {
      await updateEntry(tx, known.id, one)
      await writeParts(tx, known, one, matched)
      return { id: known.id, outcome: 'changed' }
    }
    await keepKeys(tx, known.id, one.keys)
    await keepSighting(tx, known.id, one)
    await touchEntry(tx, known.id)
    return { id: known.id, outcome: others.length > 0 ? 'changed' : 'seen' }
  })
}

/** Entries come from jobs and from the people who run the place, never from a visitor. */
export function requireSystem(ctx: Context): void {
  const { viewer } = ctx
  if (viewer.kind === 'system' || (viewer.kind === 'person' && viewer.operator)) return
  throw refuse(refusals.notAllowed)
}
