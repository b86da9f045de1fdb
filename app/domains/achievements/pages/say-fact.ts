import type { Locale } from '../../../infra/i18n.ts'
import type { Facts } from '../facts.ts'
import { achievementWords } from '../words.ts'

/** One fact as a few words, for a list of differences. */
export function sayFact(locale: Locale, facts: Facts, key: keyof Facts): string {
  const words = achievementWords(locale)
  const t = words.page
  switch (key) {
    case 'name':
    case 'description':
    case 'situation':
    case 'action':
      return facts[key] === '' ? t.unstated : facts[key]
    case 'nature':
      return words.natures[facts.nature].name
    case 'criteria':
      return facts.criteria.length === 0 ? t.none : facts.criteria.join('\u00a0; ')
    case 'assessment':
      return facts.assessment === null
        ? t.unstated
        : [words.assessments[facts.assessment.kind], facts.assessment.note].filter((part) => part).join(', ')
    case 'assessor':
      return facts.assessor === null
        ? t.unstated
        : [facts.assessor.role, words.independence[facts.assessor.independent ? 'yes' : 'no']]
            .filter((part) => part)
            .join('. ')
    case 'evidenceRule':
      return facts.evidenceRule === null ? t.unstated : words.evidenceRules[facts.evidenceRule]
    case 'gridShown':
      return facts.gridShown === null ? t.unstated : words.gridAnswers[facts.gridShown ? 'yes' : 'no']
    case 'identityCheck':
      return facts.identityCheck === null ? t.unstated : words.identityChecks[facts.identityCheck]
    case 'registration':
      return facts.registration === null
        ? t.none
        : `${facts.registration.register} ${facts.registration.number}`
    case 'alignments':
      return facts.alignments.length === 0
        ? t.none
        : facts.alignments.map((one) => one.targetName).join('\u00a0; ')
    case 'look':
      return [words.symbols[facts.look.symbol], words.colours[facts.look.colours], facts.look.ringText]
        .filter((part) => part)
        .join(', ')
    case 'language':
      return words.languages[facts.language]
    case 'illustrative':
      return facts.illustrative ? t.yes : t.no
  }
}
