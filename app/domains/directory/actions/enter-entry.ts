import { type Context, change, found } from '../../../infra/context.ts'
import { refusals, refuse } from '../../../infra/refusal.ts'
import { entriesByKeys, keepKeys, removedByKeys, takenKeys } from '../keys.ts'
import type { EntryInput } from '../model.ts'
import { prepareAsked } from '../prepare.ts'
import { authorityOf, speaks } from '../rules.ts'
import { matchSkills } from '../skills.ts'
import { insertEntries, keepSightings, mergeInto, oneWriter, touchEntry, updateEntry } from '../store.ts'
import { type Ready, writeParts } from '../write-parts.ts'

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
  const [entered] = await enterReady(ctx, [await makeReady(ctx, input)])
  return found(entered)
}

/** Judges and matches a definition, before anybody has to wait. */
export async function makeReady(ctx: Context, input: EntryInput): Promise<Ready> {
  requireSystem(ctx)
  const one = await prepareAsked(ctx, input)
  return { one, matched: await matchSkills(ctx, one) }
}

/** Several at once, each with the outcome that it would have alone, in their order. */
export async function enterReady(ctx: Context, all: readonly Ready[]): Promise<Entered[]> {
  requireSystem(ctx)
  if (all.length === 0) return []
  return change(ctx, async (tx) => {
    await oneWriter(tx)
    const fresh = await unknownOf(tx, all)
    const places = await insertEntries(
      tx,
      fresh.map(({ one }) => one),
    )
    const made = fresh.map((ready, at) => ({ ...ready, ...found(places[at]) }))
    await writeParts(tx, made)
    const idOf = new Map<Ready, string>(fresh.map((ready, at) => [ready, found(made[at]).id]))
    const entered: Entered[] = []
    for (const ready of all) {
      const id = idOf.get(ready)
      entered.push(id === undefined ? await enterOne(tx, ready) : { id, outcome: 'entered' })
    }
    return entered
  })
}

/** Those that the directory does not know, and that no other of them could be the same as: nothing to compare. */
async function unknownOf(tx: Context, all: readonly Ready[]): Promise<Ready[]> {
  if (all.length === 1) return []
  const keys = all.flatMap(({ one }) => one.keys)
  const taken = await takenKeys(tx, keys)
  const times = new Map<string, number>()
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  return all.filter(({ one }) => one.keys.every((key) => !taken.has(key) && times.get(key) === 1))
}

async function enterOne(tx: Context, { one, matched }: Ready): Promise<Entered> {
  const removed = await removedByKeys(tx, one.keys)
  if (removed !== undefined) return { id: removed, outcome: 'removed' }
  const [known, ...others] = await entriesByKeys(tx, one.keys)
  if (known === undefined) {
    const made = found((await insertEntries(tx, [one]))[0])
    await writeParts(tx, [{ ...made, one, matched }])
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
    await writeParts(tx, [{ id: known.id, number: known.number, one, matched }])
    return { id: known.id, outcome: 'changed' }
  }
  await keepKeys(tx, [{ id: known.id, keys: one.keys }])
  await keepSightings(tx, [{ id: known.id, one }])
  await touchEntry(tx, known.id)
  return { id: known.id, outcome: others.length > 0 ? 'changed' : 'seen' }
}

/** Entries come from jobs and from the people who run the place, never from a visitor. */
export function requireSystem(ctx: Context): void {
  const { viewer } = ctx
  if (viewer.kind === 'system' || (viewer.kind === 'person' && viewer.operator)) return
  throw refuse(refusals.notAllowed)
}
