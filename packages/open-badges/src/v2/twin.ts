import { OpenBadgesError } from '../errors.ts'
import { isIri } from '../guard/format.ts'
import { hashIdentity } from '../v3/identity.ts'
import type * as model3 from '../v3/model.ts'
import type { Assertion2, BadgeClass2, Evidence2, IdentityObject2, Image2, Issuer2 } from './model.ts'
import { secureAddress } from './scope.ts'
import { openBadgesV2 } from './upgrade.ts'

// 2.0 wants what 3.0 leaves out at will: a twin that lacks it would be refused elsewhere.
const refuse = (code: string, path: string, message: string): never => {
  throw new OpenBadgesError({ code, path, message })
}

// Hosted badges are believed from their own address: any other scheme could never be verified.
function hostedAt(id: string): string {
  const url = secureAddress(id)
  return url?.href === id ? id : refuse('twin.address', '/id', 'A hosted twin needs a plain https address')
}

const image = (value: model3.Image | undefined): Image2 | undefined => {
  if (!value) return undefined
  return value.caption === undefined ? value.id : { id: value.id, caption: value.caption }
}

/** Where the twin of an issuer is served, and what it vouches for. OB 2.0, "Profile" and "VerificationObject". */
export interface IssuerTwinInput {
  /** https address of the twin. */
  id: string
  /** Addresses of the awards it vouches for; default its own origin. */
  startsWith?: string[]
}

/**
 * The Open Badges 2.0 issuer of a profile. 2.0 wants a name, a site and an e-mail address. OB 2.0, "Profile".
 * @param profile the issuer of 3.0
 * @param input where the twin is served
 * @throws `twin.address`, `twin.issuer-incomplete`, `twin.scope`
 * @example
 * const issuer = twinOfProfile(credential.issuer, { id: 'https://badges.example/ob2/issuers/12' })
 * issuer.type // 'Issuer'
 */
export function twinOfProfile(profile: model3.Profile, { id, startsWith }: IssuerTwinInput): Issuer2 {
  const { name, url, email, phone, description } = profile
  if (!name) return refuse('twin.issuer-incomplete', '/name', 'A 2.0 issuer needs a name')
  if (!url) return refuse('twin.issuer-incomplete', '/url', 'A 2.0 issuer needs a site')
  if (!email) return refuse('twin.issuer-incomplete', '/email', 'A 2.0 issuer needs an e-mail address')
  if (startsWith?.some((one) => secureAddress(one)?.href !== one))
    refuse('twin.scope', '/startsWith', 'A scope is a plain https address')
  const logo = image(profile.image)
  return {
    '@context': openBadgesV2,
    id: hostedAt(id),
    type: 'Issuer',
    name,
    url,
    email,
    ...(phone === undefined ? {} : { telephone: phone }),
    ...(description === undefined ? {} : { description }),
    ...(logo === undefined ? {} : { image: logo }),
    ...(startsWith ? { verification: { startsWith } } : {}),
  }
}

/** Where the twin of an achievement is served, and its issuer. OB 2.0, "BadgeClass". */
export interface AchievementTwinInput {
  id: string
  /** Address of the issuer's twin. */
  issuer: string
  /** Picture of the badge when the achievement has none: 2.0 wants one. */
  image?: string
}

/**
 * The Open Badges 2.0 badge class of an achievement. Results, credits and levels have no place in 2.0. OB 2.0, "BadgeClass".
 * @param achievement what is recognised
 * @param input where the twin and its issuer are served
 * @throws `twin.address`, `twin.image`
 * @example
 * const badge = twinOfAchievement(credential.credentialSubject.achievement, {
 *   id: 'https://badges.example/ob2/badges/1',
 *   issuer: 'https://badges.example/ob2/issuers/12',
 * })
 * badge.type // 'BadgeClass'
 */
export function twinOfAchievement(
  achievement: model3.Achievement,
  { id, issuer, image: fallback }: AchievementTwinInput,
): BadgeClass2 {
  const { name, description, criteria, alignment, tag } = achievement
  const picture = image(achievement.image) ?? fallback
  if (picture === undefined) return refuse('twin.image', '/image', 'A 2.0 badge needs a picture')
  return {
    '@context': openBadgesV2,
    id: hostedAt(id),
    type: 'BadgeClass',
    name,
    description,
    image: picture,
    criteria: criteria.id !== undefined && criteria.narrative === undefined ? criteria.id : { ...criteria },
    issuer: hostedAt(issuer),
    ...(alignment
      ? {
          alignment: alignment.map(
            ({ targetName, targetUrl, targetDescription, targetFramework, targetCode }) => ({
              targetName,
              targetUrl,
              ...(targetDescription === undefined ? {} : { targetDescription }),
              ...(targetFramework === undefined ? {} : { targetFramework }),
              ...(targetCode === undefined ? {} : { targetCode }),
            }),
          ),
        }
      : {}),
    ...(tag ? { tags: tag } : {}),
  }
}

/** Where the twin of an award is served, its badge class, and how its recipient is named. OB 2.0, "Assertion". */
export interface CredentialTwinInput {
  id: string
  /** Address of the achievement's twin. */
  badge: string
  /**
   * The recipient's e-mail address, written as a salted hash (anyone who guesses the address can check it: ask the
   * person first), or an address that is already public.
   */
  recipient: { email: string; salt: string } | { url: string }
  /** Address of the picture with the award baked in. */
  image?: string
}

async function identityOf(recipient: CredentialTwinInput['recipient']): Promise<IdentityObject2> {
  if ('url' in recipient) {
    if (!isIri(recipient.url)) refuse('twin.recipient', '/recipient/url', 'The recipient needs an address')
    return { type: 'url', hashed: false, identity: recipient.url }
  }
  const { email, salt } = recipient
  if (!email.includes('@')) refuse('twin.recipient', '/recipient/email', 'This is not an e-mail address')
  if (salt.length < 8) refuse('twin.recipient', '/recipient/salt', 'The salt has at least 8 characters')
  return { type: 'email', hashed: true, identity: await hashIdentity(email, salt), salt }
}

function trace({ id, name, narrative, description, genre, audience }: model3.Evidence): Evidence2 {
  const words = { id, name, narrative, description, genre, audience }
  const made: Evidence2 = {}
  for (const key of ['id', 'name', 'narrative', 'description', 'genre', 'audience'] as const) {
    const value = words[key]
    if (value !== undefined) made[key] = value
  }
  return made
}

/**
 * The Open Badges 2.0 assertion of a credential, to be served at its `id` (answer 410 once revoked) and baked with
 * the family `ob2`. OB 2.0, "Assertion".
 * @param credential the award
 * @param input where the twin is served, and its recipient
 * @throws `twin.address`, `twin.recipient`
 * @example
 * const award = await twinOfCredential(credential, {
 *   id: 'https://badges.example/ob2/awards/1',
 *   badge: 'https://badges.example/ob2/badges/1',
 *   recipient: { email: 'lea@example.org', salt: 'c0ffee-2026' },
 * })
 * award.verification.type // 'hosted'
 */
export async function twinOfCredential(
  credential: model3.OpenBadgeCredential,
  { id, badge, recipient, image: picture }: CredentialTwinInput,
): Promise<Assertion2> {
  const { validFrom, awardedDate, validUntil, evidence, credentialSubject } = credential
  const { narrative } = credentialSubject
  const traces = (evidence ?? []).map(trace).filter((one) => Object.keys(one).length > 0)
  return {
    '@context': openBadgesV2,
    id: hostedAt(id),
    type: 'Assertion',
    recipient: await identityOf(recipient),
    badge: hostedAt(badge),
    verification: { type: 'hosted' },
    issuedOn: awardedDate ?? validFrom,
    ...(validUntil === undefined ? {} : { expires: validUntil }),
    ...(picture === undefined ? {} : { image: picture }),
    ...(narrative === undefined ? {} : { narrative }),
    ...(traces.length === 0 ? {} : { evidence: traces }),
  }
}
