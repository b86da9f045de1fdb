import type { Json, JsonObject } from '@insigne/open-badges'
import { didWebUrl, OpenBadgesError } from '@insigne/open-badges'
import { isObject, listOf } from './json.ts'

/** Where the document of a `did:web` stands; undefined for another method or a malformed name. */
export function addressOfDid(did: string): string | undefined {
  try {
    return didWebUrl(did.trim())
  } catch (error) {
    if (error instanceof OpenBadgesError) return undefined
    throw error
  }
}

export const isDidDocument = (document: JsonObject): boolean =>
  typeof document['id'] === 'string' &&
  document['id'].startsWith('did:') &&
  ['verificationMethod', 'assertionMethod', 'service', 'alsoKnownAs'].some((name) => name in document)

/** Addresses that a DID document gives: its services and the other names of its subject. */
export function addressesOfDid(document: JsonObject): string[] {
  const found = [...listOf(document['service']).flatMap(endpoints), ...listOf(document['alsoKnownAs'])]
  return found
    .filter((one): one is string => typeof one === 'string' && /^https?:\/\//i.test(one))
    .slice(0, 20)
}

function endpoints(service: Json): Json[] {
  if (!isObject(service)) return []
  return listOf(service['serviceEndpoint']).flatMap((one) =>
    isObject(one) ? [...listOf(one['uri']), ...listOf(one['origins'])] : [one],
  )
}
