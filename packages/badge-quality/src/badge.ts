import type { AssessInput, KnownReport, RegistrationState } from './model.ts'
import {
  type Cited,
  firstMember,
  isAddress,
  isRecord,
  items,
  member,
  type Place,
  text,
  texts,
} from './place.ts'
import { type Stated, splitLabels, statedByFacts } from './stated.ts'
import { type Statement, statements } from './statement.ts'

/** An endorsement, and whether somebody checked it. */
export interface Endorsement {
  place: Place
  verified: boolean
}

/** A badge as the rules see it: every place that can speak, found once. Nothing is judged here. */
export interface Badge {
  achievement: Place | undefined
  credential: Place | undefined
  subject: Place | undefined
  /** The issuer of the award, the creator of the achievement, the profile given: the first comes first. */
  issuers: Place[]
  stated: Stated
  /** Statements of the criteria; the labelled lines are in `stated`. */
  criteria: Statement[]
  /** Description and learning outcomes. */
  description: Statement[]
  name: Statement[]
  tags: Cited[]
  /** The criteria only ask to be there: then the description tells of the event, not of the person. */
  onlyAttendance: boolean
  evidence: Place[]
  endorsements: Endorsement[]
  report: KnownReport | undefined
  /** What the register answered, where somebody asked it. */
  registration: RegistrationState
}

/** Reads whatever was given; never throws on JSON. */
export function badgeOf(input: AssessInput): Badge {
  const given = place('achievement', input.achievement)
  // A whole award passed as the achievement is still an award.
  const asAward = firstMember(given, 'credentialSubject', 'badge') === undefined ? undefined : given
  const credential = place('credential', input.credential) ?? asAward
  const subject = items(member(credential, 'credentialSubject'))[0]
  const inside = items(
    firstMember(subject, 'achievement') ?? firstMember(credential, 'badge', 'achievement'),
  )[0]
  const achievement = asAward === undefined ? (given ?? object(inside)) : object(inside)
  const hint = text(firstMember(achievement, 'inLanguage', '@language'))?.text

  const cut = criteriaTexts(achievement).map((source) => splitLabels(source))
  const labelled: Stated = {}
  // The first text that states a fact wins.
  for (const { stated } of cut.toReversed()) Object.assign(labelled, stated)
  const criteria = statements(
    cut.map(({ rest }) => rest),
    hint,
  ).map(asAttendance)
  const name = statements(texts(member(achievement, 'name')), hint)
  const description = statements(
    [...texts(member(achievement, 'description')), ...outcomes(achievement)],
    hint,
  )
  const stated = { ...labelled, ...statedByFacts(input.facts) }
  return {
    achievement,
    credential,
    subject,
    issuers: [
      ...items(member(credential, 'issuer')),
      ...items(firstMember(achievement, 'creator', 'issuer')),
      ...items(place('issuer', input.issuer)),
    ],
    stated,
    criteria,
    description,
    name,
    tags: items(firstMember(achievement, 'tag', 'tags')).flatMap((one) => texts(one)),
    onlyAttendance: isOnlyAttendance(stated, criteria.length > 0 ? criteria : [...description, ...name]),
    evidence: items(member(credential, 'evidence')),
    endorsements: endorsementsOf(input, credential, achievement),
    report: input.report,
    registration: input.registration ?? 'unknown',
  }
}

const place = (document: Place['document'], value: unknown): Place | undefined =>
  isRecord(value) ? { document, pointer: '', value } : undefined

const object = (one: Place | undefined) => (one !== undefined && isRecord(one.value) ? one : undefined)

// The standard's field, then the names under which exports of Badgr, edubadges, Open edX and OBF carry the text.
const criteriaFields = [
  'criteria',
  'criteria_text',
  'criteriaNarrative',
  'criteria_narrative',
  'criteria_html',
] as const

/** A narrative, a text in place of an object, several of them; an address is not a text, a text said twice is one. */
function criteriaTexts(achievement: Place | undefined): Cited[] {
  const found = criteriaFields
    .flatMap((key) => items(member(achievement, key)))
    .flatMap((one) => {
      const inner = isRecord(one.value)
        ? [...texts(member(one, 'narrative')), ...texts(member(one, 'description'))]
        : []
      return inner.length > 0 ? inner : texts(one)
    })
    .filter((source) => !isAddress(source.text.trim()))
  const same = ({ text: one }: Cited, { text: other }: Cited) => one.trim() === other.trim()
  return found.filter((source, index) => found.findIndex((other) => same(source, other)) === index)
}

const outcomes = (achievement: Place | undefined): Cited[] =>
  items(
    firstMember(achievement, 'extensions:LearningOutcomeExtension', 'learningOutcome', 'learning_outcome'),
  ).flatMap((one) => (isRecord(one.value) ? texts(member(one, 'LearningOutcome')) : texts(one)))

/** « Stage effectué en totalité »: a condition that names an event, and nothing to do there, is to be there. */
const asAttendance = (one: Statement): Statement =>
  one.event && !(one.observable || one.deeds || one.role || one.judges || one.claims)
    ? { ...one, attends: true }
    : one

function isOnlyAttendance(stated: Stated, said: readonly Statement[]): boolean {
  if (stated.criteria !== undefined || stated.action !== undefined) return false
  return (
    said.some(({ attends }) => attends) &&
    !said.some(({ attends, acts, deeds, role, judges }) => deeds || role || (!attends && (acts || judges)))
  )
}

/**
 * Endorsements carried inside count as checked only when the report says that all of them were;
 * a compact JWT is kept as it is, for the caller to verify and hand over.
 */
function endorsementsOf(
  { endorsements = [], report }: AssessInput,
  ...carriers: (Place | undefined)[]
): Endorsement[] {
  const checked =
    report?.checks?.some(({ name, state }) => name === 'endorsements' && state === 'valid') === true
  const inside = carriers.flatMap((carrier) =>
    ['endorsement', 'endorsementJwt'].flatMap((key) => items(member(carrier, key))),
  )
  const handed = endorsements.map(({ credential, verified }, index) => ({
    place: { document: 'endorsements' as const, pointer: `/${index}/credential`, value: credential },
    verified,
  }))
  return [...handed, ...inside.map((one) => ({ place: one, verified: checked }))]
}

/** The identifier of an issuer given as a profile or as an address. */
export const issuerId = (issuer: Place | undefined): string | undefined =>
  typeof issuer?.value === 'string' ? issuer.value : text(firstMember(issuer, 'id', '@id', 'url'))?.text
