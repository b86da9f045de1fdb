import type { Context } from '../../infra/context.ts'
import type { EntrySkill } from './model.ts'
import { factBits } from './rules.ts'
import { pack } from './search/packed.ts'
import { tellingWords } from './search/words.ts'
import { putSearchRows } from './store.ts'
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

/** Writes the narrow rows that the index of every process reads. */
export async function indexTexts(
  tx: Context,
  many: readonly { number: number; indexed: Indexed }[],
): Promise<void> {
  const read = many.map(({ number, indexed }) => ({ number, facts: indexed.facts, ...termsOf(indexed) }))
  const ids = await ensureTerms(
    tx,
    read.flatMap(({ traits, topics, issuer, rest, skills, name }) => [
      ...traits,
      ...topics,
      issuer,
      ...rest,
      ...skills,
      ...name,
    ]),
  )
  await putSearchRows(
    tx,
    read.map(({ number, ...one }) => ({ number, packed: packedOf(one, ids) })),
  )
}

const termsOf = (one: Indexed) => ({
  name: wanted([one.name]),
  skills: wanted([...one.skills.map((skill) => skill.name), ...one.aliases]),
  rest: wanted(one.texts),
  ...valuesOf(one),
})

function packedOf(
  one: ReturnType<typeof termsOf> & { facts: string },
  ids: ReadonlyMap<string, number>,
): Buffer {
  const numbers = (terms: readonly WantedTerm[], without: ReadonlySet<number>) =>
    terms.flatMap((term) => ids.get(termKey(term)) ?? []).filter((id) => !without.has(id))
  // A word counts once, where it says most.
  const inName = numbers(one.name, new Set())
  const inSkills = numbers(one.skills, new Set(inName))
  const elsewhere = numbers(one.rest, new Set([...inName, ...inSkills]))
  return pack({
    facts: factBits(one.facts),
    issuer: ids.get(termKey(one.issuer)) ?? 0,
    traits: numbers(one.traits, new Set()),
    topics: numbers(one.topics, new Set()),
    words: [inName, inSkills, elsewhere],
  })
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
