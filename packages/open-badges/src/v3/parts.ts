import type { IdentifierType } from './vocabulary.ts'

/** An image: a URL or a `data:` URI. OB 3.0, B.1.12. */
export interface Image {
  id: string
  type: 'Image'
  caption?: string
}

/** What must be done: a page, a Markdown text, or both. At least one. OB 3.0, B.1.6. */
export interface Criteria {
  id?: string
  narrative?: string
}

/** An identifier other than `id`. OB 3.0, B.1.10. */
export interface IdentifierEntry {
  type: 'IdentifierEntry'
  identifier: string
  identifierType: IdentifierType
}

/** How an issuer addresses a recipient without a DID; `identityHash` is `sha256$…` when hashed. OB 3.0, B.1.11. */
export interface IdentityObject {
  type: 'IdentityObject'
  hashed: boolean
  identityHash: string
  identityType: IdentifierType
  salt?: string
}

/** Coordinates, in degrees. OB 3.0, B.1.9. */
export interface GeoCoordinates {
  type: 'GeoCoordinates'
  latitude: number
  longitude: number
}

/** A postal address. OB 3.0, B.1.3. */
export interface Address {
  type: string[]
  addressCountry?: string
  addressCountryCode?: string
  addressRegion?: string
  addressLocality?: string
  streetAddress?: string
  postOfficeBoxNumber?: string
  postalCode?: string
  geo?: GeoCoordinates
}
