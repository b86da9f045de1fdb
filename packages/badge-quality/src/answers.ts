import type { VerificationReport } from '@insigne/open-badges'
import type { Assessment } from './model.ts'

/**
 * The two answers as a verification report carries them: short, without sentences and frameworks. No specification: ours.
 * @param assessment what `assess` gave
 * @throws never
 * @example
 * const full = { ...report, ...answersOf(assess({ credential, report })) }
 * full.solidity.length // 10
 * full.solidity[0].check // 1
 */
export const answersOf = ({
  nature,
  solidity,
}: Assessment): Pick<VerificationReport, 'nature' | 'solidity'> => ({
  nature: { declared: nature.declared, shown: nature.shown, missing: nature.missing },
  solidity: solidity.map(({ check, state, proof }) => ({ check, state, proof })),
})
