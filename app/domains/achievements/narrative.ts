import { type Locale, sayNumber } from '../../infra/i18n.ts'
import type { Facts } from './facts.ts'
import type { noMicroCredential } from './micro-credential.ts'
import type { AchievementVersion } from './store.ts'
import { achievementWords } from './words.ts'

/**
 * The criteria as Markdown, in the language of the badge: one labelled line a fact, so that people read it
 * and programs find each fact again. What was left open has no line.
 */
export function criteriaNarrative(version: AchievementVersion): string {
  const words = achievementWords(version.language)
  const { narrative: labels } = words
  const colon = version.language === 'fr' ? '\u00a0:' : ':'
  const line = (label: string, value: string | null | undefined) =>
    value === null || value === undefined || value === '' ? [] : [`**${label}${colon}** ${oneLine(value)}`]
  const { assessment, assessor, registration } = version
  const criteria = version.criteria.map((criterion, index) => `${index + 1}. ${oneLine(criterion)}`)
  return [
    ...(version.illustrative ? [`**${labels.illustrative}${colon}** ${labels.illustrativeNote}`] : []),
    ...line(labels.nature, words.natures[version.nature].name),
    ...line(labels.situation, version.situation),
    ...line(labels.action, version.action),
    ...(criteria.length === 0 ? [] : [`**${labels.criteria}${colon}**\n\n${criteria.join('\n')}`]),
    ...line(labels.assessment, assessment && words.assessments[assessment.kind]),
    ...line(labels.assessmentNote, assessment?.note),
    ...line(labels.assessor, assessor?.role),
    ...line(labels.independence, assessor && words.independence[assessor.independent ? 'yes' : 'no']),
    ...line(labels.evidence, version.evidenceRule && words.evidenceRules[version.evidenceRule]),
    ...line(
      labels.grid,
      version.gridShown === null ? null : words.gridAnswers[version.gridShown ? 'yes' : 'no'],
    ),
    ...line(labels.identity, version.identityCheck && words.identityChecks[version.identityCheck]),
    ...line(labels.registration, registration && `${registration.register} ${registration.number}`),
    ...further(version.language, version).flatMap(({ label, value }) => line(label, value)),
    ...line(labels.template, version.template?.network.name),
  ].join('\n\n')
}

/** What the European list asks for, as label and value: the page and the signed text say the same. */
export function further(locale: Locale, facts: Pick<Facts, keyof typeof noMicroCredential>) {
  const words = achievementWords(locale)
  const { narrative: labels, europe: t } = words
  const { workload, eqfLevel, participationForm, supervision, prerequisites, stackability } = facts
  const or = <T>(value: T | null, say: (value: T) => string) => (value === null ? '' : say(value))
  return [
    { key: 'workload', label: labels.workload, value: or(workload, (one) => sayWorkload(locale, one)) },
    { key: 'eqfLevel', label: labels.level, value: or(eqfLevel, t.levelName) },
    {
      key: 'participationForm',
      label: labels.participation,
      value: or(participationForm, (one) => t.participationForms[one]),
    },
    { key: 'supervision', label: labels.supervision, value: or(supervision, (one) => t.supervisions[one]) },
    { key: 'prerequisites', label: labels.prerequisites, value: prerequisites },
    {
      key: 'stackability',
      label: labels.stackability,
      value: or(stackability, (one) => sayStackability(locale, one)),
    },
    { key: 'furtherInformation', label: labels.furtherInformation, value: facts.furtherInformation },
  ] as const
}

/** « 35 heures, 1,5 ECTS » */
function sayWorkload(locale: Locale, { hours, ects }: NonNullable<Facts['workload']>): string {
  const { europe: t } = achievementWords(locale)
  return [hours && t.hours(sayNumber(locale, hours), hours), ects && t.ects(sayNumber(locale, ects))]
    .filter((part) => typeof part === 'string')
    .join(', ')
}

function sayStackability(locale: Locale, { kind, of, url }: NonNullable<Facts['stackability']>): string {
  const { europe: t } = achievementWords(locale)
  if (kind === 'standalone') return t.standalone
  return [t.partOf(of), url].filter((part) => part !== '').join(' ')
}

// A typed text stays on its line and cannot open a label or a link of its own.
const oneLine = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r \u2028\u2029]+/g, ' ')
    .trim()
    .replace(/[\\*_`[\]<]/g, (sign) => `\\${sign}`)
