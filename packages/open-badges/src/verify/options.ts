import type { DidDocument } from '../did/document.ts'
import type { JsonObject } from '../json.ts'
import type { OpenBadgeCredential } from '../v3/model.ts'
import type { Nature, SolidityFact } from './report.ts'

/** What a fetch must keep to. RFC 9110, 12.5.1 for `accept`. */
export interface FetchRequest {
  /** Value of the `Accept` header. */
  accept: string
  /** Bytes after which the fetch must give up. */
  maxBytes: number
}

/** What came back. RFC 9110, 15 for `status`. */
export interface FetchedDocument {
  status: number
  /** The address that answered, after redirects. */
  url: string
  contentType: string | null
  bytes: Uint8Array
}

/**
 * The only way out to the network. The caller guards it (public addresses, time, redirects, size);
 * a throw or a rejection means "could not be fetched". No specification: ours.
 */
export type GuardedFetch = (url: string, request: FetchRequest) => Promise<FetchedDocument>

/** A status list as it was fetched. Bitstring Status List 1.0, 3.2. */
export interface CachedStatusList {
  bytes: Uint8Array
  fetchedAt: Date
}

/** Keeps fetched status lists, keyed by URL. The verifier re-verifies what it takes out. Bitstring Status List 1.0, 3.2. */
export interface StatusCache {
  get(url: string): CachedStatusList | undefined | Promise<CachedStatusList | undefined>
  set(url: string, list: CachedStatusList): void | Promise<void>
}

/** What nature and solidité look like; another package computes them. No specification: ours. */
export interface Assessment {
  nature: Nature
  solidity: SolidityFact[]
}

/**
 * What an outside record is asked about: a credential whose signature is sound, by a key that has ended since.
 * DID Core 1.0, 9.8.
 */
export interface RecordedCredential {
  issuer: string
  /** With its embedded proof; of a JWT, without the claims. A forger can choose the `id`: compare the signature. */
  credential: JsonObject
  /** `proofValue` of the embedded proof, or the third part of the JWT. */
  signature: string
}

/** All optional: without `fetch` nothing leaves the machine. OB 3.0, 8 (verification). */
export interface VerifyOptions {
  /** Without it, whatever needs the network is `undetermined`. */
  fetch?: GuardedFetch
  /** Asked first for every DID and HTTPS controller; `undefined` lets the library resolve it. */
  resolveDid?: (did: string) => DidDocument | undefined | Promise<DidDocument | undefined>
  /** True ignores `fetch`. */
  offline?: boolean
  /**
   * Proof of time from outside, such as an issuance log or a timestamp. Asked only when the issuer has ended the key since:
   * an instant by which the credential is known to have existed; `null` when the record is complete and does not hold it
   * (`issuer.not-recorded`, invalid); `undefined`, or a rejection, when nothing is known. DID Core 1.0, 9.8.
   */
  knownSince?: (recorded: RecordedCredential) => Date | null | undefined | Promise<Date | null | undefined>
  /** Instant of the verification; default the present. */
  now?: Date
  /** An identity (`mailto:` or address, DID, URL) that the recipient is expected to have. */
  recipient?: string
  /** Endorsements that came apart from the badge; each must be about something in it. */
  endorsements?: readonly (JsonObject | string)[]
  statusCache?: StatusCache
  /** More contexts, keyed by address, that the caller vouches for. They cannot replace the pinned ones. */
  contexts?: Readonly<Record<string, JsonObject>>
  /**
   * Lets a W3C credential that is not a badge carry contexts of its own, whose words nobody here has read. The verdict
   * then says that the text was not altered, no more. Badges never may.
   */
  inlineContexts?: boolean
  /** Called with the validated credential only. */
  assess?: (credential: OpenBadgeCredential) => Assessment
}
