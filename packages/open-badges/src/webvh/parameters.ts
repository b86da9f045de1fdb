import { decodeMultikey } from '../did/multikey.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'

/** Whose proofs an entry needs besides the controller’s. did:webvh 1.0, "DID Witnesses". */
export interface WitnessRule {
  threshold: number
  /** Multikeys of the witnesses. */
  witnesses: string[]
}

/** The parameters in force after an entry. did:webvh 1.0, "DID Method WebvhParameters". */
export interface WebvhParameters {
  scid: string
  updateKeys: string[]
  nextKeyHashes: string[]
  portable: boolean
  deactivated: boolean
  witness: WitnessRule | undefined
}

export const method = 'did:webvh:1.0'
const names = new Set([
  ...['method', 'scid', 'updateKeys', 'nextKeyHashes', 'portable', 'witness', 'watchers'],
  ...['deactivated', 'ttl'],
])

/** An Ed25519 Multikey: the only kind that signs entries. */
export const isUpdateKey = (text: string): boolean => decodeMultikey(text)?.algorithm === 'Ed25519'

function texts(value: Json | undefined): string[] | undefined {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return undefined
  const list = value.filter((one) => typeof one === 'string')
  return list.length === value.length && new Set(list).size === list.length ? list : undefined
}

/** The key of a did:key, bare or as a DID URL whose two halves agree. */
export function keyOfDidKey(text: string): string | undefined {
  if (!text.startsWith('did:key:')) return undefined
  const [key = '', fragment, more] = text.slice('did:key:'.length).split('#')
  if (more !== undefined || (fragment !== undefined && fragment !== key)) return undefined
  return isUpdateKey(key) ? key : undefined
}

function readWitness(value: Json | undefined): WitnessRule | undefined | 'malformed' {
  if (value === undefined || value === null) return undefined
  if (!isJsonObject(value)) return 'malformed'
  if (Object.keys(value).length === 0) return undefined
  const { threshold, witnesses } = value
  const keys = asArray(witnesses).map((one) => {
    const id = isJsonObject(one) ? one['id'] : undefined
    return typeof id === 'string' && !id.includes('#') ? keyOfDidKey(id) : undefined
  })
  const known = keys.filter((one) => one !== undefined)
  if (known.length !== keys.length || new Set(known).size !== known.length) return 'malformed'
  if (
    typeof threshold !== 'number' ||
    !Number.isInteger(threshold) ||
    threshold < 1 ||
    threshold > known.length
  )
    return 'malformed'
  return { threshold, witnesses: known }
}

const flag = (value: Json | undefined): boolean | undefined =>
  value === undefined || value === null ? undefined : value === true

/**
 * Applies the parameters of an entry to those before it; `undefined` when they break the rules. Absent ones are kept,
 * except that an entry made under pre-rotation must say its keys. Old `null`s stand for the default.
 */
export function applyParameters(
  given: JsonObject,
  before: WebvhParameters | undefined,
): WebvhParameters | undefined {
  if (!Object.keys(given).every((name) => names.has(name))) return undefined
  const { updateKeys, nextKeyHashes, witness, scid } = given
  if (before ? given['method'] !== undefined && given['method'] !== method : given['method'] !== method)
    return undefined
  if (before ? scid !== undefined : typeof scid !== 'string') return undefined
  for (const name of ['portable', 'deactivated']) {
    const value = given[name]
    if (value !== undefined && value !== null && typeof value !== 'boolean') return undefined
  }
  if (before && given['portable'] === true) return undefined
  const isCommitted = before !== undefined && before.nextKeyHashes.length > 0
  if (isCommitted && (updateKeys === undefined || nextKeyHashes === undefined)) return undefined
  const keys = updateKeys === undefined ? before?.updateKeys : texts(updateKeys)
  const hashes = nextKeyHashes === undefined ? (before?.nextKeyHashes ?? []) : texts(nextKeyHashes)
  const rule = witness === undefined ? before?.witness : readWitness(witness)
  if (!keys || !hashes || rule === 'malformed' || !keys.every(isUpdateKey)) return undefined
  if (!before && keys.length === 0) return undefined
  return {
    scid: before?.scid ?? String(scid),
    updateKeys: keys,
    nextKeyHashes: hashes,
    portable: flag(given['portable']) ?? before?.portable ?? false,
    deactivated: flag(given['deactivated']) ?? before?.deactivated ?? false,
    witness: rule,
  }
}
