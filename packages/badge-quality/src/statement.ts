import type { Proof } from './model.ts'
import { type Cited, proofOfText } from './place.ts'
import { wordingsFor } from './wording/index.ts'
import { has, type Match, matches, type Pattern, plain } from './wording/pattern.ts'
import type { Wording } from './wording/wording.ts'

/** One sentence, line or bullet of a text, and what its words say. */
export interface Statement {
  source: Cited
  /** As written, without markup. */
  raw: string
  plain: string
  wordings: readonly Wording[]
  /** Being there, following, completing. */
  attends: boolean
  /** An observable act of the person, not merely claimed as an ability. */
  acts: boolean
  /** An observable act, be it claimed as an ability. */
  observable: boolean
  /** Something made, handed in or passed. */
  deeds: boolean
  /** A role held, a commitment kept. */
  role: boolean
  /** Claims an ability or a trait and nothing that can be watched. */
  claims: boolean
  /** Says where or when the person acts. */
  situated: boolean
  /** Somebody judges. */
  judges: boolean
  /** Names a course, an event, a visit. */
  event: boolean
}

// A badge says little: beyond these nobody reads on, and no text may cost more than a moment.
const mostStatements = 300
const mostInAll = 24_000
const longestStatement = 400

/** Cuts texts into statements and reads each of them. */
export function statements(sources: readonly Cited[], hint: string | undefined): Statement[] {
  const found: Statement[] = []
  let left = mostInAll
  for (const source of sources) {
    const wordings = wordingsFor(source.text.slice(0, left), hint)
    for (const raw of lines(source.text.slice(0, left))) {
      if (found.length === mostStatements) return found
      found.push(read(source, raw, wordings))
    }
    left -= source.text.length
    if (left <= 0) break
  }
  return found
}

/** Sentences and bullets, without Markdown or HTML. */
export function lines(text: string): string[] {
  return text
    .replace(/<[^<>]{0,500}>/g, '\n')
    .replace(/&nbsp;/g, ' ')
    .replace(/\\([\\*_`[\]<])/g, '$1')
    .split(/\n+/)
    .map((line) => line.replace(/^\s*(?:[-*•–—]|#{1,6}|\d{1,2}[.)])\s+/, '').replaceAll('**', ''))
    .flatMap((line) => line.split(/(?<=[.!?;…])\s+/))
    .flatMap((line) => line.match(longLine) ?? [])
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const longLine = new RegExp(`.{1,${longestStatement}}`, 'gu')

function read(source: Cited, raw: string, wordings: readonly Wording[]): Statement {
  const text = plain(raw)
  const readings = wordings.map((wording) => readIn(text, wording))
  const some = (key: keyof Reading) => readings.some((reading) => reading[key])
  const acts = some('acts')
  return {
    source,
    raw,
    plain: text,
    wordings,
    attends: some('attends'),
    acts,
    observable: acts || some('observable'),
    deeds: some('deeds'),
    role: some('role'),
    claims: !acts && !some('observable') && some('claims'),
    situated: some('situated'),
    judges: some('judges'),
    event: some('event'),
  }
}

type Reading = Pick<
  Statement,
  'attends' | 'acts' | 'observable' | 'deeds' | 'role' | 'claims' | 'situated' | 'judges' | 'event'
>

function readIn(text: string, wording: Wording): Reading {
  const promise = first(matches(text, wording.programme))
  const ability = first(matches(text, wording.ability))
  const judges = findAssessor(text, wording) !== undefined
  const attends = affirmed(text, wording.attendance, wording).length > 0
  // In « a suivi l’atelier de création d’un site », the deed is in the title: beside attendance it needs its own verb.
  const deeds = affirmed(text, wording.deeds, wording).some(
    ({ start }) => start < promise && start < ability && (!attends || isLed(text, start, wording)),
  )
  const acts = judges ? [] : actsIn(text, wording).filter((start) => start < promise)
  const role =
    !judges &&
    uncovered(affirmed(text, wording.roles, wording), matches(text, wording.otherRoles)).some(
      ({ start }) => start < promise,
    )
  // Beside attendance, what happens inside of the session is part of it: only a deed counts.
  const ownActs = acts.filter((start) => start < ability)
  return {
    attends,
    acts: attends ? deeds : ownActs.length > 0 || deeds,
    observable: attends ? deeds : acts.length > 0 || deeds,
    deeds,
    role,
    claims: ability !== Number.POSITIVE_INFINITY || has(text, wording.traits),
    situated: has(text, wording.situations),
    judges: judges && (!attends || deeds),
    event: has(text, wording.events) && !isToldBeside(text, wording),
  }
}

// A session in « la grille est remise avant la session » is not what the sentence is about.
const isToldBeside = (text: string, { evidence, grid, identity, judging, assessments }: Wording): boolean =>
  [evidence, grid, identity, judging, ...assessments.map(({ words }) => words)].some((words) =>
    has(text, words),
  )

const first = (found: readonly Match[]): number =>
  found.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)

/** Where the person acts: verbs at the head of a clause or after somebody who acts. */
function actsIn(text: string, wording: Wording): number[] {
  const claimed = matches(text, wording.ability).map(({ end }) => end + 1)
  const found = matches(text, wording.acts).filter(
    ({ start }) => isLed(text, start, wording) || claimed.includes(start),
  )
  const shaped = [...heads(text), ...claimed]
    .filter((start) => wording.anyAct.test(text.slice(start)))
    .map((start) => ({ start, end: start + 1, words: '' }))
  return uncovered([...found, ...shaped], matches(text, wording.unseen))
    .map(({ start }) => start)
    .filter((start) => !isDenied(text, { start, end: start, words: '' }, wording))
}

/** Where clauses begin. */
const heads = (text: string): number[] => [
  0,
  ...[...text.matchAll(/[,;:(]\s+(?:(?:et|puis|and|then)\s+)?|\s(?:et|puis|ou|and|then|or)\s+/g)].map(
    ({ index, 0: all }) => index + all.length,
  ),
]

/** Whether a verb stands at the head of a clause, or after somebody who acts. */
function isLed(text: string, start: number, { actors }: Wording): boolean {
  const before = text.slice(0, start)
  if (/(?:^|[,;:(–-])\s*$/.test(before)) return true
  const word = /([\w-]+)['\s]+$/.exec(before)?.[1]
  return word !== undefined && actors.includes(word)
}

const uncovered = (found: readonly Match[], covers: readonly Match[]): Match[] =>
  found.filter(({ start, end }) => !covers.some((cover) => cover.start < end && cover.end > start))

/** The places where the words stand and are not denied. */
export const affirmed = (text: string, patterns: readonly Pattern[], wording: Wording): Match[] =>
  matches(text, patterns).filter((match) => !isDenied(text, match, wording))

/** The first place where the words stand and are denied. */
export const denied = (text: string, patterns: readonly Pattern[], wording: Wording): Match | undefined =>
  matches(text, patterns).find((match) => isDenied(text, match, wording))

function isDenied(text: string, match: Match, { denials }: Wording): boolean {
  const not = matches(text, denials.not)
  const before = uncovered(matches(text, denials.before), not)
  if (before.some(({ end }) => end <= match.start && near(text.slice(end, match.start), 3))) return true
  // « La grille n’est pas communiquée »: the denial stands between the words.
  if (before.some(({ start, end }) => start > match.start && end < match.end)) return true
  const after = uncovered(matches(text, denials.after), not)
  return (
    match.end > match.start &&
    after.some(({ start }) => start >= match.end && near(text.slice(match.end, start), 2))
  )
}

const near = (between: string, most: number): boolean =>
  !/[,;.()]|\b(?:mais|but|et|and)\b/.test(between) && (between.match(/[\w'-]+/g)?.length ?? 0) <= most

/** Where somebody other than the candidate is said to judge. */
export const findAssessor = (text: string, wording: Wording): Match | undefined =>
  uncovered(affirmed(text, wording.assessors, wording), matches(text, wording.notAssessors))[0]

/** A statement as a proof. */
export const proofOfStatement = ({ source, raw }: Statement): Proof => proofOfText(source, raw)

/** Whether a whole text is one of the words. */
export const is = (text: string, patterns: readonly Pattern[]): boolean => {
  const value = plain(text).replace(/\s*[.!:]$/, '')
  return matches(value, patterns).some(({ start, end }) => start === 0 && end === value.length)
}
