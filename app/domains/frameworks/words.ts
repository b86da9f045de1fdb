import { catalogue, type Locale, sayNumber } from '../../infra/i18n.ts'
import type { FileFault } from './files/read-file.ts'
import type { Problem } from './item.ts'
import type { Reason } from './suggest/suggest-skills.ts'
import { en } from './words.en.ts'
import { fr } from './words.fr.ts'

export const frameworksWords = catalogue({ fr, en })

/** Why a skill is proposed, in one sentence or two. */
export function sayReason(locale: Locale, reason: Reason): string {
  const t = frameworksWords(locale).reason
  const said = reason.by === 'label' ? t.label(reason.words) : t[reason.by](reason.words, reason.term)
  return reason.near ? `${said} ${t.near}` : said
}

/** What is wrong with one line, and the remedy. */
export const sayProblem = (locale: Locale, problem: Problem): string =>
  frameworksWords(locale).problem[problem.code](problem.value)

/** Why a whole file is refused, and what to do. */
export function sayFault(locale: Locale, fault: FileFault): string {
  const t = frameworksWords(locale)
  const said = t.fault[fault.code](fault.found ?? '')
  return fault.line === undefined ? said : `${said} ${t.atLine(sayNumber(locale, fault.line))}`
}
