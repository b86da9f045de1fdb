import type { Context } from '../../infra/context.ts'
import { indexText } from './index-text.ts'
import type { Prepared } from './prepare.ts'
import type { MatchedSkills } from './skills.ts'
import { keepKeys, keepSighting, replaceSkills } from './store.ts'

/** Writes everything of an entry that does not stand in its own row. */
export async function writeParts(
  tx: Context,
  { id, number }: { id: string; number: number },
  one: Prepared,
  matched: MatchedSkills,
): Promise<void> {
  await replaceSkills(tx, id, matched.skills)
  await keepKeys(tx, id, one.keys)
  await keepSighting(tx, id, one)
  await indexEntry(tx, number, one, matched)
}

export async function indexEntry(
  tx: Context,
  number: number,
  one: Prepared,
  { skills, aliases }: MatchedSkills,
): Promise<void> {
  const { achievement, issuer, areas, awarded, origin } = one.input
  await indexText(tx, number, {
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
  })
}
