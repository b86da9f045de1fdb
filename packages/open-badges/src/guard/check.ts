import type { Fault } from '../errors.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { statusShape } from './envelopes.ts'
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
  ['name', text()],
  ['description', text()],
  ['url', text('uri')],
])

interface Walk {
  faults: Fault[]
  strictness: Strictness
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const pointer = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

function report(walk: Walk, code: string, path: string, message: string): void {
  if (walk.faults.length < maxFaults) walk.faults.push({ code, path, message })
}

/**
 * All the faults of a document against a closed class: missing, unknown, empty, null, wrong kind, wrong format.
 * Codes are `<class>.<property>-<fault>`, such as `credential.achievement.name-missing`.
 */
export function faultsOf(value: Json, shape: Shape, strictness: Strictness): Fault[] {
  const walk: Walk = { faults: [], strictness }
  checkNode(walk, value, shape, '')
  return walk.faults
}

function checkNode(walk: Walk, value: Json, shape: Shape, path: string): void {
  if (!isJsonObject(value)) {
    report(walk, `${shape.code}-not-object`, path, 'An object is expected')
    return
  }
  checkType(walk, value, shape, path)
  for (const key in value) {
    const property =
      shape.properties.get(key) ?? (walk.strictness === 'tolerant' ? loose.get(key) : undefined)
    if (property) checkProperty(walk, value[key] ?? null, property, shape, key, pointer(path, key))
    else if (key === '@context' && (path === '' || nestedCredential.has(shape.code))) continue
    else if (key.startsWith('@')) {
      report(walk, `${shape.code}.keyword-refused`, pointer(path, key), `The keyword ${key} is refused here`)
    } else if (key !== 'type' || shape.type === undefined) {
      report(
        walk,
        `${shape.code}.unknown-term`,
        pointer(path, key),
        `The property ${key} is not of this class`,
      )
    }
  }
  for (const [key, property] of shape.properties) {
    if (property.required && !Object.hasOwn(value, key)) {
      report(walk, `${shape.code}.${kebab(key)}-missing`, path, `The property ${key} is missing`)
    }
  }
  if (shape.oneOf && !shape.oneOf.some((key) => Object.hasOwn(value, key))) {
    const names = shape.oneOf.join(' or ')
    report(walk, `${shape.code}.${shape.oneOf.map(kebab).join('-or-')}-missing`, path, `Give ${names}`)
  }
}

function checkType(walk: Walk, value: JsonObject, shape: Shape, path: string): void {
  if (shape.type === undefined) return
  const wanted = typeof shape.type === 'string' ? [shape.type] : shape.type
  const given = value['type']
  const list = asArray(given)
  const where = pointer(path, 'type')
  if (given === undefined)
    report(walk, `${shape.code}.type-missing`, path, `The type ${wanted[0]} is missing`)
  else if (!list.every((item) => typeof item === 'string' && item !== '')) {
    report(walk, `${shape.code}.type-value`, where, 'A type must be text')
  } else if (!wanted.some((item) => list.includes(item))) {
    report(walk, `${shape.code}.type-value`, where, `The type must be ${wanted.join(' or ')}`)
  } else if (new Set(list).size !== list.length) {
    report(walk, `${shape.code}.type-repeated`, where, 'A type is given twice')
  } else if (walk.strictness === 'strict' && Array.isArray(given) === (shape.typeIsText === true)) {
    report(
      walk,
      `${shape.code}.type-array`,
      where,
      shape.typeIsText ? 'The type is one text' : 'The type is an array',
    )
  }
}

function checkProperty(
  walk: Walk,
  value: Json,
  property: Property,
  shape: Shape,
  key: string,
  path: string,
): void {
  const code = `${shape.code}.${kebab(key)}`
  if (value === null) report(walk, `${code}-null`, path, 'Leave the property out rather than null')
  else if (!Array.isArray(value)) {
    if (property.many && walk.strictness === 'strict') {
      report(walk, `${code}-array`, path, 'An array is expected')
    }
    checkValue(walk, value, property.rule, code, path)
  } else if (property.many || property.either) checkList(walk, value, property.rule, code, path)
  else report(walk, `${code}-array`, path, 'One value is expected, not an array')
}

function checkList(walk: Walk, values: Json[], rule: Rule, code: string, path: string): void {
  if (values.length === 0) report(walk, `${code}-empty`, path, 'Leave the property out rather than empty')
  // A set keeps one of two equal statements, so the second would be shown without having been signed.
  if (!code.endsWith('.allowed-value') && hasRepeats(values)) {
    report(walk, `${code}-repeated`, path, 'A value is given twice')
  }
  for (let at = 0; at < values.length; at += 1) {
    checkValue(walk, values[at] ?? null, rule, code, pointer(path, at))
  }
}

function hasRepeats(values: Json[]): boolean {
  if (values.length < 2) return false
  if (values.every((value) => typeof value === 'string')) return new Set(values).size !== values.length
  return new Set(values.map((value) => JSON.stringify(value))).size !== values.length
}

function checkValue(walk: Walk, value: Json, rule: Rule, code: string, path: string): void {
  if (rule.kind === 'node' && !(rule.orText && typeof value === 'string')) {
    const isStatus = code.endsWith('.credential-status') && isJsonObject(value)
    checkNode(walk, value, isStatus ? statusShape(value['type']) : rule.shape(), path)
  } else if (rule.kind === 'number') {
    if (typeof value !== 'number') report(walk, `${code}-type`, path, 'A number is expected')
    else if (value < (rule.min ?? -Infinity) || value > (rule.max ?? Infinity)) {
      report(walk, `${code}-value`, path, 'The number is out of range')
    }
  } else if (rule.kind === 'boolean') {
    if (typeof value !== 'boolean') report(walk, `${code}-type`, path, 'true or false is expected')
  } else if (typeof value === 'string') {
    checkText(walk, value, rule.kind === 'node' ? { kind: 'text', format: 'uri' } : rule, code, path)
  } else if (!isLooseIndex(walk, value, rule)) report(walk, `${code}-type`, path, 'A text is expected')
}

// Some issuers write the list index as a number; it is read, never written.
const isLooseIndex = (walk: Walk, value: Json, rule: Rule): boolean =>
  rule.kind === 'text' &&
  rule.format === 'index' &&
  walk.strictness === 'tolerant' &&
  typeof value === 'number' &&
  Number.isSafeInteger(value) &&
  value >= 0

function checkText(walk: Walk, value: string, rule: TextRule, code: string, path: string): void {
  if (value.length > maxText) report(walk, `${code}-long`, path, 'The text is too long')
  else if (walk.strictness === 'strict' && value.trim() === '') {
    report(walk, `${code}-blank`, path, 'The text is blank')
  } else if (rule.values && !rule.values.includes(value)) {
    if (!rule.extensible || !/^ext:[A-Za-z0-9._|-]+$/.test(value)) {
      report(
        walk,
        `${code}-value`,
        path,
        `${JSON.stringify(value.slice(0, 60))} is not of the standard's list`,
      )
    }
  } else if (rule.format && !hasFormat(value, rule.format)) {
    report(walk, `${code}-format`, path, `A ${rule.format} is expected`)
  }
}
