import { catalogue } from '../../infra/i18n.ts'
import { register as en } from './words-register.en.ts'
import { register as fr } from './words-register.fr.ts'

export const registerWords = catalogue({ fr, en })
