import { type Check, no, unknown, yes } from '../finding.ts'
import { proofOfStatement, statements } from '../statement.ts'

/**
 * 1. Criteria are published, and observable: at least one says an act that somebody can watch, or a result that
 * can be read. A link alone says nothing: nobody followed it here.
 */
export const criteria: Check = (badge) => {
  const { stated } = badge
  if (stated.criteria !== undefined) {
    // An explicit list is taken at its word, unless each line is attendance or a mere claim.
    const watched = stated.criteria.find(({ value, proof }) =>
      statements([{ document: proof.document, pointer: proof.pointer, text: value }], undefined).some(
        ({ attends, deeds, claims }) => !(attends && !deeds) && !claims,
      ),
    )
    return watched === undefined ? no(...stated.criteria.map(({ proof }) => proof)) : yes(watched.proof)
  }
  const watched = badge.criteria.find(({ observable, attends, deeds }) => observable && (!attends || deeds))
  if (watched !== undefined && !badge.onlyAttendance) return yes(proofOfStatement(watched))
  const first = badge.criteria[0]
  if (first === undefined) return unknown
  const empty = badge.criteria.every(({ attends, claims, role }) => attends || (claims && !role))
  return empty ? no(proofOfStatement(first)) : unknown
}
