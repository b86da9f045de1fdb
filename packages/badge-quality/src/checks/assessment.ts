import { type Check, denying, type Finding, no, said, telling, unknown, yes } from '../finding.ts'
import { firstMember, items, member, proofOf, text } from '../place.ts'
import { affirmed, proofOfStatement, type Statement } from '../statement.ts'
import { list } from '../wording/pattern.ts'

/** 4. Assessed, and the form of assessment is stated. */
export const assessment: Check = (badge) => {
  const { stated } = badge
  if (stated.assessment !== undefined)
    return stated.assessment.value === 'none' ? no(stated.assessment.proof) : yes(stated.assessment.proof)
  return byField(badge.achievement) ?? byRubric(badge.achievement) ?? byWords(badge)
}

// Fields of the EU list, as quality-minded issuers publish them beside the standard's.
const fields = [
  'assessment_type',
  'assessmentType',
  'extensions:AssessmentExtension',
  'extensions:AssessmentTypeExtension',
]

function byField(achievement: Parameters<typeof firstMember>[0]): Finding | undefined {
  const field = firstMember(achievement, ...fields)
  const value = text(field)?.text ?? text(firstMember(field, 'AssessmentType', 'type', 'name'))?.text
  if (field === undefined || value === undefined || value === 'null') return undefined
  return /^(?:none|no_assessment|no assessment)$/i.test(value) ? no(proofOf(field)) : yes(proofOf(field))
}

// Levels of a rubric say how the person is looked at; a bare score does not.
function byRubric(achievement: Parameters<typeof member>[0]): Finding | undefined {
  const rubric = items(member(achievement, 'resultDescription'))
    .map((one) => member(one, 'rubricCriterionLevel'))
    .find((one) => items(one).length > 0)
  return rubric === undefined ? undefined : yes(proofOf(rubric))
}

const anyForm = list('évaluation*; évalué*; test*; épreuve*; examen*; contrôle; assess*; exam; exams; quiz')

function byWords(badge: Parameters<Check>[0]): Finding {
  const refusal = denying(said(badge), () => anyForm)
  const form = telling(badge).find(saysForm)
  if (form !== undefined) return yes(proofOfStatement(form))
  return refusal === undefined ? unknown : no(refusal)
}

const saysForm = ({ plain, wordings, judges }: Statement): boolean =>
  wordings.some((wording) =>
    wording.assessments.some(({ words, beside = [] }) => {
      if (affirmed(plain, words, wording).length > 0) return true
      const judged = judges || affirmed(plain, wording.judging, wording).length > 0
      return judged && affirmed(plain, beside, wording).length > 0
    }),
  )
