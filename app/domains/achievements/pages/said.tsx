import type { Locale } from '../../../infra/i18n.ts'
import type { Facts } from '../facts.ts'
import { withinSentence } from '../within-sentence.ts'
import { achievementWords } from '../words.ts'

/** A text of the badge, read aloud in the badge's own language. */
export const Said = (props: { facts: Pick<Facts, 'language'>; locale: Locale; children: string }) => (
  <span lang={props.facts.language === props.locale ? undefined : props.facts.language}>
    {props.children}
  </span>
)

/** What the issuer did not say: stated plainly, blaming nobody. */
export const Unstated = ({ locale }: { locale: Locale }) => (
  <span class="soft">{achievementWords(locale).page.unstated}</span>
)

/** « Observation en situation, par encadrant·e d’atelier »: how it is checked, in one line. */
export function checkedBy(locale: Locale, facts: Pick<Facts, 'assessment' | 'assessor'>): string | undefined {
  const words = achievementWords(locale)
  if (facts.assessment === null) return undefined
  if (facts.assessment.kind === 'none') return words.page.notAssessed
  const kind = words.assessments[facts.assessment.kind]
  const how = facts.assessment.note === '' ? kind : `${kind}, ${withinSentence(facts.assessment.note)}`
  const role = withinSentence(facts.assessor?.role ?? '')
  return role === '' ? how : words.page.by(how, role)
}
