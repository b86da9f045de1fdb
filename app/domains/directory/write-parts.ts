import type { Context } from '../../infra/context.ts'
import { type Indexed, indexTexts } from './index-text.ts'
import { keepKeys } from './keys.ts'
import type { Prepared } from './prepare.ts'
import type { MatchedSkills } from './skills.ts'
import { keepSightings, type Place, replaceSkills } from './store.ts'

/** A definition and its skills, ready to be written: judged and matched before anybody has to wait. */
export interface Ready {
  one: Prepared
  matched: MatchedSkills
}

/** Writes everything of these entries that does not stand in their own rows. */
export async function writeParts(tx: Context, many: readonly (Place & Ready)[]): Promise<void> {
  if (many.length === 0) return
  await replaceSkills(
    tx,
    many.map(({ id, matched }) => ({ id, skills: matched.skills })),
  )
  await keepKeys(
    tx,
    many.map(({ id, one }) => ({ id, keys: one.keys })),
  )
  await keepSightings(tx, many)
  await indexEntries(tx, many)
}

export const indexEntries = (tx: Context, many: readonly (Pick<Place, 'number'> & Ready)[]): Promise<void> =>
  indexTexts(
    tx,
    many.map(({ number, one, matched }) => ({ number, indexed: indexedOf(one, matched) })),
  )

function indexedOf(one: Prepared, { skills, aliases }: MatchedSkills): Indexed {
  const { achievement, issuer, areas, awarded, origin } = one.input
  return {
    name: one.name,
    skills,
    aliases,
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
