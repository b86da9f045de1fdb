import { type Check, no, telling, unknown, yes } from '../finding.ts'
import { proofOfStatement, statements } from '../statement.ts'

/** 2. The outcome is stated as an action in a situation. */
export const action: Check = (badge) => {
  const { stated } = badge
  if (stated.action !== undefined && stated.situation !== undefined) {
    const { value, proof } = stated.action
    const said = statements([{ document: proof.document, pointer: proof.pointer, text: value }], undefined)
    const attended = said.length > 0 && said.every(({ attends, deeds }) => attends && !deeds)
    return attended ? no(proof) : yes(proof, stated.situation.proof)
  }
  const from = telling(badge)
  const whole = from.find(({ observable, situated, judges }) => observable && situated && !judges)
  if (whole !== undefined) return yes(proofOfStatement(whole))
  // A list of acts, and the situation said once, beside them.
  const act = badge.criteria.find(({ observable, attends }) => observable && !attends)
  const situation = from.find(({ situated }) => situated)
  if (act !== undefined && situation !== undefined && !badge.onlyAttendance)
    return yes(proofOfStatement(act), proofOfStatement(situation))
  const first = badge.criteria[0]
  return first !== undefined && badge.onlyAttendance ? no(proofOfStatement(first)) : unknown
}
