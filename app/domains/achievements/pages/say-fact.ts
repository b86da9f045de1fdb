import { type Locale, sayDate } from '../../../infra/i18n.ts'
import type { Facts } from '../facts.ts'
import type { noMicroCredential } from '../micro-credential.ts'
import { further } from '../narrative.ts'
import { registerWords } from '../register-words.ts'
import { sayRegistered } from '../registered.ts'
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
      return facts.registration === null ? t.none : sayRegistration(locale, facts.registration)
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
    case 'results':
      return facts.results.length === 0 ? t.none : facts.results.map(sayResult).join('\u00a0; ')
    case 'translations':
      return sayTranslations(facts) || t.none
    case 'template':
      return facts.template === null
        ? t.none
        : t.templateVersion(facts.template.network.name, facts.template.version)
    default:
      return sayFurther(locale, facts, key) || t.unstated
  }
}

const sayRegistration = (locale: Locale, registration: NonNullable<Facts['registration']>): string => {
  const number = sayRegistered(registration)
  return registration.checked === undefined
    ? number
    : registerWords(locale).checkedOn(number, sayDate(locale, new Date(registration.checked)))
}

type FurtherKey = keyof typeof noMicroCredential

/** What the European list asks for, as on the page of the badge. */
const sayFurther = (locale: Locale, facts: Facts, key: FurtherKey): string =>
  further(locale, facts).find((one) => one.key === key)?.value ?? ''

const sayResult = ({ name, levels, required }: Facts['results'][number]): string =>
  [name, levels.map((level) => level.name).join(' / '), required].filter((part) => part !== '').join(', ')

const sayTranslations = ({ translations }: Facts): string =>
  Object.entries(translations)
    .map(([language, texts]) => [language, texts.name, texts.action, ...texts.criteria].join(', '))
    .join('\u00a0; ')
