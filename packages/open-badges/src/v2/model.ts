/** Who an assertion is about. OB 2.0, "IdentityObject". */
export interface IdentityObject2 {
  /** `email`, `url`, `telephone`, `id`. */
  type: string
  hashed: boolean
  /** `sha256$…` (or `md5$…`, read only) when hashed. */
  identity: string
  salt?: string
}

/** An image: an address or `data:` URI, or one with a caption. OB 2.0, "Image". */
export type Image2 = string | { id: string; caption?: string; author?: string }

/** A trace of what was done. OB 2.0, "Evidence". */
export interface Evidence2 {
  id?: string
  name?: string
  narrative?: string
  description?: string
  genre?: string
  audience?: string
}

/** A link to a skill of a framework. OB 2.0, "AlignmentObject". */
export interface Alignment2 {
  targetName: string
  targetUrl: string
  targetDescription?: string
  targetFramework?: string
  targetCode?: string
}

/** Which assertions an issuer vouches for. OB 2.0, "VerificationObject". */
export interface Verification2 {
  startsWith?: string[]
  allowedOrigins?: string[]
}

/** An issuer. OB 2.0, "Profile". */
export interface Issuer2 {
  '@context'?: string
  id: string
  type: 'Issuer' | 'Profile'
  name: string
  url?: string
  email?: string
  telephone?: string
  description?: string
  image?: Image2
  /** Addresses of the keys it signs with. */
  publicKey?: string | string[]
  revocationList?: string
  verification?: Verification2
}

/** What is recognised. OB 2.0, "BadgeClass". */
export interface BadgeClass2 {
  '@context'?: string
  id: string
  type: 'BadgeClass'
  name: string
  description: string
  image?: Image2
  criteria: string | { id?: string; narrative?: string }
  issuer: string | Issuer2
  alignment?: Alignment2[]
  tags?: string[]
}

/** An achievement of somebody. OB 2.0, "Assertion". */
export interface Assertion2 {
  '@context'?: string
  id: string
  type: 'Assertion'
  recipient: IdentityObject2
  badge: string | BadgeClass2
  verification: { type: 'hosted' } | { type: 'signed'; creator?: string }
  /** RFC 3339. */
  issuedOn: string
  expires?: string
  image?: Image2
  evidence?: Evidence2[]
  narrative?: string
  /** Name of an assertion in a revocation list of Open Badges 1.x. */
  uid?: string
  revoked?: boolean
  revocationReason?: string
}

/** Which generation of the standard a document was written in. OB 2.0, "Version conversion". */
export type Generation = '2.0' | '1.1' | '1.0' | '0.5'
