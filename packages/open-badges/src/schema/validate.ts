import { hasFormat } from '../guard/format.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { canonicalJson } from '../proof/jcs.ts'

/** Keywords that are understood: all those of the pinned schemas. A test keeps the two together. */
export const understood: ReadonlySet<string> = new Set([
  ...['$schema', '$id', '$defs', '$ref', 'type', 'enum', 'pattern', 'format', 'properties', 'required'],
  ...['additionalProperties', 'items', 'additionalItems', 'minItems', 'contains', 'allOf', 'oneOf'],
])

const maxFaults = 20

const types: Readonly<Record<string, (value: Json) => boolean>> = {
  object: isJsonObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  null: (value) => value === null,
}

const patterns = new Map<string, RegExp>()
function patternOf(text: string): RegExp {
  const pattern = patterns.get(text) ?? new RegExp(text, 'u')
  patterns.set(text, pattern)
  return pattern
}

class Validation {
  readonly faults: string[] = []
  readonly #root: JsonObject

  constructor(root: JsonObject) {
    this.#root = root
  }

  check(schema: Json | undefined, value: Json, path: string): void {
    if (schema === undefined || schema === true || this.faults.length >= maxFaults) return
    if (!isJsonObject(schema)) {
      this.#fault(path)
      return
    }
    const { $ref, type, allOf, oneOf } = schema
    if (typeof $ref === 'string') this.check(this.#defined($ref), value, path)
    if (type !== undefined && ![type].flat().some((one) => types[String(one)]?.(value))) this.#fault(path)
    if (
      Array.isArray(schema['enum']) &&
      !schema['enum'].some((one) => canonicalJson(one) === canonicalJson(value))
    )
      this.#fault(path)
    if (Array.isArray(allOf)) for (const one of allOf) this.check(one, value, path)
    if (Array.isArray(oneOf) && oneOf.filter((one) => this.#holds(one, value)).length !== 1) this.#fault(path)
    if (typeof value === 'string') this.#text(schema, value, path)
    else if (Array.isArray(value)) this.#list(schema, value, path)
    else if (isJsonObject(value)) this.#object(schema, value, path)
  }

  #fault(path: string): void {
    if (!this.faults.includes(path)) this.faults.push(path)
  }

  #defined(reference: string): Json {
    const definitions = this.#root['$defs']
    const name = /^#\/\$defs\/([A-Za-z0-9_-]+)$/.exec(reference)?.[1]
    const found = isJsonObject(definitions) && name !== undefined ? definitions[name] : undefined
    return found ?? false
  }

  #holds(schema: Json, value: Json): boolean {
    const inner = new Validation(this.#root)
    inner.check(schema, value, '')
    return inner.faults.length === 0
  }

  #text({ pattern, format }: JsonObject, value: string, path: string): void {
    if (typeof pattern === 'string' && !patternOf(pattern).test(value)) this.#fault(path)
    if ((format === 'date-time' || format === 'date') && !hasFormat(value, format)) this.#fault(path)
  }

  #list({ items, additionalItems, minItems, contains }: JsonObject, value: Json[], path: string): void {
    if (typeof minItems === 'number' && value.length < minItems) this.#fault(path)
    if (contains !== undefined && !value.some((one) => this.#holds(contains, one))) this.#fault(path)
    for (const [at, one] of value.entries()) {
      const schema = Array.isArray(items) ? (items[at] ?? additionalItems) : items
      this.check(schema, one, `${path}/${at}`)
    }
  }

  #object({ properties, required, additionalProperties }: JsonObject, value: JsonObject, path: string): void {
    const known = isJsonObject(properties) ? properties : {}
    for (const name of Array.isArray(required) ? required : []) {
      if (typeof name === 'string' && !Object.hasOwn(value, name)) this.#fault(`${path}/${name}`)
    }
    for (const [name, member] of Object.entries(value)) {
      const schema = Object.hasOwn(known, name) ? known[name] : additionalProperties
      this.check(schema, member, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    }
  }
}

/**
 * The places (JSON pointers) where a value breaks a pinned schema; at most 20. Compiles nothing, so that it runs under
 * the strictest content security policy. JSON Schema 2019-09, the keywords in `understood`.
 */
export function schemaFaults(schema: JsonObject, value: Json): string[] {
  const validation = new Validation(schema)
  validation.check(schema, value, '')
  return validation.faults
}
