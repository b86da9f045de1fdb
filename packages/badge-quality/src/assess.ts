import { type AssessInput, type Assessment, type CheckNumber, checkCodes } from './model.ts'
import { rulesVersion } from './version.ts'

const numbers: readonly CheckNumber[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** Nature and solidité of a badge. First state: nothing is read yet, so nothing is claimed. */
export function assess(_input: AssessInput): Assessment {
  return {
    rulesVersion,
    nature: {
      declared: null,
      shown: 'undetermined',
      missing: [],
      proofs: [],
      sentence: { fr: 'La nature n’est pas établie.', en: 'The nature is not established.' },
    },
    solidity: numbers.map((check) => ({
      check,
      code: checkCodes[check],
      state: 'unknown',
      proof: '',
      proofs: [],
      framework: [],
      sentence: { fr: 'Non renseigné.', en: 'Not stated.' },
    })),
  }
}
