import type { NatureName } from '@insigne/open-badges'
import type { Pattern } from './pattern.ts'

/** A form of assessment and the words that say it. */
export interface AssessmentWords {
  kind: string
  /** Say the form by themselves. */
  words: readonly Pattern[]
  /** Say it only beside a word of judging: an interview can be the act itself. */
  beside?: readonly Pattern[]
}

/** The labelled lines that a designer writes, and their values. */
export interface LabelWords {
  nature: readonly string[]
  situation: readonly string[]
  action: readonly string[]
  criteria: readonly string[]
  assessment: readonly string[]
  assessor: readonly string[]
  independence: readonly string[]
  evidence: readonly string[]
  grid: readonly string[]
  identity: readonly string[]
  registration: readonly string[]
  /** Lines that say how much, where, what comes before or after: no check reads them, nor takes them for criteria. */
  context: readonly string[]
}

/** The values that such a line may hold. */
export interface ValueWords {
  natures: Readonly<Record<NatureName, readonly Pattern[]>>
  none: readonly Pattern[]
  required: readonly Pattern[]
  optional: readonly Pattern[]
  otherPerson: readonly Pattern[]
  samePerson: readonly Pattern[]
  shown: readonly Pattern[]
  notShown: readonly Pattern[]
}

/** Everything that the rules know of a language. Only lists: reading them is reading the rules. */
export interface Wording {
  language: string
  /** Frequent small words, to tell the language. */
  small: readonly string[]
  /** Words that turn the next ones into their contrary, and those that only look so. */
  denials: { before: readonly Pattern[]; after: readonly Pattern[]; not: readonly Pattern[] }
  /** Being there, following, finishing a course. */
  attendance: readonly Pattern[]
  /** Courses, meetings, visits. */
  events: readonly Pattern[]
  /** What a course promises, not what a person did. */
  programme: readonly Pattern[]
  /** Ability that is claimed. */
  ability: readonly Pattern[]
  /** Character, not acts. */
  traits: readonly Pattern[]
  /** Verbs of acts that anybody can watch, each with its forms. */
  acts: readonly Pattern[]
  /** Shapes of a verb at the head of a clause, over plain text, and the verbs nobody can watch. */
  anyAct: RegExp
  unseen: readonly Pattern[]
  /** Words after which a verb is an act of the person. */
  actors: readonly string[]
  /** Verbs of making, handing in, passing: they count even beside attendance. */
  deeds: readonly Pattern[]
  /** A role held, a commitment kept. */
  roles: readonly Pattern[]
  /** The same words said of somebody else. */
  otherRoles: readonly Pattern[]
  situations: readonly Pattern[]
  judging: readonly Pattern[]
  assessments: readonly AssessmentWords[]
  /** Somebody judges: "by a trainer", "the jury scores". */
  assessors: readonly Pattern[]
  /** What follows "by" and is no other person. */
  notAssessors: readonly Pattern[]
  selfAssessment: readonly Pattern[]
  evidence: readonly Pattern[]
  /** Things that are asked for and prove no act: an identity card, a sheet of presence. */
  notEvidence: readonly Pattern[]
  grid: readonly Pattern[]
  identity: readonly Pattern[]
  quality: readonly Pattern[]
  /** A nature claimed in a name or a tag. */
  claims: Readonly<Partial<Record<NatureName, readonly Pattern[]>>>
  labels: LabelWords
  values: ValueWords
}
