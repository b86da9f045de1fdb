import { issuerId } from '../badge.ts'
import { affirming, type Check, no, said, telling, unknown, yes } from '../finding.ts'
import { member, proofOf, text } from '../place.ts'
import { proofOfStatement } from '../statement.ts'

/** 5. Somebody other than the candidate assesses, and who they are is stated. */
export const assessor: Check = (badge) => {
  const { stated, subject } = badge
  if (stated.independent?.value === false) return no(stated.independent.proof)
  const holder = member(subject, 'id')
  const holderId = text(holder)?.text
  if (holder !== undefined && holderId !== undefined && holderId === issuerId(badge.issuers[0]))
    return { ...no(proofOf(holder)), reason: 'self-issued' }
  if (stated.assessor !== undefined && stated.independent?.value === true)
    return yes(stated.assessor.proof, stated.independent.proof)
  const judge = telling(badge).find(({ judges }) => judges)
  if (judge !== undefined) return yes(proofOfStatement(judge))
  const self = affirming(said(badge), ({ selfAssessment }) => selfAssessment)
  return self === undefined ? unknown : no(self)
}
