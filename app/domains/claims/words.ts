import type { Locale } from '../../infra/i18n.ts'
import { catalogue, sayNumber } from '../../infra/i18n.ts'
import type { Cells, RowFault } from './list/check-row.ts'
import { en } from './words.en.ts'
import { fr } from './words.fr.ts'

export const claimsWords = catalogue({ fr, en })

/** The sentence of one fault: what is wrong, then how to mend it. */
export function sayFault(locale: Locale, fault: RowFault, cells: Cells): string {
  const sentence = claimsWords(locale).fault[fault.code]
  if (typeof sentence === 'string') return sentence
  const line = sayNumber(locale, fault.line ?? 0)
  return fault.code === 'address-taken' || fault.code === 'same-name'
    ? sentence(line, fault.name ?? '')
    : sentence(cells[fault.cell], '')
}
