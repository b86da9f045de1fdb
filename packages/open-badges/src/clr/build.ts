import { credentialsV2, openBadgesExtensions, openBadgesV3 } from '../contexts/bundle.ts'
import { type Fault, refuseFaults } from '../errors.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { frozenCopy } from '../json-copy.ts'
import { prepareChecked } from '../proof/prepare.ts'
import type { PreparedCredential } from '../proof/prepared.ts'
import { buildAchievement, buildProfile, dateTime } from '../v3/build.ts'
import type { AchievementInput, ProfileInput } from '../v3/input.ts'
import type { IdentityObject, VerifiableCredential } from '../v3/model.ts'
import type { Association, ClrCredential } from './model.ts'
import { clrFaults } from './nested.ts'
import { clrCredential } from './shape.ts'

/**
 * Second `@context` of a record. CLR 2.0, "ClrCredential".
 * @example
 * buildClr(record)['@context'][1] === clrV2 // true
 */
export const clrV2 = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'

// Credentials inside bring contexts of their own: one more here would be a member that no signature covers.
const contexts = [credentialsV2, clrV2, openBadgesV3]

/** What `buildClr` needs. Dates as `Date` or RFC 3339 text with a zone. CLR 2.0, "ClrCredential". */
export interface ClrInput {
  id: string
  name: string
  description?: string
  issuer: ProfileInput
  /** Whose record it is. */
  subject: { id?: string; identifier?: Omit<IdentityObject, 'type'>[] }
  /** Signed credentials, each with its embedded proof. */
  credentials: readonly JsonObject[]
  validFrom: string | Date
  validUntil?: string | Date
  /** True when the record does not hold all there is. */
  partial?: boolean
  achievement?: AchievementInput[]
  association?: Omit<Association, 'type'>[]
}

const hasProof = ({ proof }: JsonObject): boolean =>
  Array.isArray(proof) ? proof.length > 0 : isJsonObject(proof)

/**
 * A learner record that holds credentials as they were signed, ready for `prepareClr`. Compact JWTs do not fit in a
 * record: the standard wants objects with their proof. CLR 2.0, "ClrCredential".
 * @param input the record, without the `type` of its parts
 * @throws `clr.credential-unsigned`
 * @example
 * const draft = buildClr({
 *   id: 'urn:uuid:77aa2c10-57ce-4a0e-8f0c-1d2e3f4a5b6c',
 *   name: 'Parcours',
 *   issuer: { id: did, name: 'Atelier du Port' },
 *   subject: { id: holder },
 *   credentials: [credential],
 *   validFrom: new Date(),
 * })
 * draft.credentialSubject.verifiableCredential.length // 1
 */
export function buildClr(input: ClrInput): ClrCredential {
  const { id, name, description, issuer, subject, credentials, validFrom, validUntil, partial } = input
  const { achievement, association } = input
  const faults = credentials.flatMap((one, at): Fault[] =>
    isJsonObject(one) && hasProof(one)
      ? []
      : [
          {
            code: 'clr.credential-unsigned',
            path: `/credentials/${at}`,
            message: 'A record holds credentials with their proof',
          },
        ],
  )
  refuseFaults(faults)
  return {
    '@context': [...contexts],
    id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name,
    ...(description ? { description } : {}),
    ...(partial === undefined ? {} : { partial }),
    issuer: buildProfile(issuer),
    validFrom: dateTime(validFrom),
    ...(validUntil ? { validUntil: dateTime(validUntil) } : {}),
    credentialSubject: {
      ...(subject.id === undefined ? {} : { id: subject.id }),
      type: ['ClrSubject'],
      ...(subject.identifier
        ? {
            identifier: subject.identifier.map((one): IdentityObject => ({ type: 'IdentityObject', ...one })),
          }
        : {}),
      ...(achievement ? { achievement: achievement.map(buildAchievement) } : {}),
      ...(association
        ? { association: association.map((one): Association => ({ type: 'Association', ...one })) }
        : {}),
      verifiableCredential: [...credentials],
    },
  }
}

function envelopeFaults(document: JsonObject): Fault[] {
  const faults: Fault[] = []
  const given = asArray(document['@context'])
  const extras = given.slice(contexts.length)
  if (!contexts.every((url, at) => given[at] === url) || extras.some((url) => url !== openBadgesExtensions)) {
    faults.push({
      code: 'credential.context',
      path: '/@context',
      message: `The contexts must be ${contexts.join(', ')}`,
    })
  }
  if (!asArray(document['type']).includes('VerifiableCredential')) {
    faults.push({ code: 'credential.type-value', path: '/type', message: 'VerifiableCredential is missing' })
  }
  if (Object.hasOwn(document, 'proof'))
    faults.push({
      code: 'credential.proof-present',
      path: '/proof',
      message: 'This record is already signed',
    })
  return faults
}

/**
 * Checks a record against the closed model and freezes it for `sign`. CLR 2.0, "ClrCredential"; VC Data Model 2.0, 4.
 * @param draft what `buildClr` gave
 * @throws `clr.…`, `credential.context`, `credential.type-value`, `credential.proof-present`: all the
 * faults at once
 * @example
 * const signed = await sign(await prepareClr(buildClr(record)), { signer, verificationMethod })
 * const { format, nested } = await verify(JSON.stringify(signed))
 * format // 'clr2'
 * nested.length // 1
 */
export async function prepareClr(draft: ClrCredential): Promise<PreparedCredential<VerifiableCredential>> {
  const copy: Json = frozenCopy(draft)
  const document: JsonObject = isJsonObject(copy) ? copy : {}
  refuseFaults([...envelopeFaults(document), ...clrFaults(document, clrCredential, 'strict')])
  return prepareChecked(document)
}
