import { credentialsV2, openBadgesExtensions, openBadgesV3 } from '../contexts/bundle.ts'
import type * as input from './input.ts'
import type * as model from './model.ts'

// The standard wants absent properties to be absent: no null, no empty array, no empty text.
function present<T extends object>(value: T): T {
  for (const key in value) {
    const member: unknown = value[key]
    const isAbsent = member === undefined || member === null || member === ''
    if (isAbsent || (Array.isArray(member) && member.length === 0)) Reflect.deleteProperty(value, key)
  }
  return value
}

// The badges of a batch share their dates.
const written = new Map<number, string>()
const maxWritten = 128

/** A date as the standard writes it: RFC 3339, UTC, without milliseconds. */
export function dateTime(value: string | Date): string {
  if (typeof value === 'string') return value
  const time = value.getTime()
  const known = written.get(time)
  if (known !== undefined) return known
  const text = `${value.toISOString().slice(0, -'.000Z'.length)}Z`
  if (written.size >= maxWritten) written.clear()
  written.set(time, text)
  return text
}

const image = (value: input.ImageInput): model.Image =>
  typeof value === 'string' ? { id: value, type: 'Image' } : present({ ...value, type: 'Image' })

const alignment = (value: input.AlignmentInput): model.Alignment => present({ type: ['Alignment'], ...value })

const identifier = (value: input.IdentifierInput): model.IdentifierEntry => ({
  type: 'IdentifierEntry',
  ...value,
})

/**
 * A Profile: an issuer, a creator or a source. OB 3.0, B.1.14.
 * @param profile the profile, without the `type` of its parts
 * @throws never
 * @example
 * const profile = buildProfile({ id: 'https://badges.example/org/12', name: 'Atelier du Port' })
 * profile.type // ['Profile']
 */
export function buildProfile(profile: input.ProfileInput): model.Profile {
  const { id, image: picture, otherIdentifier, parentOrg, ...plain } = profile
  return present({
    id,
    type: ['Profile'],
    ...plain,
    ...(picture ? { image: image(picture) } : {}),
    ...(otherIdentifier ? { otherIdentifier: otherIdentifier.map(identifier) } : {}),
    ...(parentOrg ? { parentOrg: buildProfile(parentOrg) } : {}),
  })
}

function rubricLevel({
  alignment: to,
  ...plain
}: input.RubricCriterionLevelInput): model.RubricCriterionLevel {
  return present({
    type: ['RubricCriterionLevel'],
    ...plain,
    ...(to ? { alignment: to.map(alignment) } : {}),
  })
}

function resultDescription(value: input.ResultDescriptionInput): model.ResultDescription {
  const { alignment: to, rubricCriterionLevel, ...plain } = value
  return present({
    type: ['ResultDescription'],
    ...plain,
    ...(to ? { alignment: to.map(alignment) } : {}),
    ...(rubricCriterionLevel ? { rubricCriterionLevel: rubricCriterionLevel.map(rubricLevel) } : {}),
  })
}

/**
 * An Achievement: what is recognised, for whoever receives it. OB 3.0, B.1.1.
 * @param achievement the achievement, without the `type` of its parts
 * @throws never
 * @example
 * const achievement = buildAchievement({
 *   id: 'https://badges.example/achievements/3',
 *   name: 'Travailler en équipe',
 *   description: 'Mener une tâche commune à son terme.',
 *   criteria: { narrative: 'Le candidat a organisé le travail de trois personnes.' },
 *   achievementType: 'Competency',
 * })
 * achievement.type // ['Achievement']
 */
export function buildAchievement(achievement: input.AchievementInput): model.Achievement {
  const {
    id,
    image: picture,
    alignment: to,
    creator,
    otherIdentifier,
    resultDescription: results,
    criteria,
    ...plain
  } = achievement
  return present({
    id,
    type: ['Achievement'],
    ...plain,
    criteria: present({ ...criteria }),
    ...(picture ? { image: image(picture) } : {}),
    ...(to ? { alignment: to.map(alignment) } : {}),
    ...(creator ? { creator: buildProfile(creator) } : {}),
    ...(otherIdentifier ? { otherIdentifier: otherIdentifier.map(identifier) } : {}),
    ...(results ? { resultDescription: results.map(resultDescription) } : {}),
  })
}

function result({ alignment: to, ...plain }: input.ResultInput): model.Result {
  return present({ type: ['Result'], ...plain, ...(to ? { alignment: to.map(alignment) } : {}) })
}

function subject(value: input.SubjectInput, achievement: model.Achievement): model.AchievementSubject {
  const { id, identifier: identities, image: picture, result: results, source, ...plain } = value
  return present({
    ...(id ? { id } : {}),
    type: ['AchievementSubject'],
    ...(identities
      ? {
          identifier: identities.map(
            (one): model.IdentityObject => present({ type: 'IdentityObject', ...one }),
          ),
        }
      : {}),
    ...plain,
    ...(picture ? { image: image(picture) } : {}),
    ...(results ? { result: results.map(result) } : {}),
    ...(source ? { source: buildProfile(source) } : {}),
    achievement,
  })
}

function evidence({ type, ...plain }: input.EvidenceInput): model.Evidence {
  return present({ ...plain, type: ['Evidence', ...(type ?? []).filter((one) => one !== 'Evidence')] })
}

// Two nodes with the same id are one node once signed, so what is said twice could be unsaid once unnoticed.
function withoutRepetition(achievement: model.Achievement, issuer: model.Profile): model.Achievement {
  if (achievement.creator?.id !== issuer.id) return achievement
  return { ...achievement, creator: { id: issuer.id, type: ['Profile'] } }
}

/**
 * An OpenBadgeCredential ready for `prepare`, with the contexts of VC 2.0 and OB 3.0.3 in their order.
 * The extensions context is added when a name that begins with `1EdTech` needs it. OB 3.0, B.1.2.
 * @param value the badge, without the `type` of its parts
 * @throws never
 * @example
 * const draft = buildCredential({
 *   id: 'urn:uuid:9f0c5b6e-0f52-4a52-8b8b-1c2f6a2c7c11',
 *   issuer: { id: did, name: 'Atelier du Port' },
 *   achievement: {
 *     id: 'urn:uuid:1c7a3d0e-55d5-4b52-9d0b-6a3f5e0b9a01',
 *     name: 'Travailler en équipe',
 *     description: 'Mener une tâche commune à son terme.',
 *     criteria: { narrative: 'A organisé le travail de trois personnes.' },
 *   },
 *   subject: { id: holder },
 *   validFrom: '2026-03-02T09:30:00Z',
 * })
 * draft.type // ['VerifiableCredential', 'OpenBadgeCredential']
 */
export function buildCredential(value: input.CredentialInput): model.OpenBadgeCredential {
  const {
    id,
    issuer,
    achievement,
    subject: who,
    validFrom,
    validUntil,
    awardedDate,
    image: picture,
    ...rest
  } = value
  const { evidence: proofs, name, description, credentialStatus, credentialSchema, ...plain } = rest
  const profile = buildProfile(issuer)
  const what = withoutRepetition(buildAchievement(achievement), profile)
  const credential: model.OpenBadgeCredential = present({
    '@context': [credentialsV2, openBadgesV3],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: name ?? what.name,
    ...(description ? { description } : {}),
    ...(picture ? { image: image(picture) } : {}),
    issuer: profile,
    validFrom: dateTime(validFrom),
    ...(validUntil ? { validUntil: dateTime(validUntil) } : {}),
    ...(awardedDate ? { awardedDate: dateTime(awardedDate) } : {}),
    credentialSubject: subject(who, what),
    ...(proofs ? { evidence: proofs.map(evidence) } : {}),
    ...(credentialStatus ? { credentialStatus } : {}),
    ...(credentialSchema ? { credentialSchema } : {}),
    ...plain,
  })
  if (needsExtensions(credential)) credential['@context'].push(openBadgesExtensions)
  return credential
}

const isExtension = ({ type }: { type: string }): boolean => type.startsWith('1EdTech')

function needsExtensions({
  credentialStatus: status,
  credentialSchema: schemas,
  refreshService,
}: model.OpenBadgeCredential): boolean {
  if (status !== undefined && (Array.isArray(status) ? status.some(isExtension) : isExtension(status)))
    return true
  return schemas?.some(isExtension) === true || (refreshService !== undefined && isExtension(refreshService))
}
