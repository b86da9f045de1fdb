import { OpenBadgesError } from './errors.ts'
import type { Json, JsonObject } from './json.ts'
import { forbiddenKeys, maxJsonDepth } from './json-parse.ts'

const refuse = (code: string, message: string): never => {
  throw new OpenBadgesError({ code, message })
}

// Copies that many documents share are clean and frozen to the last leaf: they need not be copied again.
const ours = new WeakSet<object>()
const isOurs = (value: object): value is JsonObject | Json[] => ours.has(value)

/** Says that a copy made here will be part of many documents. */
export const keepWhole = (copy: JsonObject): void => {
  ours.add(copy)
}

function copyObject(value: object, depth: number): JsonObject {
  const made: JsonObject = {}
  const members: Readonly<Record<string, unknown>> = { ...value }
  for (const key in members) {
    const member = members[key]
    if (member === undefined) continue
    if (forbiddenKeys.has(key)) refuse('json.forbidden-key', `The member name ${key} is refused`)
    made[key] = copy(member, depth + 1)
  }
  return made
}

function copy(value: unknown, depth: number): Json {
  if (typeof value === 'string') {
    return value.isWellFormed() ? value : refuse('json.lone-surrogate', 'A string holds half a character')
  }
  if (typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : refuse('json.malformed', 'JSON holds no such number')
  }
  if (typeof value !== 'object') return refuse('json.malformed', 'JSON holds no such value')
  if (isOurs(value)) return value
  if (depth >= maxJsonDepth) return refuse('json.too-deep', `JSON nested more than ${maxJsonDepth} levels`)
  const made: Json = Array.isArray(value)
    ? value.map((item: unknown) => copy(item, depth + 1))
    : copyObject(value, depth)
  Object.freeze(made)
  return made
}

/**
 * A frozen copy of a value that belongs to nobody else: what a caller changes later, or computes on reading, does not
 * matter any more. Members that are `undefined` are left out. Throws `json.…` for what JSON cannot hold.
 */
export const frozenCopy = (value: unknown): Json => copy(value, 0)
