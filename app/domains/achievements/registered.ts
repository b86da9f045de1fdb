import type { RegistrationState } from '@insigne/badge-quality'
import type { Register, Registration } from '../frameworks/index.ts'
import type { Facts } from './facts.ts'

/** A number in a register, as somebody declares it. */
export interface Registered {
  register: Register
  number: string
}

export const registerNames: Readonly<Record<Register, string>> = {
  RNCP: 'Répertoire national des certifications professionnelles',
  RS: 'Répertoire spécifique',
}

/** The official page of a certification. */
export const registerAddress = ({ register, number }: Registered): string =>
  `https://www.francecompetences.fr/recherche/${register.toLowerCase()}/${number}/`

/** « RS 5875 »: on the bar of the mark and in every text. */
export const sayRegistered = ({ register, number }: Registered): string => `${register} ${number}`

/** The answer in the words of the rules. A certification that is over is still one that the register holds. */
export const heldBy = (answer: Registration | undefined): RegistrationState =>
  answer === undefined || answer.state === 'not-imported'
    ? 'unknown'
    : answer.state === 'not-found'
      ? 'not-held'
      : 'held'

export type Refusing = Registration & { state: 'inactive' | 'not-found' }

/** Whether the register says no. What it was not asked refuses nothing. */
export const isRefusing = (answer: Registration | undefined): answer is Refusing =>
  answer?.state === 'inactive' || answer?.state === 'not-found'

/** The facts without what was once checked: nobody but the register says that a number holds. */
export const unchecked = (facts: Facts): Facts => withAnswer(facts, undefined)

/** The facts with what the register answers now. */
export function withAnswer(facts: Facts, answer: Registration | undefined): Facts {
  if (facts.registration === null) return facts
  const { register, number } = facts.registration
  const checked = answer?.state === 'active' ? { checked: answer.asOf.toISOString().slice(0, 10) } : {}
  return { ...facts, registration: { register, number, ...checked } }
}
