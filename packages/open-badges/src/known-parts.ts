import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { frozenCopy, keepWhole } from './json-copy.ts'

/** An achievement or an issuer that comes back in many badges: one frozen copy, and what was computed of it. */
export class KnownPart {
  readonly value: JsonObject
  /** Classes against which it has no fault, when issuing and when reading. */
  readonly faultless = { strict: new Set<object>(), tolerant: new Set<object>() }
  /** Nodes described in it, not only named; set when first asked for. */
  described: readonly string[] | undefined

  constructor(value: JsonObject) {
    this.value = value
  }
}

const maxParts = 256
const maxAlike = 8
const maxCandidates = 1_024
const maxText = 64_000
const maxDepth = 8
const parts = new Map<string, KnownPart[]>()
let count = 0
const candidates = new Set<string>()

// Members in the same order too: the copy stands for the value even in a text.
function isSame(value: unknown, kept: Json): boolean {
  if (value === kept) return true
  if (typeof value !== 'object' || value === null || typeof kept !== 'object' || kept === null) return false
  if (Array.isArray(kept)) {
    if (!Array.isArray(value) || value.length !== kept.length) return false
    for (let at = 0; at < kept.length; at += 1) if (!isSame(value[at], kept[at] ?? null)) return false
    return true
  }
  if (!isJsonObject(value)) return false
  const names = Object.keys(value)
  let at = 0
  for (const name in kept) {
    if (names[at] !== name || !isSame(value[name], kept[name] ?? null)) return false
    at += 1
  }
  return names.length === at
}

/** The known part that reads exactly as a value; what a caller changes in place is another part. */
export function knownPart(value: unknown): KnownPart | undefined {
  if (!isJsonObject(value)) return undefined
  const { id } = value
  const alike = typeof id === 'string' ? parts.get(id) : undefined
  if (!alike) return undefined
  for (const part of alike) if (isSame(value, part.value)) return part
  return undefined
}

function size(value: Json, depth: number): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  if (depth >= maxDepth) return maxText
  let sum = 2
  for (const name in value) sum += name.length + size(Reflect.get(value, name), depth + 1)
  return sum
}

/**
 * Remembers a part the second time its id is met, for as long as there is room: few achievements make many badges, and
 * a flood of made-up ones must not fill the memory. `undefined` when it is not, or not yet, remembered.
 */
export function learnPart(value: JsonObject): KnownPart | undefined {
  const { id } = value
  if (typeof id !== 'string' || id.length > 2_000) return undefined
  if (!candidates.has(id)) {
    if (candidates.size >= maxCandidates) candidates.clear()
    candidates.add(id)
    return undefined
  }
  const alike = parts.get(id) ?? []
  if (alike.length >= maxAlike || size(value, 0) >= maxText) return undefined
  const copy = frozenCopy(value)
  if (!isJsonObject(copy)) return undefined
  if (count >= maxParts) {
    parts.clear()
    count = 0
  }
  keepWhole(copy)
  const part = new KnownPart(copy)
  parts.set(id, [...(parts.get(id) ?? []), part])
  count += 1
  return part
}
