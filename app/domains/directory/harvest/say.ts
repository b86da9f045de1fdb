import type { Locale } from '../../../infra/i18n.ts'
import type { ReasonCode } from './reasons.ts'
import { harvestWords } from './words.ts'

/** A reason in plain words. */
export function sayReason(locale: Locale, code: ReasonCode, detail: string | null): string {
  const sentence = harvestWords(locale).reasons[code]
  return typeof sentence === 'string' ? sentence : sentence(detail ?? '')
}
