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
    ...line(labels.evidence, words.evidenceRules[version.evidenceRule]),
    ...line(
      labels.grid,
      version.gridShown === null ? null : words.gridAnswers[version.gridShown ? 'yes' : 'no'],
    ),
    ...line(labels.identity, version.identityCheck && words.identityChecks[version.identityCheck]),
    ...line(labels.registration, registration && `${registration.register} ${registration.number}`),
  ].join('\n\n')
}

// A typed text stays on its line and cannot open a label or a link of its own.
const oneLine = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r \u2028\u2029]+/g, ' ')
    .trim()
    .replace(/[\\*_`[\]<]/g, (sign) => `\\${sign}`)
