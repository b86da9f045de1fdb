import { readWording } from '@insigne/badge-quality'
import type { Values } from '../../infra/http/index.ts'
import { type Locale, sayDate } from '../../infra/i18n.ts'
import type { Registration } from '../frameworks/index.ts'
import type { Facts, Nature, Step } from './facts.ts'
import { registerWords } from './register-words.ts'
import { sayRegistered } from './registered.ts'
import { needsOf } from './rules.ts'
import { listIn } from './typed.ts'
import { judgingWord } from './wording.ts'
import { achievementWords } from './words.ts'

/** What is said beside one field. `main` is the one red advice of a screen; the others are said quietly. */
export interface FieldAdvice {
  /** Name of the field; a line of a list by its place: `criterion.2`. */
  field: string
  tone: 'main' | 'plain' | 'good'
  title: string
  text: string
  /** A sentence one could take over. */
  sample?: string
}

type Said = Omit<FieldAdvice, 'tone'> & { good?: boolean; quiet?: boolean }

/**
 * Advice on what is typed, field by field, in the order of the screen. Emptiness is not spoken of here: the list of
 * what the nature asks for says it once, for all screens. `answer` is what the register says of the number.
 */
export function adviceOn(
  step: Step,
  facts: Facts,
  values: Values,
  locale: Locale,
  answer?: Registration,
): FieldAdvice[] {
  const said = advisers[step]?.(facts, values, locale, answer) ?? []
  const first = said.findIndex((one) => one.good !== true && one.quiet !== true)
  return said.map(({ good, quiet: _, ...one }, order) => ({
    ...one,
    tone: good === true ? 'good' : order === first ? 'main' : 'plain',
  }))
}

type Adviser = (facts: Facts, values: Values, locale: Locale, answer?: Registration) => Said[]

const wordsFor = (facts: Facts, locale: Locale) => {
  const words = achievementWords(locale)
  return { t: words.advice, sample: words.samples[sampleSet[facts.nature]] }
}

/** Which set of samples a nature is shown. */
export const sampleSet = {
  participation: 'presence',
  engagement: 'engagement',
  realisation: 'realisation',
  competence: 'competence',
  certification: 'competence',
  registered: 'competence',
} as const satisfies Record<Nature, string>

/** Being there is what a participation says: no other nature is content with it. */
const isPresence = ({ nature }: Facts): boolean => nature === 'participation'

const ofNature: Adviser = (facts, _values, locale, answer) => {
  if (facts.nature !== 'registered') return []
  if (facts.registration !== null && answer !== undefined)
    return [{ field: 'number', ...onNumber(sayRegistered(facts.registration), answer, locale) }]
  const { t } = wordsFor(facts, locale)
  return facts.registration === null
    ? [{ field: 'number', title: t.numberMissing, text: t.numberMissingWhy }]
    : []
}

/** What the register says of the number, and what to do where it says no. */
function onNumber(number: string, answer: Registration, locale: Locale): Omit<Said, 'field'> {
  const t = registerWords(locale).advice
  if (answer.state === 'not-imported') return { title: t.unchecked, text: t.uncheckedWhy, quiet: true }
  const date = sayDate(locale, answer.asOf)
  if (answer.state === 'not-found') return { title: t.notFound(number), text: t.notFoundWhy(date) }
  return answer.state === 'inactive'
    ? { title: t.inactive(answer.title), text: t.inactiveWhy(date) }
    : { title: t.active(answer.title), text: t.activeWhy(date), good: true }
}

const ofAction: Adviser = (facts, values, locale) => [
  ...onName(facts, locale),
  ...onSituation(facts, locale),
  ...onAction(facts, locale),
  ...onCriteria(facts, values, locale),
  ...onDescription(facts, locale),
]

function onName(facts: Facts, locale: Locale): Said[] {
  const { t } = wordsFor(facts, locale)
  const judged = judgingWord(facts.name, facts.language)
  if (judged !== undefined) return [{ field: 'name', title: t.judges(judged), text: t.judgesWhy }]
  const { attendance } = readWording(facts.name, facts.language)
  if (attendance !== undefined && !isPresence(facts))
    return [{ field: 'name', title: t.nameAttendance(attendance), text: t.nameAttendanceWhy }]
  return facts.name.length > 60 ? [{ field: 'name', title: t.nameLong, text: t.nameLongWhy }] : []
}

function onSituation(facts: Facts, locale: Locale): Said[] {
  const { t } = wordsFor(facts, locale)
  const same = facts.situation !== '' && alike(facts.situation, facts.action)
  return same ? [{ field: 'situation', title: t.sameText, text: t.sameTextWhy }] : []
}

function onAction(facts: Facts, locale: Locale): Said[] {
  const { t } = wordsFor(facts, locale)
  if (facts.action === '') return []
  const fault = faultIn(facts.action, facts, locale)
  if (fault !== undefined) return [{ field: 'action', ...fault }]
  if (isPresence(facts)) return []
  return readWording(facts.action, facts.language).observable
    ? [{ field: 'action', title: t.seen, text: t.seenWhy, good: true }]
    : [{ field: 'action', title: t.noAct, text: t.noActWhy }]
}

/** What a text says in the place of an act: presence, an ability, a judgement. */
function faultIn(text: string, facts: Facts, locale: Locale): Omit<Said, 'field'> | undefined {
  const { t } = wordsFor(facts, locale)
  const judged = judgingWord(text, facts.language)
  if (judged !== undefined) return { title: t.judges(judged), text: t.judgesWhy }
  const { attendance, claim, trait, observable } = readWording(text, facts.language)
  if (attendance !== undefined && !isPresence(facts) && !observable)
    return { title: t.attendance(attendance), text: t.attendanceWhy }
  const unseen = observable ? undefined : (claim ?? trait)
  return unseen === undefined ? undefined : { title: t.claim(unseen), text: t.claimWhy }
}

function onCriteria(facts: Facts, values: Values, locale: Locale): Said[] {
  const { t, sample } = wordsFor(facts, locale)
  const written = listIn(values, 'criterion').map((text) => text.trim())
  const said = written.flatMap((text, row): Said[] => {
    const field = `criterion.${row}`
    if (text === '') return []
    const fault = faultIn(text, facts, locale)
    if (fault !== undefined)
      return [{ field, ...fault, text: `${fault.text} ${t.forInstance}`, sample: sample.otherCriterion }]
    if (written.slice(0, row).some((before) => alike(before, text)))
      return [{ field, title: t.criterionTwice, text: t.criterionTwiceWhy }]
    return alike(text, facts.action)
      ? [{ field, title: t.criterionIsAction, text: t.criterionIsActionWhy }]
      : []
  })
  const many = written.filter((text) => text !== '').length > 5
  return many ? [...said, { field: 'criteria', title: t.manyCriteria, text: t.manyCriteriaWhy }] : said
}

function onDescription(facts: Facts, locale: Locale): Said[] {
  const { t } = wordsFor(facts, locale)
  const judged = judgingWord(facts.description, facts.language)
  return judged === undefined ? [] : [{ field: 'description', title: t.judges(judged), text: t.judgesWhy }]
}

const ofChecks: Adviser = (facts, _values, locale) => {
  const { t } = wordsFor(facts, locale)
  const nature = achievementWords(locale).natures[facts.nature].name
  const needs = needsOf[facts.nature]
  const said: Said[] = []
  if (facts.assessment?.kind === 'none' && needs.includes('assessment'))
    said.push({ field: 'assessment', title: t.notAssessed(nature), text: t.notAssessedWhy })
  if ((facts.evidenceRule === 'optional' || facts.evidenceRule === 'none') && needs.includes('evidence'))
    said.push({ field: 'evidenceRule', title: t.evidenceLeft, text: t.evidenceLeftWhy })
  if (facts.gridShown === false) said.push({ field: 'grid', title: t.gridHidden, text: t.gridHiddenWhy })
  return said
}

const ofAssessor: Adviser = (facts, _values, locale) => {
  const { t } = wordsFor(facts, locale)
  const said: Said[] = []
  if (facts.assessor?.independent === false)
    said.push({ field: 'independent', title: t.selfAssessed, text: t.selfAssessedWhy })
  if (facts.assessor?.independent === true && facts.assessor.role === '')
    said.push({ field: 'role', title: t.noRole, text: t.noRoleWhy })
  else if (/(?<!\p{L})(?:M\.|MM\.|Mme|Mlle|Mr|Mrs|Ms)\s+\p{Lu}/u.test(facts.assessor?.role ?? ''))
    said.push({ field: 'role', title: t.namedRole, text: t.namedRoleWhy })
  if (facts.identityCheck === 'none')
    said.push({ field: 'identityCheck', title: t.identityOpen, text: t.identityOpenWhy })
  return said
}

const ofTranslation: Adviser = (facts, _values, locale) => {
  const { t } = wordsFor(facts, locale)
  const begun = Object.values(facts.translations)
  const whole = begun.every(
    (texts) =>
      texts.name !== '' &&
      texts.action !== '' &&
      texts.criteria.filter((one) => one !== '').length === facts.criteria.length,
  )
  if (whole) return []
  return [{ field: 'translation', title: t.partialTranslation, text: t.partialTranslationWhy }]
}

const advisers: Partial<Record<Step, Adviser>> = {
  nature: ofNature,
  action: ofAction,
  checks: ofChecks,
  assessor: ofAssessor,
  translation: ofTranslation,
}

/** The same words, whatever their case and their last sign. */
const alike = (one: string, other: string): boolean => one !== '' && bare(one) === bare(other)
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
