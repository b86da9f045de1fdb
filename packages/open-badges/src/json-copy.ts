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

// Any object can be asked for any name.
const isRecord = (value: object): value is Readonly<Record<string, unknown>> => typeof value === 'object'

/** Gives what stands in a copy for a value, which is then not looked at: a copy made here and kept whole. */
export type Stand = (value: object) => JsonObject | undefined

function copyObject(value: object, depth: number, stand: Stand | undefined): JsonObject {
  const made: JsonObject = {}
  if (!isRecord(value)) return made
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue
    // Read once: a getter could answer otherwise the next time.
    const member = value[key]
    if (member === undefined) continue
    if (forbiddenKeys.has(key)) refuse('json.forbidden-key', `The member name ${key} is refused`)
    made[key] = typeof member === 'string' ? text(member) : copy(member, depth + 1, stand)
  }
  return made
}

const text = (value: string): string =>
  value.isWellFormed() ? value : refuse('json.lone-surrogate', 'A string holds half a character')

function copy(value: unknown, depth: number, stand: Stand | undefined): Json {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : refuse('json.malformed', 'JSON holds no such number')
  }
  if (typeof value !== 'object') return refuse('json.malformed', 'JSON holds no such value')
  if (isOurs(value)) return value
  const other = stand?.(value)
  if (other) return other
  if (depth >= maxJsonDepth) return refuse('json.too-deep', `JSON nested more than ${maxJsonDepth} levels`)
  const made: Json = Array.isArray(value)
    ? value.map((item: unknown) => copy(item, depth + 1, stand))
    : copyObject(value, depth, stand)
  Object.freeze(made)
  return made
}

/**
 * A frozen copy of a value that belongs to nobody else: what a caller changes later, or computes on reading, does not
 * matter any more. Members that are `undefined` are left out. Throws `json.…` for what JSON cannot hold.
 */
export const frozenCopy = (value: unknown, stand?: Stand): Json => copy(value, 0, stand)
