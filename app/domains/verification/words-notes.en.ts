import type { SameWords } from '../../infra/i18n.ts'
import type { notes as fr } from './words-notes.fr.ts'

export const notes: SameWords<typeof fr> = {
  newer: 'The issuer published a newer version of this badge. That is the one you are reading.',
  older: (version) => `This badge follows an older version of the standard: ${version}.`,
  nothingLost: 'Everything it says is shown here.',
  lost: 'We show it in the words of today. Here is what this reading does not keep:',
  inside: 'Badges of this record',
  insideAside: 'Each is checked on its own',
  unnamed: 'Badge without a name',
}
