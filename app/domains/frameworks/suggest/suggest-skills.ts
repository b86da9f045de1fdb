import { sql } from 'kysely'
import type { Context } from '../../../infra/context.ts'
import type { Locale } from '../../../infra/i18n.ts'
import { type FrameworkKind, registerKinds, uriKey } from '../rules.ts'
import { type Skill, skillLabel, skillsByIds } from '../store.ts'
import { type AskedWord, type FoundTerm, type Ranked, rank } from './rank.ts'
import { isSlip } from './slip.ts'

/** Why a skill is proposed: which words were found, and where. */
export interface Reason {
  /** The framework's own name of the skill, an alias, a word of ours, or a neighbour of a skill that was found. */
  by: 'label' | 'alias' | 'clue' | 'mapping'
  /** The words as they were typed. */
  words: string[]
  /** The name, alias or clue in which they stand. */
  term: string
  /** A word is spelled otherwise than in the term. */
  near: boolean
}

export interface Suggestion {
  skill: Skill
  label: string
  reason: Reason
}

export interface SuggestWish {
  text: string
  language: Locale
  /** Ten unless said; fifty at most. */
  limit?: number | undefined
  /** Slugs; all that hold skills unless said. */
  frameworks?: readonly string[] | undefined
}

const longestText = 4000
const mostWords = 60
/** Words looked up in the index: beyond, the rarest speak. */
const spokenWords = 14
const nearWords = 5
const termsRead = 250

/**
 * Skills that a text speaks of, the nearest first, each with its reason. Full text in the language of the text,
 * words of rare use first; a word that nothing holds is replaced by the nearest spelling. No order is random.
 */
export async function suggestSkills(ctx: Context, wish: SuggestWish): Promise<Suggestion[]> {
  const limit = Math.max(1, Math.min(50, wish.limit ?? 10))
  const { asked, total } = await askedWords(ctx, wish.text, wish.language)
  if (asked.length === 0) return []
  const terms = await findTerms(ctx, asked, total, wish)
  const ranked = rank(asked, terms)
  const all = await withNeighbours(ctx, ranked, wish)
  const skills = new Map(
    (
      await skillsByIds(
        ctx,
        all.slice(0, limit * 3).map((one) => one.skillId),
      )
    ).map((one) => [one.id, one]),
  )
  const seen = new Set<string>()
  const suggestions: Suggestion[] = []
  for (const one of all) {
    const skill = skills.get(one.skillId)
    if (skill === undefined || suggestions.length === limit) continue
    // The same concept may stand in what the product brings and in what somebody imported.
    const identity = skill.uri === null ? skill.id : `${uriKey(skill.uri)} ${skill.code}`
    if (seen.has(identity) && !sharedAddress(skill)) continue
    seen.add(identity)
    suggestions.push({ skill, label: skillLabel(skill, wish.language), reason: one.reason })
  }
  return suggestions
}

// A list with one address and no code for its items: its items are not each other.
const sharedAddress = (skill: Skill): boolean =>
  skill.uri !== null && skill.code === '' && !/[0-9a-f-]{36}/.test(skill.uri)

interface Question {
  asked: AskedWord[]
  /** How many terms the index holds in this language. */
  total: number
}

async function askedWords(ctx: Context, text: string, language: Locale): Promise<Question> {
  const words = [
    ...new Set(
      text
        .slice(0, longestText)
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 1),
    ),
  ].slice(0, mostWords * 2)
  if (words.length === 0) return { asked: [], total: 0 }
  const { rows } = await sql<{
    word: string
    place: number
    lexeme: string
    terms: number | null
    all: number | null
  }>`
    with asked as (
      select w.word, w.place, l.lexeme from unnest(${words}::text[]) with ordinality as w (word, place),
        unnest(skill_lexemes(${language}, w.word)) as l (lexeme))
    select distinct on (a.lexeme) a.word, a.place, a.lexeme, x.terms,
      (select terms from skill_lexicon where language = ${language} and lexeme = '') as all
    from asked a left join skill_lexicon x on x.language = ${language} and x.lexeme = a.lexeme
    order by a.lexeme, a.place`.execute(ctx.db)
  const total = rows[0]?.all ?? 0
  if (total === 0) return { asked: [], total }
  const known: AskedWord[] = []
  const unknown: UnknownWord[] = []
  for (const { word, place, lexeme, terms } of rows) {
    if (terms !== null) known.push({ word, lexeme, weight: rarity(terms, total), near: false, place })
    else if (lexeme.length > 3 && !/^\p{N}+$/u.test(lexeme)) unknown.push({ word, lexeme, place })
  }
  known.sort((a, b) => b.weight - a.weight || (a.lexeme < b.lexeme ? -1 : 1))
  const near = unknown.length === 0 ? [] : await nearest(ctx, unknown.slice(0, nearWords), language, total)
  const taken = new Set(known.map((one) => one.lexeme))
  const asked = [...known.slice(0, spokenWords), ...near.filter((one) => !taken.has(one.lexeme))]
  return { asked, total }
}

const rarity = (terms: number, total: number) => Math.log(1 + total / (terms + 1))

type UnknownWord = Pick<AskedWord, 'word' | 'lexeme' | 'place'>

async function nearest(
  ctx: Context,
  unknown: readonly UnknownWord[],
  language: Locale,
  total: number,
): Promise<AskedWord[]> {
  const { rows } = await sql<{ word: string; lexeme: string; terms: number; near: number }>`
    select u.word, x.lexeme, x.terms, x.near
    from unnest(${unknown.map((one) => one.word)}::text[], ${unknown.map((one) => one.lexeme)}::text[])
      as u (word, lexeme)
    cross join lateral (
      select l.lexeme, l.terms, similarity(l.lexeme, u.lexeme) as near
      from skill_lexicon l
      where l.language = ${language}
        -- Two letters swapped leave too few trigrams in a short word: those that begin alike are looked at too.
        and (l.lexeme % u.lexeme
          or (l.lexeme like left(u.lexeme, 2) || '%' and abs(length(l.lexeme) - length(u.lexeme)) <= 2))
      order by near desc, l.terms desc, l.lexeme limit 40) x
    order by u.word, x.near desc, x.terms desc, x.lexeme`.execute(ctx.db)
  // Trigrams find words that look alike; a word is taken for another only where the hand may have slipped.
  const lexemes = new Map(unknown.map((one) => [one.word, one.lexeme]))
  const best = new Map<string, (typeof rows)[number]>()
  for (const row of rows)
    if (!best.has(row.word) && (row.near >= 0.6 || isSlip(lexemes.get(row.word) ?? '', row.lexeme)))
      best.set(row.word, row)
  return [...best.values()].map((row) => ({
    word: row.word,
    lexeme: row.lexeme,
    weight: rarity(row.terms, total) * Math.max(row.near, 0.5) * 0.9,
    near: true,
    place: unknown.find((one) => one.word === row.word)?.place ?? 0,
  }))
}

async function findTerms(
  ctx: Context,
  asked: readonly AskedWord[],
  total: number,
  wish: SuggestWish,
): Promise<FoundTerm[]> {
  const registers: readonly FrameworkKind[] = registerKinds
  const within =
    wish.frameworks === undefined
      ? sql<boolean>`framework_id not in (select id from frameworks where kind = any(${registers}::text[]))`
      : sql<boolean>`framework_id in (select id from frameworks where slug = any(${wish.frameworks}::text[]))`
  const { rows } = await sql<{
    skill_id: string
    kind: FoundTerm['kind']
    text: string
    lexemes: string[]
    total: number
  }>`
    with asked as (
      select * from unnest(${asked.map((one) => one.lexeme)}::text[],
                           ${asked.map((one) => one.weight)}::float8[]) as a (lexeme, weight)),
    hits as (
      select w.term_id, sum(a.weight) as got
      from asked a join skill_words w on w.language = ${wish.language} and w.lexeme = a.lexeme
      where ${within}
      group by w.term_id
      order by sum(a.weight) / sqrt(max(w.size) + 1) desc, w.term_id
      limit ${termsRead})
    select t.skill_id, t.kind, t.text, t.lexemes, l.total
    from hits h join skill_terms t on t.id = h.term_id
    cross join lateral (
      select sum(ln(1 + ${total}::float8 / (x.terms + 1))) as total
      from unnest(t.lexemes) as w (lexeme)
      join skill_lexicon x on x.language = t.language and x.lexeme = w.lexeme) l
    where l.total is not null
    order by t.id`.execute(ctx.db)
  return rows.map((row) => ({
    skillId: row.skill_id,
    kind: row.kind,
    text: row.text,
    lexemes: row.lexemes,
    total: row.total,
  }))
}

interface Proposed {
  skillId: string
  score: number
  reason: Reason
}

/** Skills that a table ties to those that were found stand a little behind them. */
async function withNeighbours(
  ctx: Context,
  ranked: readonly Ranked[],
  wish: SuggestWish,
): Promise<Proposed[]> {
  const found: Proposed[] = ranked.map((one) => ({
    skillId: one.skillId,
    score: one.score,
    reason: { by: one.term.kind, words: one.words, term: one.term.text, near: one.near },
  }))
  const leading = found.slice(0, 20)
  const { rows } = await sql<{ from: string; to: string; weak: boolean }>`
    select p.from, p.to, p.weak from (
      select from_skill as from, to_skill as to, weak from skill_mappings
      union all
      select to_skill, from_skill, weak from skill_mappings) p
    join skills s on s.id = p.to and s.state = 'active'
    join frameworks f on f.id = s.framework_id
    where p.from = any(${leading.map((one) => one.skillId)}::uuid[])
      and (${wish.frameworks === undefined} or f.slug = any(${wish.frameworks ?? []}::text[]))
    order by p.from, p.to`.execute(ctx.db)
  const proposals = new Map(found.map((one) => [one.skillId, one]))
  for (const { from, to, weak } of rows) {
    const source = leading.find((one) => one.skillId === from)
    if (source === undefined) continue
    const score = source.score * (weak ? 0.5 : 0.8)
    const own = proposals.get(to)
    if (own !== undefined && own.score >= score) continue
    proposals.set(to, { skillId: to, score, reason: { ...source.reason, by: 'mapping' } })
  }
  return [...proposals.values()].sort((a, b) => b.score - a.score || (a.skillId < b.skillId ? -1 : 1))
}
