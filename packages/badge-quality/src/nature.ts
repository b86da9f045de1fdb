import type { NatureName } from '@insigne/open-badges'
import type { Badge } from './badge.ts'
import { declaredNature } from './declared.ts'
import { gates } from './gates.ts'
import {
  type CheckNumber,
  checkCodes,
  type MissingFact,
  type NatureFinding,
  type Proof,
  type SolidityCheck,
} from './model.ts'
import { member, proofOf, text } from './place.ts'
import { registrationOf } from './registration.ts'
import { natureSentence } from './sentences/index.ts'
import { proofOfStatement, type Statement } from './statement.ts'

type Shown = NatureFinding['shown']

/** Nature declared, nature shown, and what lacks between the two. */
export function judgeNature(badge: Badge, solidity: readonly SolidityCheck[]): NatureFinding {
  const declared = declaredNature(badge)
  const holds = (check: CheckNumber) => solidity.some((one) => one.check === check && one.state === 'yes')
  const signs = signsOf(badge, solidity)
  const facts: Readonly<Record<string, Proof | undefined>> = {
    role: signs.role,
    deed: signs.deed,
    // A number that the register does not have is no registration, however well it is written.
    registration: badge.registration === 'not-held' ? undefined : registrationOf(badge),
  }
  const missingFor = (nature: NatureName): MissingFact[] => [
    ...gates[nature].checks.filter((check) => !holds(check)).map((check) => checkCodes[check]),
    ...gates[nature].facts.filter((fact) => facts[fact] === undefined),
  ]
  const passes = (nature: NatureName) => missingFor(nature).length === 0
  const shown = isRefused(badge) ? 'undetermined' : shownNature(declared?.nature, passes, signs)
  const proof = shown === 'undetermined' ? undefined : proofFor(shown, signs, solidity)
  const missing = declared === undefined || declared.nature === shown ? [] : missingFor(declared.nature)
  return {
    declared: declared?.nature ?? null,
    shown,
    missing,
    proofs: [...(declared === undefined ? [] : [declared.proof]), ...(proof === undefined ? [] : [proof])],
    sentence: natureSentence(declared?.nature ?? null, shown, missing),
  }
}

/** A signature or an issuer that was refused: nothing of what the text says is shown. */
const isRefused = ({ report }: Badge): boolean => report?.verdict === 'invalid' && !report.issuer.bound

interface Signs {
  role?: Proof
  deed?: Proof
  presence?: Proof
  onlyAttendance: boolean
}

function shownNature(
  declared: NatureName | undefined,
  passes: (nature: NatureName) => boolean,
  signs: Signs,
): Shown {
  // The issuer knows what was meant: a lesser kind is never raised, and only falls to attendance.
  if (declared === 'participation') return 'participation'
  if (declared === 'engagement' || declared === 'realisation')
    return signs.onlyAttendance ? 'participation' : declared
  const claimed: readonly NatureName[] =
    declared === 'registered'
      ? ['registered', 'certification', 'competence']
      : declared === 'certification'
        ? ['certification', 'competence']
        : ['competence']
  const reached = claimed.find(passes)
  if (reached !== undefined) return reached
  if (signs.onlyAttendance) return 'participation'
  if (signs.role !== undefined) return 'engagement'
  if (signs.deed !== undefined) return 'realisation'
  return signs.presence === undefined ? 'undetermined' : 'participation'
}

function signsOf(badge: Badge, solidity: readonly SolidityCheck[]): Signs {
  const { criteria, description, name, stated, onlyAttendance, subject } = badge
  const speaking = onlyAttendance ? criteria : [...criteria, ...description]
  const all = [...criteria, ...description, ...name]
  const held = onlyAttendance
    ? undefined
    : all.find(({ role, attends, deeds }) => role && (!attends || !deeds || role))
  const subjectRole = member(subject, 'role')
  const role =
    held !== undefined
      ? proofOfStatement(held)
      : !onlyAttendance && subjectRole !== undefined && text(subjectRole) !== undefined
        ? proofOf(subjectRole)
        : undefined
  const deed = deedOf(badge, speaking, solidity)
  const present = all.find(({ attends }) => attends)
  return {
    onlyAttendance: onlyAttendance && stated.criteria === undefined,
    ...(role === undefined ? {} : { role }),
    ...(deed === undefined ? {} : { deed }),
    ...(present === undefined ? {} : { presence: proofOfStatement(present) }),
  }
}

function deedOf(
  { stated, criteria }: Badge,
  speaking: readonly Statement[],
  solidity: readonly SolidityCheck[],
): Proof | undefined {
  const done = speaking.find(({ deeds }) => deeds) ?? criteria.find(({ acts, attends }) => acts && !attends)
  if (done !== undefined) return proofOfStatement(done)
  if (stated.criteria !== undefined || stated.action !== undefined) {
    const listed = solidity.find(({ check, state }) => check === 1 && state === 'yes')
    return listed?.proofs[0] ?? stated.action?.proof
  }
  // Without criteria, acts of the description are all that is said of the person.
  if (criteria.length === 0) {
    const told = speaking.find(({ acts, attends }) => acts && !attends)
    if (told !== undefined) return proofOfStatement(told)
  }
  // Abilities become something done when somebody looked at them.
  const looked = [1, 4].map((check) => solidity.find((one) => one.check === check && one.state === 'yes'))
  return looked.every((one) => one !== undefined) ? looked[1]?.proofs[0] : undefined
}

function proofFor(shown: NatureName, signs: Signs, solidity: readonly SolidityCheck[]): Proof | undefined {
  if (shown === 'participation') return signs.presence
  if (shown === 'engagement') return signs.role
  if (shown === 'realisation') return signs.deed
  return solidity.find(({ check }) => check === 5)?.proofs[0]
}
