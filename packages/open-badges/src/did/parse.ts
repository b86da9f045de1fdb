import { asArray, isJsonObject, type Json } from '../json.ts'
import type { DidDocument, VerificationMethod } from './document.ts'

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const isAbsent = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === false

function parseMethod(value: Json): VerificationMethod | undefined {
  if (!isJsonObject(value)) return undefined
  const { id, type, controller, publicKeyMultibase, publicKeyJwk, revoked, expires } = value
  if (typeof id !== 'string' || typeof type !== 'string') return undefined
  const method: VerificationMethod = { id, type, controller: textOf(controller) ?? '' }
  if (typeof publicKeyMultibase === 'string') method.publicKeyMultibase = publicKeyMultibase
  if (isJsonObject(publicKeyJwk)) method.publicKeyJwk = publicKeyJwk
  // What is there but is not a date still says that the key has ended.
  if (!isAbsent(revoked)) method.revoked = textOf(revoked) ?? ''
  if (!isAbsent(expires)) method.expires = textOf(expires) ?? ''
  return method
}

const parseMethods = (value: Json | undefined): VerificationMethod[] =>
  asArray(value).flatMap((one) => parseMethod(one) ?? [])

const parseReferences = (value: Json | undefined): (string | VerificationMethod)[] =>
  asArray(value).flatMap((one): (string | VerificationMethod)[] => {
    if (typeof one === 'string') return [one]
    const method = parseMethod(one)
    return method ? [method] : []
  })

/** Reads a DID document or controller document; what is not understood is left out. `undefined` without `id`. */
export function parseDidDocument(value: Json): DidDocument | undefined {
  if (!isJsonObject(value) || typeof value['id'] !== 'string') return undefined
  const document: DidDocument = {
    id: value['id'],
    verificationMethod: parseMethods(value['verificationMethod']),
    assertionMethod: parseReferences(value['assertionMethod']),
    authentication: parseReferences(value['authentication']),
  }
  const controllers = asArray(value['controller']).filter((one) => typeof one === 'string')
  if (controllers.length > 0) document.controller = controllers
  const others = asArray(value['alsoKnownAs']).filter((one) => typeof one === 'string')
  if (others.length > 0) document.alsoKnownAs = others
  return document
}
