import { affirming, type Check, denying, no, telling, unknown, yes } from '../finding.ts'
import { firstMember, proofOf, truth } from '../place.ts'

/** 8. How the identity of the candidate is checked is stated. */
export const identity: Check = (badge) => {
  const { stated, achievement } = badge
  if (stated.identity !== undefined)
    return stated.identity.value ? yes(stated.identity.proof) : no(stated.identity.proof)
  const field = firstMember(achievement, 'assessment_id_verified', 'assessmentIdVerified', 'identityVerified')
  const verified = truth(field)
  if (field !== undefined && verified !== undefined)
    return verified ? yes(proofOf(field)) : no(proofOf(field))
  const checked = affirming(telling(badge), ({ identity: words }) => words)
  if (checked !== undefined) return yes(checked)
  const unchecked = denying(telling(badge), ({ identity: words }) => words)
  return unchecked === undefined ? unknown : no(unchecked)
}
