import type { Badge } from './badge.ts'
import type { Proof, State } from './model.ts'
import { proofOfText } from './place.ts'
import { affirmed, denied, proofOfStatement, type Statement } from './statement.ts'
import type { Pattern } from './wording/pattern.ts'
import type { Wording } from './wording/wording.ts'

/** What a check found. `reason` chooses the sentence where a state has several. */
export interface Finding {
  state: State
  proofs: Proof[]
  reason?: string
}

/** One of the ten: reads a badge, answers with its proof. */
export type Check = (badge: Badge) => Finding

export const unknown: Finding = { state: 'unknown', proofs: [] }
export const yes = (...proofs: Proof[]): Finding => ({ state: 'yes', proofs })
export const no = (...proofs: Proof[]): Finding => ({ state: 'no', proofs })

/** The statements that tell of the person, not of the event they came to. */
export const telling = ({ criteria, description, onlyAttendance }: Badge): Statement[] =>
  onlyAttendance ? [] : [...criteria, ...description].filter(({ attends, deeds }) => !attends || deeds)

/** Everything the definition says in sentences. */
export const said = ({ criteria, description }: Badge): Statement[] => [...criteria, ...description]

/** The first statement in which words stand affirmed. */
export function affirming(
  from: readonly Statement[],
  patterns: (wording: Wording) => readonly Pattern[],
): Proof | undefined {
  const found = from.find(({ plain, wordings }) =>
    wordings.some((wording) => affirmed(plain, patterns(wording), wording).length > 0),
  )
  return found === undefined ? undefined : proofOfStatement(found)
}

/** The first statement in which words stand denied. */
export function denying(
  from: readonly Statement[],
  patterns: (wording: Wording) => readonly Pattern[],
): Proof | undefined {
  const found = from.find(({ plain, wordings }) =>
    wordings.some((wording) => denied(plain, patterns(wording), wording) !== undefined),
  )
  return found === undefined ? undefined : proofOfText(found.source, found.raw)
}
