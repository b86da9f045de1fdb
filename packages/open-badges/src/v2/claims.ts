import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { CompactJws } from '../proof/jwt.ts'
import { openBadgesV2, upgradeAssertion } from './upgrade.ts'

/** An assertion of 2.0 or before, out of its carrier. */
export type LegacySubject =
  | { document: JsonObject; token?: CompactJws }
  /** A picture that holds only the address of a hosted assertion. */
  | { address: string }

const idOf = (value: Json | undefined): Json | undefined => (isJsonObject(value) ? value['id'] : value)

const normal = (value: Json | undefined): string => {
  const date = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? JSON.stringify(value ?? null) : String(date)
}

function recipientOf(document: JsonObject): string {
  const { recipient } = document
  if (!isJsonObject(recipient)) return JSON.stringify(recipient ?? null)
  const { identity, type, salt } = recipient
  return JSON.stringify([identity ?? null, asArray(type)[0] ?? null, salt ?? null])
}

/**
 * Names of what a carried copy says otherwise than the hosted one. What else differs is shown as the issuer hosts it:
 * issuers move pictures and complete evidence.
 */
export function contradictionsOf(carried: JsonObject, hosted: JsonObject, address: string): string[] {
  const copy = upgradeAssertion(carried, address)
  const truth = upgradeAssertion(hosted, address)
  const wrong: string[] = []
  if (recipientOf(copy) !== recipientOf(truth)) wrong.push('recipient')
  if (JSON.stringify(idOf(copy['badge']) ?? null) !== JSON.stringify(idOf(truth['badge']) ?? null))
    wrong.push('badge')
  for (const name of ['issuedOn', 'expires']) if (normal(copy[name]) !== normal(truth[name])) wrong.push(name)
  return wrong
}

/** The vocabulary of an assertion: Open Badges 2.0 or 1.1 by address, or none for those before JSON-LD. */
export function contextCode(document: JsonObject): string {
  const contexts = asArray(document['@context'])
  if (contexts.length === 0) return 'context.before-json-ld'
  if (!contexts.every((one) => typeof one === 'string')) return 'context.inline'
  const isKnown = contexts.includes(openBadgesV2) || contexts.includes('https://w3id.org/openbadges/v1')
  return isKnown ? 'context.legacy' : 'context.legacy-foreign'
}
