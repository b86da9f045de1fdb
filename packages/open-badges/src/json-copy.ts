import { OpenBadgesError } from './errors.ts'
import type { Json } from './json.ts'
import { forbiddenKeys, maxJsonDepth } from './json-parse.ts'

const refuse = (code: string, message: string, path: string): never => {
  throw new OpenBadgesError({ code, message, path })
}

/**
 * A frozen copy of a value that belongs to nobody else: what a caller changes later, or computes on reading, does not
 * matter any more. Members that are `undefined` are left out. Throws `json.…` for what JSON cannot hold.
 */
export function frozenCopy(value: unknown, depth = 0, path = ''): Json {
  if (typeof value === 'string') {
    return value.isWellFormed()
      ? value
      : refuse('json.lone-surrogate', 'A string holds half a character', path)
  }
  if (typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : refuse('json.malformed', 'JSON holds no such number', path)
  }
  if (typeof value !== 'object') return refuse('json.malformed', 'JSON holds no such value', path)
  if (depth >= maxJsonDepth)
    return refuse('json.too-deep', `JSON nested more than ${maxJsonDepth} levels`, path)
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, at) => frozenCopy(item, depth + 1, `${path}/${at}`))
    Object.freeze(items)
    return items
  }
  const made: { [key: string]: Json } = {}
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue
    if (forbiddenKeys.has(key)) refuse('json.forbidden-key', 'A member name is refused', `${path}/${key}`)
    made[key] = frozenCopy(member, depth + 1, `${path}/${key}`)
  }
  return Object.freeze(made)
}
