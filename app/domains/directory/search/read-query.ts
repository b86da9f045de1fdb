import type { Context } from '../../../infra/context.ts'
import { isId } from '../../../infra/ids.ts'
import { type DirectoryQuery, type FacetName, pageSize } from '../query.ts'
import type { TermKind } from '../tables.ts'
import { stemsOf } from '../terms.ts'
import type { Snapshot } from './column-index.ts'
import type { Plan } from './plan.ts'
import { fields, type Segment } from './segment.ts'
import { isStopWord, type Word, wordsOf } from './words.ts'

/** A word asked, and the terms that are forms of it. */
export interface AskedWord extends Word {
  forms: readonly number[]
}

export interface ReadQuery {
  plan: Plan
  words: AskedWord[]
  /** Words that ask for nothing: every text has them, or they hold no letter. */
  ignored: string[]
  /** What was typed, and what was looked for instead. */
  corrected: { typed: string; meant: string }[]
  /** Values asked, by facet, as they were asked. */
  asked: Map<FacetName, readonly string[]>
}

/** More words than this ask for nothing more. */
const mostWords = 24

/** A question of a person, in the numbers of the index. */
export async function readQuery(ctx: Context, snapshot: Snapshot, query: DirectoryQuery): Promise<ReadQuery> {
  const typed = wordsOf(query.q ?? '')
  const telling = unique(typed.filter(({ word }) => !isStopWord(word))).slice(0, mostWords)
  const ignored =
    telling.length > 0 || query.q === undefined || query.q === ''
      ? []
      : typed.length === 0
        ? [query.q]
        : unique(typed).map(({ shown }) => shown)
  const read = await askedWords(ctx, snapshot, telling)
  const asked = askedValues(query)
  const choices = new Map<FacetName, readonly number[]>()
  for (const [facet, values] of asked)
    if (facet !== 'fact')
      choices.set(
        facet,
        values.flatMap((value) => snapshot.dictionary.id(kinds[facet], value) ?? []),
      )
  const facts = (asked.get('fact') ?? []).reduce((bits, value) => bits | (1 << (Number(value) - 1)), 0)
  const wanted = (query.page ?? 1) * pageSize
  const plan = { words: read.words.map((one) => one.forms), choices, facts, wanted }
  return { plan, ignored, asked, ...read }
}

const kinds: Readonly<Record<Exclude<FacetName, 'fact'>, TermKind>> = {
  nature: 'nature',
  language: 'language',
  area: 'area',
  skill: 'skill',
  framework: 'framework',
  issuer: 'issuer',
  awarded: 'awarded',
  origin: 'origin',
}

const natures = /^(?:participation|engagement|realisation|competence|certification|registered|undetermined)$/

/** The values that can be values of their facet; what cannot be one asks for nothing. */
function askedValues(query: DirectoryQuery): Map<FacetName, readonly string[]> {
  const all: [FacetName, readonly string[]][] = [
    ['nature', query.nature.filter((one) => natures.test(one))],
    ['fact', query.fact.filter((one) => /^(?:[1-9]|10)$/.test(one))],
    ['skill', query.skill.filter(isId)],
    ['framework', query.framework],
    ['issuer', query.issuer],
    ['area', query.area.filter((one) => /^[RD][0-9AB]{2,3}$/.test(one))],
    ['language', query.language.filter((one) => /^[a-z]{2,3}$/.test(one))],
    ['awarded', query.awarded === undefined ? [] : [query.awarded]],
    ['origin', query.origin === undefined ? [] : [query.origin]],
  ]
  return new Map(all.filter(([, values]) => values.length > 0))
}

async function askedWords(
  ctx: Context,
  { segments, dictionary }: Snapshot,
  words: readonly Word[],
): Promise<Pick<ReadQuery, 'words' | 'corrected'>> {
  const stems = await stemsOf(
    ctx,
    words.flatMap(({ word }) => (dictionary.stemsOf(word) === undefined ? [word] : [])),
  )
  const asked: AskedWord[] = []
  const corrected: ReadQuery['corrected'] = []
  const often = (id: number) => frequency(segments, id)
  for (const { word, shown } of words) {
    const known = dictionary.stemsOf(word) ?? stems.get(word) ?? { fr: word, en: word }
    const forms = dictionary.forms(known).filter((id) => often(id) > 0)
    if (forms.length > 0) {
      asked.push({ word, shown, forms })
      continue
    }
    const meant = dictionary.nearest(word, often)
    const meantStems = meant === undefined ? undefined : dictionary.stemsOf(meant)
    if (meant === undefined || meantStems === undefined) {
      asked.push({ word, shown, forms: [] })
      continue
    }
    asked.push({ word: meant, shown: meant, forms: dictionary.forms(meantStems) })
    corrected.push({ typed: shown, meant })
  }
  return { words: asked, corrected }
}

const frequency = (segments: readonly Segment[], term: number): number =>
  segments.reduce(
    (sum, one) =>
      sum + one.count(term, fields.name) + one.count(term, fields.skills) + one.count(term, fields.rest),
    0,
  )

const unique = (words: readonly Word[]): Word[] =>
  [...new Map(words.toReversed().map((one) => [one.word, one])).values()].toReversed()
