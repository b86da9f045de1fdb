import type { JsonObject } from '../json.ts'

/** A key as a DID document shows it. Controlled Identifiers 1.0, 2.2. */
export interface VerificationMethod {
  id: string
  type: string
  controller: string
  publicKeyMultibase?: string
  publicKeyJwk?: JsonObject
  /** RFC 3339: somebody else may hold the key since then. */
  revoked?: string
  /** RFC 3339: planned end of its use. */
  expires?: string
}

/** A DID document, or an HTTPS controller document. DID Core 1.0, 5; Controlled Identifiers 1.0, 2. */
export interface DidDocument {
  '@context'?: string | (string | JsonObject)[]
  id: string
  controller?: string | string[]
  alsoKnownAs?: string[]
  verificationMethod?: VerificationMethod[]
  assertionMethod?: (string | VerificationMethod)[]
  authentication?: (string | VerificationMethod)[]
}
