import type { Fault } from '../errors.ts'
import { faultsOf, type Strictness } from '../guard/check.ts'
import { hasFormat } from '../guard/format.ts'
import type { Shape } from '../guard/shape.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'

/** More credentials than a record holds; their number is what verifying it costs. */
export const maxNested = 200

/** The credentials inside a record. */
export function nestedOf(document: JsonObject): Json[] {
  const { credentialSubject } = document
  return isJsonObject(credentialSubject) ? asArray(credentialSubject['verifiableCredential']) : []
}

/** A record without the credentials inside it. */
export function withoutNested(document: JsonObject): JsonObject {
  const { credentialSubject } = document
  if (!isJsonObject(credentialSubject)) return document
  const { verifiableCredential: _, ...own } = credentialSubject
  return { ...document, credentialSubject: own }
}

// A record that travels as a JWT may hold its credentials as JWTs: read, never written.
const isCredential = (one: Json, strictness: Strictness): boolean =>
  (strictness === 'tolerant' && typeof one === 'string' && hasFormat(one, 'jwt')) || isObjectCredential(one)

const isObjectCredential = (one: Json): boolean =>
  isJsonObject(one) &&
  asArray(one['type']).includes('VerifiableCredential') &&
  asArray(one['@context']).every((context) => typeof context === 'string') &&
  one['issuer'] !== undefined &&
  one['credentialSubject'] !== undefined

/** Faults of a record itself; the credentials inside it are looked at one by one, elsewhere. */
export function clrFaults(document: JsonObject, shape: Shape, strictness: Strictness): Fault[] {
  const faults = faultsOf(withoutNested(document), shape, strictness)
  const nested = nestedOf(document)
  const path = '/credentialSubject/verifiableCredential'
  if (nested.length === 0)
    faults.push({
      code: 'clr.subject.verifiable-credential-missing',
      path,
      message: 'A record holds a credential',
    })
  if (nested.length > maxNested)
    faults.push({
      code: 'clr.subject.verifiable-credential-many',
      path,
      message: 'The record holds too many',
    })
  for (const [at, one] of nested.entries()) {
    if (isCredential(one, strictness)) continue
    faults.push({
      code: 'clr.subject.verifiable-credential-type',
      path: `${path}/${at}`,
      message: 'A verifiable credential is expected',
    })
    break
  }
  return faults
}
