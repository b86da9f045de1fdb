import { credentialsV2, openBadgesV3 } from '../contexts/bundle.ts'
import { isIri } from '../guard/format.ts'
import type { JsonObject } from '../json.ts'
import type * as model3 from '../v3/model.ts'
import type { IdentifierType } from '../v3/vocabulary.ts'
import type { Sentence } from '../verify/report.ts'
import type { Assertion2, BadgeClass2, Evidence2, IdentityObject2, Image2, Issuer2 } from './model.ts'

/** Something that Open Badges 3.0 has no place for, or that a conversion cannot keep. OB 3.0 guide, "Converting from 2.0". */
export interface Loss extends Sentence {
  code: LossCode
  /** Where it was, as a JSON pointer into the assertion with its badge class and issuer inside. */
  path: string
}

const losses = {
  'convert.proof': {
    fr: 'La preuve d’origine ne couvre pas cette présentation en version 3.0.',
    en: 'The original proof does not cover this 3.0 rendering.',
  },
  'convert.property': {
    fr: 'Une information n’a pas d’équivalent en version 3.0.',
    en: 'A piece of information has no counterpart in version 3.0.',
  },
  'convert.extension': {
    fr: 'Une extension n’est pas reprise en version 3.0.',
    en: 'An extension is not carried over to version 3.0.',
  },
  'convert.context': {
    fr: 'Le vocabulaire particulier du document n’est pas repris.',
    en: 'The document’s own vocabulary is not carried over.',
  },
  'convert.endorsement': {
    fr: 'Les soutiens restent dans le badge d’origine.',
    en: 'Endorsements stay in the original badge.',
  },
  'convert.author': {
    fr: 'L’auteur de l’image n’est pas repris.',
    en: 'The author of the picture is not carried over.',
  },
  'convert.alignment': {
    fr: 'Un rattachement incomplet n’est pas repris.',
    en: 'An incomplete alignment is not carried over.',
  },
} satisfies Record<string, Sentence>

/** One of the codes of `lossCodes`. OB 3.0 guide, "Converting from 2.0". */
export type LossCode = keyof typeof losses

/**
 * Every code of a loss, with its sentence. OB 3.0 guide, "Converting from 2.0".
 * @example
 * lossCodes['convert.extension'].en // 'An extension is not carried over to version 3.0.'
 */
export const lossCodes: Readonly<Record<LossCode, Sentence>> = losses

/**
 * A badge of 2.0 in the words of 3.0, for display, and what that loses. It is not signed, and never to be.
 * OB 3.0 guide, "Converting from 2.0".
 */
export interface Conversion {
  credential: model3.OpenBadgeCredential
  lost: Loss[]
}

const kept: Record<string, ReadonlySet<string>> = {
  '': new Set([
    ...['@context', 'id', 'type', 'recipient', 'badge', 'verification', 'issuedOn', 'expires', 'image'],
    ...['evidence', 'narrative', 'revoked', 'revocationReason', 'uid', 'endorsement'],
  ]),
  '/badge': new Set([
    ...['@context', 'id', 'type', 'name', 'description', 'image', 'criteria', 'issuer', 'alignment', 'tags'],
    'endorsement',
  ]),
  '/badge/issuer': new Set([
    ...['@context', 'id', 'type', 'name', 'url', 'email', 'telephone', 'description', 'image'],
    ...['publicKey', 'revocationList', 'verification', 'endorsement'],
  ]),
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

// What the documents hold and the model does not: looked for in the documents as they came.
function lossesOf(
  document: JsonObject | undefined,
  at: '' | '/badge' | '/badge/issuer',
  path: string,
): Loss[] {
  const found: Loss[] = []
  const lose = (code: LossCode, key: string): void => {
    found.push({ code, path: `${path}/${escaped(key)}`, ...losses[code] })
  }
  for (const [key, value] of Object.entries(document ?? {})) {
    if (key === 'endorsement') lose('convert.endorsement', key)
    else if (key === '@context' && typeof value !== 'string' && typeof value === 'object')
      lose('convert.context', key)
    else if (key.includes(':')) lose('convert.extension', key)
    else if (!kept[at]?.has(key)) lose('convert.property', key)
  }
  return found
}

const authorLoss = (picture: Image2 | undefined, path: string): Loss[] =>
  typeof picture === 'object' && picture.author !== undefined
    ? [{ code: 'convert.author', path: `${path}/author`, ...losses['convert.author'] }]
    : []

/** What a badge class and its issuer lose; `path` is where the badge class stands. */
export function definitionLosses(
  read: { badge: BadgeClass2; issuer: Issuer2 },
  documents: { badge: JsonObject | undefined; issuer: JsonObject | undefined },
  path: string,
): Loss[] {
  const lost = [
    ...lossesOf(documents.badge, '/badge', path),
    ...lossesOf(documents.issuer, '/badge/issuer', `${path}/issuer`),
    ...authorLoss(read.badge.image, `${path}/image`),
    ...authorLoss(read.issuer.image, `${path}/issuer/image`),
  ]
  const before = documents.badge?.['alignment']
  if (Array.isArray(before) && before.length > (read.badge.alignment?.length ?? 0))
    lost.push({ code: 'convert.alignment', path: `${path}/alignment`, ...losses['convert.alignment'] })
  return lost
}

const image = (value: Image2 | undefined): { image?: model3.Image } => {
  if (value === undefined) return {}
  if (typeof value === 'string') return { image: { id: value, type: 'Image' } }
  const { id, caption } = value
  return { image: { id, type: 'Image', ...(caption ? { caption } : {}) } }
}

const identityTypes: Readonly<Record<string, IdentifierType>> = {
  email: 'emailAddress',
  url: 'ext:url',
  id: 'ext:url',
  telephone: 'ext:telephone',
  username: 'userName',
}

/** The recipient of 2.0 as an identity of 3.0. */
export function convertRecipient({ type, hashed, identity, salt }: IdentityObject2): model3.IdentityObject {
  return {
    type: 'IdentityObject',
    hashed,
    identityHash: identity,
    identityType: identityTypes[type] ?? 'identifier',
    ...(salt === undefined ? {} : { salt }),
  }
}

const evidence = ({ id, ...words }: Evidence2): model3.Evidence => ({
  ...(id !== undefined && isIri(id) ? { id } : {}),
  type: ['Evidence'],
  ...words,
})

/** An issuer of 2.0 as a profile of 3.0. */
export function convertIssuer({
  id,
  name,
  url,
  email,
  telephone,
  description,
  image: logo,
}: Issuer2): model3.Profile {
  return {
    id,
    type: ['Profile'],
    name,
    ...(url === undefined ? {} : { url }),
    ...(email === undefined ? {} : { email }),
    ...(telephone === undefined ? {} : { phone: telephone }),
    ...(description === undefined ? {} : { description }),
    ...image(logo),
  }
}

/** A badge class of 2.0 as an achievement of 3.0. */
export function achievementOf(badge: BadgeClass2): model3.Achievement {
  const { id, name, description, criteria, alignment, tags } = badge
  return {
    id,
    type: ['Achievement'],
    name,
    description,
    criteria: typeof criteria === 'string' ? { id: criteria } : criteria,
    ...image(badge.image),
    ...(alignment ? { alignment: alignment.map((one) => ({ type: ['Alignment'], ...one })) } : {}),
    ...(tags ? { tag: tags } : {}),
  }
}

/** The documents that a conversion starts from, read and as they came. OB 2.0, "Assertion". */
export interface ConversionInput {
  assertion: Assertion2
  badge: BadgeClass2
  issuer: Issuer2
  original?: JsonObject
}

/**
 * Puts a badge of 2.0 (or an older one, upgraded) into the words of 3.0 for display, and says what is lost.
 * OB 3.0 guide, "Converting from 2.0".
 * @param input the three documents of 2.0 in the shapes below, and the assertion as it came
 * @throws never on documents of these shapes
 * @example
 * const { credential, lost } = convert(before)
 * credential.credentialSubject.achievement.name // 'Travailler en équipe'
 * lost[0].code // 'convert.proof'
 */
export function convert({ assertion, badge, issuer, original }: ConversionInput): Conversion {
  const { id, recipient, issuedOn, expires, narrative, evidence: traces } = assertion
  const inner = original?.['badge']
  const badgeDocument = isObject(inner) ? inner : undefined
  const issuerDocument = isObject(badgeDocument?.['issuer']) ? badgeDocument['issuer'] : undefined
  const lost: Loss[] = [
    { code: 'convert.proof', path: '/verification', ...losses['convert.proof'] },
    ...lossesOf(original, '', ''),
    ...definitionLosses({ badge, issuer }, { badge: badgeDocument, issuer: issuerDocument }, '/badge'),
    ...authorLoss(assertion.image, '/image'),
  ]
  const who = !recipient.hashed && isIri(recipient.identity) ? { id: recipient.identity } : {}
  return {
    credential: {
      '@context': [credentialsV2, openBadgesV3],
      id,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: badge.name,
      ...image(assertion.image),
      issuer: convertIssuer(issuer),
      validFrom: issuedOn,
      ...(expires === undefined ? {} : { validUntil: expires }),
      credentialSubject: {
        ...who,
        type: ['AchievementSubject'],
        identifier: [convertRecipient(recipient)],
        achievement: achievementOf(badge),
        ...(narrative === undefined ? {} : { narrative }),
      },
      ...(traces ? { evidence: traces.map(evidence) } : {}),
    },
    lost,
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
