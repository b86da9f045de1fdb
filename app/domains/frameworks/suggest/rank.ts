/** One word of the question, as the index knows it. */
export interface AskedWord {
  /** As it was typed. */
  word: string
  lexeme: string
  /** What it says: rare words say more; a word that is only near says less. */
  weight: number
  near: boolean
  /** Where it stands in the question. */
  place: number
}

/** A name, an alias or a clue in which words of the question stand. */
export interface FoundTerm {
  skillId: string
  kind: 'label' | 'alias' | 'clue'
  text: string
  lexemes: readonly string[]
  /** What all its words say together. */
  total: number
}

export interface Ranked {
  skillId: string
  score: number
  /** The term that speaks loudest, and the words of the question that stand in it. */
  term: FoundTerm
  words: string[]
  near: boolean
}

/** A name given by the framework says more than a word of ours. */
const kindWeight = { label: 1, alias: 0.95, clue: 0.9 } as const

/**
 * Orders skills by what the question says of them. Each word counts once for a skill, at the term where it says
 * most: a term of which every word was asked says more than a long one of which one word was.
 */
export function rank(asked: readonly AskedWord[], terms: readonly FoundTerm[]): Ranked[] {
  const byLexeme = new Map(asked.map((one) => [one.lexeme, one]))
  const skills = new Map<string, { words: Map<string, number>; best: number; term: FoundTerm }>()
  for (const term of terms) {
    const hits = term.lexemes.flatMap((lexeme) => byLexeme.get(lexeme) ?? [])
    const got = hits.reduce((sum, one) => sum + one.weight, 0)
    const cover = term.total > 0 ? Math.min(1, got / term.total) : 0
    const factor = kindWeight[term.kind] * (0.06 + 0.94 * cover ** 3)
    const skill = skills.get(term.skillId) ?? { words: new Map<string, number>(), best: -1, term }
    for (const one of hits) {
      const says = one.weight * factor
      if (says > (skill.words.get(one.lexeme) ?? 0)) skill.words.set(one.lexeme, says)
    }
    if (got * factor > skill.best) {
      skill.best = got * factor
      skill.term = term
    }
    skills.set(term.skillId, skill)
  }
  return [...skills]
    .map(([skillId, { words, term }]) => {
      const hits = term.lexemes.flatMap((lexeme) => byLexeme.get(lexeme) ?? [])
      return {
        skillId,
        score: [...words.values()].reduce((sum, says) => sum + says, 0),
        term,
        words: [...new Set(hits.sort((a, b) => a.place - b.place).map((one) => one.word))],
        near: hits.some((one) => one.near),
      }
    })
    .sort((a, b) => b.score - a.score || (a.skillId < b.skillId ? -1 : 1))
}
