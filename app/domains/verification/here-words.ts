import { catalogue } from '../../infra/i18n.ts'
import { here as en } from './words-here.en.ts'
import { here as fr } from './words-here.fr.ts'

export const hereWords = catalogue({ fr, en })
