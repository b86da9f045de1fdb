import type { Fault } from '../errors.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { knownPart, learnPart } from '../known-parts.ts'
import { endorsementShape, statusShape } from './envelopes.ts'
import { hasFormat } from './format.ts'
import { type Property, type Rule, type Shape, type TextRule, text } from './shape.ts'

/**
 * `strict` is what we issue: arrays where the specification wants arrays. `tolerant` is what we read:
 * one value may stand for an array of one, as JSON-LD allows.
 */
export type Strictness = 'strict' | 'tolerant'

/** More faults than a person reads say nothing more. */
const maxFaults = 50
const maxText = 1_500_000
/** Credentials inside credentials: the only nodes that may carry a context of their own. */
const nestedCredential = new Set(['endorsement', 'status-list'])

// Words that the contexts define for every class: issuers put them where the tables of the text do not. They are
// signed like the others.
const loose: ReadonlyMap<string, Property> = new Map([
  ['name', { ...text(), slug: 'name' }],
  ['description', { ...text(), slug: 'description' }],
  ['url', { ...text('uri'), slug: 'url' }],
])

const escaped = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1')

// Nearly every badge has no fault: where one stands, and its code, are put together only when it is reported.
class Walk {
  readonly faults: Fault[] = []
  readonly strict: boolean
  readonly #path: (string | number)[] = []

  constructor(strictness: Strictness) {
    this.strict = strictness === 'strict'
  }

  report(code: string, message: string, key?: string | number): void {
    if (this.faults.length >= maxFaults) return
    const keys = key === undefined ? this.#path : [...this.#path, key]
    this.faults.push({ code, path: keys.map((one) => `/${escaped(one)}`).join(''), message })
  }

  node(value: Json, shape: Shape): void {
    if (!isJsonObject(value)) this.report(`${shape.code}-not-object`, 'An object is expected')
    else if (shape.isShared && this.#path.length > 0) this.#shared(value, shape)
    else this.#members(value, shape)
  }

  // What many badges hold is examined once. A repetition is the affair of the whole document.
  #shared(value: JsonObject, shape: Shape): void {
    const known = knownPart(value)
    const strictness = this.strict ? 'strict' : 'tolerant'
    if (known?.faultless[strictness].has(shape)) return
    const before = this.faults.length
    this.#members(value, shape)
    if (this.faults.length === before && before < maxFaults)
      (known ?? learnPart(value))?.faultless[strictness].add(shape)
  }

  #members(value: JsonObject, shape: Shape): void {
    if (shape.type !== undefined) this.#type(value, shape, shape.type)
    for (const key in value) {
      const property = shape.properties.get(key) ?? (this.strict ? undefined : loose.get(key))
      if (property) {
        this.#path.push(key)
        this.#property(value[key] ?? null, property, shape)
        this.#path.pop()
      } else if (key !== 'type' || shape.type === undefined) this.#unknown(key, shape)
    }
    for (const key of shape.required) {
      if (Object.hasOwn(value, key)) continue
      this.report(
        `${shape.code}.${shape.properties.get(key)?.slug}-missing`,
        `The property ${key} is missing`,
      )
    }
    if (shape.oneOf && !shape.oneOf.some((key) => Object.hasOwn(value, key))) {
      this.report(`${shape.code}.${shape.oneOf.join('-or-')}-missing`, `Give ${shape.oneOf.join(' or ')}`)
    }
  }

  #unknown(key: string, shape: Shape): void {
    if (key === '@context' && (this.#path.length === 0 || nestedCredential.has(shape.code))) return
    if (key.startsWith('@'))
      this.report(`${shape.code}.keyword-refused`, `The keyword ${key} is refused here`, key)
    else this.report(`${shape.code}.unknown-term`, `The property ${key} is not of this class`, key)
  }

  #type(value: JsonObject, shape: Shape, type: NonNullable<Shape['type']>): void {
    const wanted = typeof type === 'string' ? [type] : type
    const given = value['type']
    if (given === undefined) {
      this.report(`${shape.code}.type-missing`, `The type ${wanted[0]} is missing`)
      return
    }
    const isArray = Array.isArray(given)
    // Nearly every node gives the one type of its class, in the form of its class.
    if ((isArray ? given.length === 1 && given[0] : given) === type) {
      if (!this.strict || isArray !== (shape.typeIsText === true)) return
    }
    const list = asArray(given)
    if (!list.every((item) => typeof item === 'string' && item !== '')) {
      this.report(`${shape.code}.type-value`, 'A type must be text', 'type')
    } else if (!wanted.some((item) => list.includes(item))) {
      this.report(`${shape.code}.type-value`, `The type must be ${wanted.join(' or ')}`, 'type')
    } else if (list.length > 1 && new Set(list).size !== list.length) {
      this.report(`${shape.code}.type-repeated`, 'A type is given twice', 'type')
    } else if (this.strict && Array.isArray(given) === (shape.typeIsText === true)) {
      const message = shape.typeIsText ? 'The type is one text' : 'The type is an array'
      this.report(`${shape.code}.type-array`, message, 'type')
    }
  }

  #property(value: Json, property: Property, shape: Shape): void {
    if (value === null) this.#fault(shape, property, 'null', 'Leave the property out rather than null')
    else if (!Array.isArray(value)) {
      if (property.many && this.strict) this.#fault(shape, property, 'array', 'An array is expected')
      this.#value(value, property.rule, shape, property)
    } else if (property.many || property.either) this.#list(value, property, shape)
    else this.#fault(shape, property, 'array', 'One value is expected, not an array')
  }

  #fault(shape: Shape, property: Property, kind: string, message: string): void {
    this.report(`${shape.code}.${property.slug}-${kind}`, message)
  }

  #list(values: Json[], property: Property, shape: Shape): void {
    if (values.length === 0) this.#fault(shape, property, 'empty', 'Leave the property out rather than empty')
    // A set keeps one of two equal statements, so the second would be shown without having been signed.
    if (values.length > 1 && property.slug !== 'allowed-value' && hasRepeats(values)) {
      this.#fault(shape, property, 'repeated', 'A value is given twice')
    }
    for (let at = 0; at < values.length; at += 1) {
      this.#path.push(at)
      this.#value(values[at] ?? null, property.rule, shape, property)
      this.#path.pop()
    }
  }

  #value(value: Json, rule: Rule, shape: Shape, property: Property): void {
    if (rule.kind === 'node' && !(rule.orText && typeof value === 'string')) {
      this.node(value, isJsonObject(value) ? this.#shapeOf(value, property, rule.shape) : rule.shape())
    } else if (rule.kind === 'number') {
      if (typeof value !== 'number') this.#fault(shape, property, 'type', 'A number is expected')
      else if (value < (rule.min ?? -Infinity) || value > (rule.max ?? Infinity)) {
        this.#fault(shape, property, 'value', 'The number is out of range')
      } else if (this.strict && String(value).includes('e')) {
        // Common JSON-LD libraries sign 1e-7 as 0: such a number would not be protected for their users.
        this.#fault(shape, property, 'value', 'The number needs an exponent')
      }
    } else if (rule.kind === 'boolean') {
      if (typeof value !== 'boolean') this.#fault(shape, property, 'type', 'true or false is expected')
    } else if (typeof value === 'string') {
      this.#text(value, rule.kind === 'node' ? iri : rule, shape, property)
    } else if (!this.#isLooseIndex(value, rule)) this.#fault(shape, property, 'type', 'A text is expected')
  }

  // The class of a status is told by its type; that of an endorsement, when read, by its first context.
  #shapeOf(value: JsonObject, { slug }: Property, shape: () => Shape): Shape {
    if (slug === 'credential-status') return statusShape(value['type'])
    return slug === 'endorsement' && !this.strict ? endorsementShape(value['@context']) : shape()
  }

  // Some issuers write the list index as a number; it is read, never written.
  #isLooseIndex(value: Json, rule: Rule): boolean {
    if (rule.kind !== 'text' || rule.format !== 'index' || this.strict) return false
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
  }

  #text(value: string, rule: TextRule, shape: Shape, property: Property): void {
    if (value.length > maxText) this.#fault(shape, property, 'long', 'The text is too long')
    else if (this.strict && value.trim() === '') this.#fault(shape, property, 'blank', 'The text is blank')
    else if (rule.values && !rule.values.includes(value)) {
      if (rule.extensible && /^ext:[A-Za-z0-9._|-]+$/.test(value)) return
      const shown = JSON.stringify(value.slice(0, 60))
      this.#fault(shape, property, 'value', `${shown} is not of the standard's list`)
    } else if (rule.format && !hasFormat(value, rule.format)) {
      this.#fault(shape, property, 'format', `A ${rule.format} is expected`)
    }
  }
}

const iri: TextRule = { kind: 'text', format: 'uri' }

const maxPairs = 8

function hasRepeats(values: Json[]): boolean {
  if (values.length > maxPairs) {
    if (values.every((value) => typeof value === 'string')) return new Set(values).size !== values.length
    return new Set(values.map((value) => JSON.stringify(value))).size !== values.length
  }
  for (let at = 1; at < values.length; at += 1) {
    for (let before = 0; before < at; before += 1)
      if (sameText(values[before] ?? null, values[at] ?? null)) return true
  }
  return false
}

// Whether two values are written alike, which nearly always shows at their first member.
function sameText(a: Json, b: Json): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, at) => sameText(item, b[at] ?? null))
  }
  if (Array.isArray(b)) return false
  for (const name in a) if (!sameText(a[name] ?? null, b[name] ?? null)) return false
  const [names, others] = [Object.keys(a), Object.keys(b)]
  return names.length === others.length && names.every((name, at) => name === others[at])
}

/**
 * All the faults of a document against a closed class: missing, unknown, empty, null, wrong kind, wrong format.
 * Codes are `<class>.<property>-<fault>`, such as `credential.achievement.name-missing`.
 */
export function faultsOf(value: Json, shape: Shape, strictness: Strictness): Fault[] {
  const walk = new Walk(strictness)
  walk.node(value, shape)
  return walk.faults
}
