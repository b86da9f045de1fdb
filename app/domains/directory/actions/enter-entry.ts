import { type Context, change } from '../../../infra/context.ts'
import { refusals, refuse } from '../../../infra/refusal.ts'
import { indexText } from '../index-text.ts'
import type { EntryInput } from '../model.ts'
import { type Prepared, prepareEntry } from '../prepare.ts'
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
  replaceSkills,
  touchEntry,
  updateEntry,
} from '../store.ts'

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
  const one = prepareEntry(input)
  const { skills, aliases } = await matchSkills(ctx, one)
  return change(ctx, async (tx) => {
    await oneWriter(tx)
    const removed = await removedByKeys(tx, one.keys)
    if (removed !== undefined) return { id: removed, outcome: 'removed' }
    const [known, ...others] = await entriesByKeys(tx, one.keys)
    if (known === undefined) {
      const made = await insertEntry(tx, one)
      await write(tx, made, one, skills, aliases)
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
      await write(tx, known, one, skills, aliases)
      return { id: known.id, outcome: 'changed' }
    }
    await keepKeys(tx, known.id, one.keys)
    await keepSighting(tx, known.id, one)
    await touchEntry(tx, known.id)
    return { id: known.id, outcome: others.length > 0 ? 'changed' : 'seen' }
  })
}

async function write(
  tx: Context,
  { id, number }: { id: string; number: number },
  one: Prepared,
  skills: Awaited<ReturnType<typeof matchSkills>>['skills'],
  aliases: readonly string[],
): Promise<void> {
  await replaceSkills(tx, id, skills)
  await keepKeys(tx, id, one.keys)
  await keepSighting(tx, id, one)
  await indexText(tx, number, { ...textOf(one), skills, aliases })
}

const textOf = (one: Prepared) => {
  const { achievement, issuer, areas, awarded, origin } = one.input
  return {
    name: one.name,
    texts: [
      one.description,
      achievement.criteria.narrative ?? '',
      one.issuerName,
      issuer.address?.addressLocality ?? '',
      ...(achievement.tag ?? []),
    ],
    nature: one.shown,
    facts: one.facts,
    language: one.language,
    areas,
    issuer: { key: one.issuerKey, name: one.issuerName },
    awarded,
    origin,
  }
}

/** Entries come from jobs and from the people who run the place, never from a visitor. */
export function requireSystem(ctx: Context): void {
  const { viewer } = ctx
  if (viewer.kind === 'system' || (viewer.kind === 'person' && viewer.operator)) return
  throw refuse(refusals.notAllowed)
}
