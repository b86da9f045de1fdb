import { catalogue, type Locale } from '../../infra/i18n.ts'
import type { Nature } from './facts.ts'
import { en } from './words.en.ts'
import { fr } from './words.fr.ts'

export const achievementWords = catalogue({ fr, en })

/** « Compétence », "Competency": the nature as people read it, for the slices above. */
export const natureName = (locale: Locale, nature: Nature): string =>
  achievementWords(locale).natures[nature].name
