import type { VerificationReport } from '@insigne/open-badges'
import type { Assessment } from './model.ts'

/**
 * The two answers as a verification report carries them: short, without sentences and frameworks.
 * @example
 * const full = { ...report, ...answersOf(assess({ credential, report })) }
 */
export const answersOf = ({
  nature,
  solidity,
}: Assessment): Pick<VerificationReport, 'nature' | 'solidity'> => ({
  nature: { declared: nature.declared, shown: nature.shown, missing: nature.missing },
  solidity: solidity.map(({ check, state, proof }) => ({ check, state, proof })),
})
