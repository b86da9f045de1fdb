import { directRecords } from '../canonical/direct.ts'
import type { Records } from '../canonical/records.ts'
import { type Statements, statementsOf } from '../canonical/statements.ts'
import {
  bundle2025,
  bundleOf,
  type ContextBundle,
  credentialsV1,
  credentialsV2,
  openBadgesExtensions,
  openBadgesV3,
} from '../contexts/bundle.ts'
import { type Fault, OpenBadgesError, refuseFaults } from '../errors.ts'
import { faultsOf } from '../guard/check.ts'
import { credentialFaults } from '../guard/credential.ts'
import { endorsementCredential, openBadgeCredential, statusListCredential } from '../guard/envelopes.ts'
import { instant } from '../guard/format.ts'
import type { Shape } from '../guard/shape.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { frozenCopy } from '../json-copy.ts'
import { parseJson } from '../json-parse.ts'
import { knownPart } from '../known-parts.ts'
import type { IssuableCredential, VerifiableCredential } from '../v3/model.ts'
import { frozenDraft } from './kept-parts.ts'
import type { PreparedCredential } from './prepared.ts'

/** What a prepared credential says, and the contexts it says it with. */
export interface Meaning {
  statements: Statements
  bundle: ContextBundle
}

// The brand is the private member: nothing that was not made in this file has it.
class Prepared {
  readonly credential: JsonObject
  readonly #meaning: Meaning
  readonly toJson = (): string => JSON.stringify(this.credential)

  constructor(credential: JsonObject, meaning: Meaning) {
    this.credential = credential
    this.#meaning = meaning
    Object.freeze(this)
  }

  static meaningOf(value: unknown): Meaning | undefined {
    return typeof value === 'object' && value !== null && #meaning in value ? value.#meaning : undefined
  }
}

/** Meaning of a prepared credential; throws `prepare.not-prepared` for anything else. */
export function meaningOf(prepared: PreparedCredential<IssuableCredential | VerifiableCredential>): Meaning {
  const meaning = Prepared.meaningOf(prepared)
  if (meaning) return meaning
  throw new OpenBadgesError({
    code: 'prepare.not-prepared',
    message: 'Only a prepared credential can be signed',
  })
}

function shapeOf(types: Json[]): Shape | undefined {
  if (types.includes('BitstringStatusListCredential')) return statusListCredential
  if (types.includes('EndorsementCredential')) return endorsementCredential
  return types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')
    ? openBadgeCredential
    : undefined
}

function contextFaults(context: Json | undefined, shape: Shape): Fault[] {
  const wanted = shape === statusListCredential ? [credentialsV2] : [credentialsV2, openBadgesV3]
  const given = asArray(context)
  const extras = given.slice(wanted.length)
  const known =
    Array.isArray(context) &&
    wanted.every((url, at) => given[at] === url) &&
    extras.every((url) => url === openBadgesExtensions) &&
    extras.length <= 1
  return known
    ? []
    : [
        {
          code: 'credential.context',
          path: '/@context',
          message: `The contexts must be ${wanted.join(', ')}`,
        },
      ]
}

// Nodes that are described, not only named by id and type.
function describedIn(value: Json, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found
  if (Array.isArray(value)) {
    for (const item of value) describedIn(item, found)
    return found
  }
  const part = knownPart(value)
  if (part?.value !== value) return describedByMembers(value, found)
  part.described ??= describedByMembers(value, [])
  found.push(...part.described)
  return found
}

function describedByMembers(value: JsonObject, found: string[]): string[] {
  let isReference = true
  for (const key in value) {
    if (key !== 'id' && key !== 'type') isReference = false
    const member = value[key]
    // An endorsement says more of what is described here, under a proof of its own.
    if (typeof member === 'object' && key !== 'endorsement') describedIn(member, found)
  }
  const { id } = value
  if (typeof id === 'string' && !isReference) found.push(id)
  return found
}

// Once signed, nodes with one id are one node: a repetition could be removed without the signature noticing.
function repetitionFaults(document: JsonObject): Fault[] {
  const described = describedIn(document)
  if (new Set(described).size === described.length) return []
  return described
    .filter((id, at) => described.indexOf(id) !== at)
    .map((id) => ({
      code: 'credential.node-repeated',
      path: '',
      message: `${id} is described twice: refer to it by id and type`,
    }))
}

function dateFaults(document: JsonObject): Fault[] {
  const { validFrom, validUntil } = document
  if (typeof validFrom !== 'string' || typeof validUntil !== 'string') return []
  return instant(validUntil) <= instant(validFrom)
    ? [
        {
          code: 'credential.valid-until-early',
          path: '/validUntil',
          message: 'validUntil is not after validFrom',
        },
      ]
    : []
}

function lint(document: JsonObject): Records {
  const shape = shapeOf(asArray(document['type']))
  if (!shape) {
    throw new OpenBadgesError({
      code: 'credential.type-value',
      path: '/type',
      message: 'The type must be OpenBadgeCredential, EndorsementCredential or BitstringStatusListCredential',
    })
  }
  const faults = [...contextFaults(document['@context'], shape), ...faultsOf(document, shape, 'strict')]
  if (!asArray(document['type']).includes('VerifiableCredential')) {
    faults.push({ code: 'credential.type-value', path: '/type', message: 'VerifiableCredential is missing' })
  }
  if (Object.hasOwn(document, 'proof')) {
    faults.push({
      code: 'credential.proof-present',
      path: '/proof',
      message: 'This credential is already signed',
    })
  }
  refuseFaults([...faults, ...repetitionFaults(document), ...dateFaults(document)])
  // The earlier text of context 3.0.3: what means the same under both can be signed.
  const records = directRecords(document, bundle2025)
  if (records) return records
  throw new OpenBadgesError({
    code: 'credential.context',
    path: '/@context',
    message: 'The contexts do not go together',
  })
}

/**
 * Checks a draft against every rule and freezes it. All faults are reported at once, each with its code and path.
 *
 * Closed strict schema, contexts of the allow-list in their order, every term defined, no node described twice,
 * no repeated value, no proof yet. OB 3.0, 8 and B; VC Data Integrity 1.0, 2.4.2 (validating contexts).
 * @param draft an Open Badge, an endorsement or a status list without proof
 * @throws `credential.…`, `endorsement.…`, `status-list.…`, `context.…`, `credential-not-object`
 * @example
 * const prepared = prepare(buildCredential(input))
 * prepared.credential.name // 'Travailler en équipe'
 */
export const prepare = <T extends IssuableCredential>(draft: T): PreparedCredential<T> =>
  brand<T>(frozenDraft(draft))

/**
 * Reads back what `toJson` wrote, and checks it again: storage is not trusted. OB 3.0, 8 and B.
 * @param json the stored text
 * @throws as `prepare` does, and `json.…`
 * @example
 * const stored = prepare(draft).toJson()
 * const signed = await sign(restorePrepared(stored), { signer, verificationMethod })
 * signed.proof.length // 1
 */
export const restorePrepared = (json: string): PreparedCredential<IssuableCredential> =>
  brand<IssuableCredential>(frozenDraft(parseJson(json)))

function brand<T extends IssuableCredential>(document: Json): PreparedCredential<T> {
  if (!isJsonObject(document))
    throw new OpenBadgesError({ code: 'credential-not-object', message: 'Give an object' })
  return branded<T>(document, { statements: lint(document), bundle: bundle2025 })
}

function branded<T extends IssuableCredential | VerifiableCredential>(
  document: JsonObject,
  meaning: Meaning,
): PreparedCredential<T> {
  // The brand is born here, right after the lint that proves the shape.
  return new Prepared(document, meaning) as unknown as PreparedCredential<T>
}

/** What a W3C credential may bring along. VC Data Model 2.0, 4.3. */
export interface PrepareCredentialOptions {
  /** More contexts, keyed by address, that the caller vouches for. */
  contexts?: Readonly<Record<string, JsonObject>>
  /** Lets the credential carry contexts of its own. */
  inlineContexts?: boolean
}

/**
 * Prepares a W3C credential that is not a badge: the rules of the data model, contexts that are pinned or vouched for,
 * every word defined. VC Data Model 2.0, 4.
 * @param draft the credential, without proof
 * @param options contexts of the caller
 * @throws `vc.fault`, `context.foreign`, `context.unknown-term`, `credential.proof-present`,
 * `credential-not-object`
 * @example
 * const prepared = await prepareCredential({
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: did,
 *   credentialSubject: { id: holder },
 * })
 * const signed = await sign(prepared, { signer, verificationMethod })
 * signed.proof[0].cryptosuite // 'eddsa-rdfc-2022'
 */
export async function prepareCredential(
  draft: JsonObject,
  { contexts = {}, inlineContexts = false }: PrepareCredentialOptions = {},
): Promise<PreparedCredential<VerifiableCredential>> {
  const document = frozenCopy(draft)
  if (!isJsonObject(document))
    throw new OpenBadgesError({ code: 'credential-not-object', message: 'Give an object' })
  const faults = credentialFaults(document, 'prepare')
  const [first, ...others] = asArray(document['@context'])
  if (first !== credentialsV2 && first !== credentialsV1) {
    faults.push({ code: 'vc.fault', path: '/@context', message: `${credentialsV2} comes first` })
  }
  if (!others.every((one) => typeof one === 'string' || (inlineContexts && isJsonObject(one)))) {
    faults.push({ code: 'vc.fault', path: '/@context', message: 'Contexts are addresses' })
  }
  if (Object.hasOwn(document, 'proof')) {
    faults.push({
      code: 'credential.proof-present',
      path: '/proof',
      message: 'This credential is already signed',
    })
  }
  refuseFaults(faults)
  const bundle = bundleOf('2025', contexts)
  return branded(document, { statements: await statementsOf(document, bundle), bundle })
}

/** Freezes a document whose own class has just checked it, with its contexts: learner records and presentations. */
export const prepareChecked = async (
  document: JsonObject,
): Promise<PreparedCredential<VerifiableCredential>> =>
  branded(document, { statements: await statementsOf(document, bundle2025), bundle: bundle2025 })
