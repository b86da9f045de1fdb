import { catalogue } from '../../infra/i18n.ts'
import { search as en } from './words-search.en.ts'
import { search as fr } from './words-search.fr.ts'

export const searchWords = catalogue({ fr, en })
