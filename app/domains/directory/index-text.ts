import type { Context } from '../../infra/context.ts'
import type { EntrySkill } from './model.ts'
import { factBits } from './rules.ts'
import { pack } from './search/packed.ts'
import { tellingWords } from './search/words.ts'
import { putSearchRow } from './store.ts'
import { ensureTerms, termKey, type WantedTerm } from './terms.ts'

/** What the index reads of an entry. */
export interface Indexed {
  name: string
  skills: readonly EntrySkill[]
  /** Other names of its skills. */
  aliases: readonly string[]
  texts: readonly string[]
  nature: string
  /** Ten signs. */
  facts: string
  language: string | null
  areas: readonly string[]
  issuer: { key: string; name: string }
  awarded: boolean | null
  origin: 'here' | 'elsewhere'
}

/** More different words than this are not looked for in one text. */
const mostWords = 600

/** Writes the narrow row that the index of every process reads. */
export async function indexText(tx: Context, number: number, one: Indexed): Promise<void> {
  const name = wanted([one.name])
  const skills = wanted([...one.skills.map((skill) => skill.name), ...one.aliases])
  const rest = wanted(one.texts)
  const { traits, topics, issuer } = valuesOf(one)
  const ids = await ensureTerms(tx, [...traits, ...topics, issuer, ...rest, ...skills, ...name])
  const numbers = (terms: readonly WantedTerm[], without: ReadonlySet<number>) =>
    terms.flatMap((term) => ids.get(termKey(term)) ?? []).filter((id) => !without.has(id))
  // A word counts once, where it says most.
  const inName = numbers(name, new Set())
  const inSkills = numbers(skills, new Set(inName))
  const elsewhere = numbers(rest, new Set([...inName, ...inSkills]))
  await putSearchRow(
    tx,
    number,
    pack({
      facts: factBits(one.facts),
      issuer: ids.get(termKey(issuer)) ?? 0,
      traits: numbers(traits, new Set()),
      topics: numbers(topics, new Set()),
      words: [inName, inSkills, elsewhere],
    }),
  )
}

const wanted = (texts: readonly string[]): WantedTerm[] => {
  const words = new Map<string, WantedTerm>()
  for (const { word, shown } of texts.flatMap((text) => tellingWords(text))) {
    if (words.size >= mostWords) break
    if (!words.has(word)) words.set(word, { kind: 'word', value: word, label: shown })
  }
  return [...words.values()]
}

function valuesOf(one: Indexed): { traits: WantedTerm[]; topics: WantedTerm[]; issuer: WantedTerm } {
  const plain = (kind: WantedTerm['kind'], value: string | null): WantedTerm[] =>
    value === null || value === '' ? [] : [{ kind, value, label: value }]
  return {
    traits: [
      ...plain('nature', one.nature),
      ...plain('language', one.language),
      ...one.areas.flatMap((area) => plain('area', area)),
      ...(one.awarded === true ? plain('awarded', 'yes') : []),
      ...plain('origin', one.origin),
    ],
    topics: [
      ...one.skills.flatMap(({ skillId, name }): WantedTerm[] =>
        skillId === null ? [] : [{ kind: 'skill', value: skillId, label: name }],
      ),
      ...one.skills.flatMap(({ framework }) => plain('framework', framework)),
    ],
    issuer: { kind: 'issuer', value: one.issuer.key, label: one.issuer.name },
  }
}
