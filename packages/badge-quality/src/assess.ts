import { badgeOf } from './badge.ts'
import { checks } from './checks/index.ts'
import { frameworks } from './frameworks.ts'
import {
  type AssessInput,
  type Assessment,
  type CheckNumber,
  checkCodes,
  type Proof,
  type SolidityCheck,
} from './model.ts'
import { judgeNature } from './nature.ts'
import { checkSentence } from './sentences/index.ts'
import { rulesVersion } from './version.ts'

const numbers: readonly CheckNumber[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/**
 * The two answers on a badge: its nature, and ten facts on its solidity, each with the place that proves it.
 *
 * Deterministic, offline. What the data does not say is `unknown`; `no` is only what the data says. A badge that claims
 * more than it shows is shown as what it shows. Reads OB 3.0, B.1 (and what a conversion from OB 2.0 yields).
 * @param input what is known of the badge: one of `achievement` and `credential` at least
 * @throws never on JSON
 * @example
 * const { nature, solidity } = assess({ credential, report })
 * nature.declared // 'competence'
 * nature.shown // 'realisation'
 * nature.missing // ['action', 'assessment', 'assessor', 'evidence']
 * solidity[3].state // 'unknown'
 */
export function assess(input: AssessInput): Assessment {
  const badge = badgeOf(input)
  const solidity = numbers.map((check): SolidityCheck => {
    const code = checkCodes[check]
    const finding = checks[code](badge)
    return {
      check,
      code,
      state: finding.state,
      proof: finding.proofs.map(written).join(' · '),
      proofs: finding.proofs,
      framework: [...frameworks[check]],
      sentence: checkSentence(code, finding),
    }
  })
  return { rulesVersion, nature: judgeNature(badge, solidity), solidity }
}

const written = ({ document, pointer, quote }: Proof): string => `${document}#${pointer} « ${quote} »`
