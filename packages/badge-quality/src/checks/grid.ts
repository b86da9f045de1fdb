import { affirming, type Check, denying, no, telling, unknown, yes } from '../finding.ts'
import { items, member, proofOf } from '../place.ts'

/** 7. The candidate saw the grid that was used: it is said, or the rubric stands in the achievement itself. */
export const grid: Check = (badge) => {
  const { stated, achievement } = badge
  if (stated.grid !== undefined) return stated.grid.value ? yes(stated.grid.proof) : no(stated.grid.proof)
  const rubric = items(member(achievement, 'resultDescription'))
    .map((one) => member(one, 'rubricCriterionLevel'))
    .find((one) => items(one).length > 0)
  if (rubric !== undefined) return yes(proofOf(rubric))
  const shown = affirming(telling(badge), ({ grid: words }) => words)
  if (shown !== undefined) return yes(shown)
  const hidden = denying(telling(badge), ({ grid: words }) => words)
  return hidden === undefined ? unknown : no(hidden)
}
