import { catalogue } from '../../infra/i18n.ts'
import { notes as en } from './words-notes.en.ts'
import { notes as fr } from './words-notes.fr.ts'

export const notesWords = catalogue({ fr, en })
