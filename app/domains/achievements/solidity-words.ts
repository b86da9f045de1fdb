import { catalogue } from '../../infra/i18n.ts'
import { solidity as en } from './words-solidity.en.ts'
import { solidity as fr } from './words-solidity.fr.ts'

export const solidityWords = catalogue({ fr, en })
