import { credentialsV2 } from '../contexts/bundle.ts'
import { OpenBadgesError } from '../errors.ts'
import { buildProfile, dateTime } from '../v3/build.ts'
import type { ProfileInput } from '../v3/input.ts'
import type { BitstringStatusListCredential, BitstringStatusListEntry } from '../v3/model.ts'
import type { StatusList } from './bitstring.ts'

/** A place in a list. Bitstring Status List 1.0, 2.1. */
export interface StatusEntryInput {
  /** Address of the list credential. */
  list: string
  index: number
  /** Default `revocation`. */
  purpose?: BitstringStatusListEntry['statusPurpose']
}

/**
 * The `credentialStatus` of a credential. Its `id` differs from the list's address, as the standard wants.
 * Bitstring Status List 1.0, 2.1.
 * @param input the list, and the place in it
 * @throws `status.index-out-of-range`
 * @example
 * buildStatusEntry({ list: 'https://badges.example/status/1', index: 94_567 }).statusListIndex // '94567'
 */
export function buildStatusEntry({
  list,
  index,
  purpose = 'revocation',
}: StatusEntryInput): BitstringStatusListEntry {
  if (!Number.isSafeInteger(index) || index < 0) {
    throw new OpenBadgesError({
      code: 'status.index-out-of-range',
      message: 'The index must be an integer from 0',
    })
  }
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
  }
}

/** What `buildStatusListCredential` needs. Dates as `Date` or RFC 3339 text with a zone. Bitstring Status List 1.0, 2.2. */
export interface StatusListCredentialInput {
  /** Address where the list is served. */
  id: string
  /** The issuer of the credentials that point to it. */
  issuer: string | ProfileInput
  list: StatusList
  purpose?: BitstringStatusListEntry['statusPurpose']
  validFrom: string | Date
  validUntil?: string | Date
  /** Milliseconds that a verifier may keep the list. */
  ttl?: number
}

/**
 * The credential that publishes a list, ready for `prepare` and `sign`. Bitstring Status List 1.0, 2.2.
 * @param input the list, where it is served, and who signs it
 * @throws never
 * @example
 * const list = createStatusList()
 * const draft = await buildStatusListCredential({
 *   id: 'https://badges.example/status/1',
 *   issuer: did,
 *   list,
 *   validFrom: new Date(),
 * })
 * const signed = await sign(prepare(draft), { signer, verificationMethod })
 * signed.credentialSubject.statusPurpose // 'revocation'
 */
export async function buildStatusListCredential(
  input: StatusListCredentialInput,
): Promise<BitstringStatusListCredential> {
  const { id, issuer, list, purpose = 'revocation', validFrom, validUntil, ttl } = input
  return {
    '@context': [credentialsV2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: typeof issuer === 'string' ? issuer : buildProfile(issuer).id,
    validFrom: dateTime(validFrom),
    ...(validUntil ? { validUntil: dateTime(validUntil) } : {}),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: await list.encode(),
      ...(ttl === undefined ? {} : { ttl }),
    },
  }
}
