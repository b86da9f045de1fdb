import { catalogue, type Locale } from '../../infra/i18n.ts'
import type { Role } from './policy.ts'
import { en } from './words.en.ts'
import { fr } from './words.fr.ts'

export const organisationWords = catalogue({ fr, en })

/** « Responsable », "Owner": a role as people read it, for the slices above. */
export const roleName = (locale: Locale, role: Role): string => organisationWords(locale).roles[role].name
