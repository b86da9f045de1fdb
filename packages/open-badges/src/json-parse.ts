import { OpenBadgesError } from './errors.ts'
import type { Json } from './json.ts'

/** Nesting after which a document is refused. */
export const maxJsonDepth = 32
/** Names that would reach an object's prototype. */
export const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

const refuse = (code: string, message: string): never => {
  throw new OpenBadgesError({ code, message })
}

// Depth is judged on the text, so that no parser recurses into a hostile document; the members are counted
// there too, since a parser keeps only the last of two equal names.
function countMembers(text: string): number {
  let depth = 0
  let members = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) at = endOfString(text, at)
    else if (unit === 0x3a) members += 1
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1
      if (depth > maxJsonDepth) refuse('json.too-deep', `JSON nested more than ${maxJsonDepth} levels`)
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1
  }
  return members
}

function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1)
  while (at !== -1) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return at
    at = text.indexOf('"', at + 1)
  }
  return text.length
}

function walk(value: Json): number {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) refuse('json.lone-surrogate', 'A string holds half a character')
    return 0
  }
  if (typeof value !== 'object' || value === null) return 0
  let members = 0
  if (Array.isArray(value)) {
    for (const item of value) members += walk(item)
    return members
  }
  for (const key of Object.keys(value)) {
    if (forbiddenKeys.has(key)) refuse('json.forbidden-key', `The member name ${key} is refused`)
    if (!key.isWellFormed()) refuse('json.lone-surrogate', 'A name holds half a character')
    members += 1 + walk(value[key] ?? null)
  }
  return members
}

// Without \\u and half characters, a name or a text cannot hold what its letters do not show.
const suspect = /\\u|__proto__|"constructor"|"prototype"/
const isPlain = (text: string): boolean => !suspect.test(text) && text.isWellFormed()

function membersOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  let members = 0
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) members += membersOf(value[at] ?? null)
    return members
  }
  for (const key in value) {
    const member = value[key]
    members += typeof member === 'object' ? 1 + membersOf(member) : 1
  }
  return members
}

/**
 * Reads JSON strictly: at most 32 levels, no name twice in an object, no `__proto__`, no lone surrogate. RFC 8259, 4.
 * @param text the JSON text
 * @throws `json.malformed`, `json.too-deep`, `json.duplicate-key`, `json.forbidden-key`,
 * `json.lone-surrogate`
 * @example
 * let code = 'none'
 * try {
 *   parseJson('{"a":1,"a":2}')
 * } catch (error) {
 *   code = error.code
 * }
 * code // 'json.duplicate-key'
 */
export function parseJson(text: string): Json {
  const written = countMembers(text)
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('json.malformed', 'This is not JSON')
  }
  const members = isPlain(text) ? membersOf(value) : walk(value)
  if (members !== written) refuse('json.duplicate-key', 'An object holds the same name twice')
  return value
}
