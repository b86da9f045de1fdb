import { catalogue } from '../../../infra/i18n.ts'
import { en } from './words.en.ts'
import { fr } from './words.fr.ts'

export const harvestWords = catalogue({ fr, en })
