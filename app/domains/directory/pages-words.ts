import { catalogue } from '../../infra/i18n.ts'
import { pages as en } from './words-pages.en.ts'
import { pages as fr } from './words-pages.fr.ts'

export const pagesWords = catalogue({ fr, en })
