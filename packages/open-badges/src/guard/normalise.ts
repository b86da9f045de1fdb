import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { statusShape } from './envelopes.ts'
import type { Shape } from './shape.ts'

/**
 * The strict form of a document that passed the tolerant check: arrays where the specification has arrays, VC 1.1
 * dates under their VC 2.0 names. For display: it says exactly what was verified, in one shape.
 */
export function normalise(document: JsonObject, shape: Shape): JsonObject {
  const made: JsonObject = {}
  for (const [key, value] of Object.entries(document)) {
    const property = shape.properties.get(key)
    if (key === 'type') made[key] = shape.typeIsText || !shape.type ? single(value) : asArray(value)
    else if (!property) made[key] = value
    else if (property.rule.kind === 'node') {
      const below = property.rule.shape()
      const isStatus = key === 'credentialStatus'
      const each = (one: Json): Json => {
        if (isJsonObject(one)) return normalise(one, isStatus ? statusShape(one['type']) : below)
        return typeof one === 'string' && key === 'issuer' ? { id: one, type: ['Profile'] } : one
      }
      made[key] = Array.isArray(value) ? value.map(each) : property.many ? [each(value)] : each(value)
    } else if (property.many) made[key] = asArray(value)
    else if (property.rule.kind === 'text' && property.rule.format === 'index') made[key] = String(value)
    else made[key] = value
  }
  renameDate(made, 'issuanceDate', 'validFrom')
  renameDate(made, 'expirationDate', 'validUntil')
  return made
}

// A class with one type shows it as text, even where an issuer wrote an array of one.
const single = (value: Json): Json =>
  Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value

function renameDate(document: JsonObject, from: string, to: string): void {
  const value = document[from]
  if (value === undefined) return
  document[to] = value
  Reflect.deleteProperty(document, from)
}
