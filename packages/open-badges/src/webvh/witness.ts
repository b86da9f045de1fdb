import { OpenBadgesError } from '../errors.ts'
import { asArray, isJsonObject, type Json } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import { signerOfEntry } from './entry-proof.ts'
import type { WitnessRule } from './parameters.ts'

/** Proofs by the version they were made over. did:webvh 1.0, "The Witness Proofs File". */
export type WitnessProofs = ReadonlyMap<string, readonly Json[]>

const maxProofs = 500

/**
 * Reads `did-witness.json`; `undefined` when it is not one. At most 500 proofs. did:webvh 1.0, "The Witness Proofs File".
 * @param text content of the file
 * @throws never
 * @example
 * readWitnessFile('[]').size // 0
 * readWitnessFile('{}') // undefined
 */
export function readWitnessFile(text: string): WitnessProofs | undefined {
  let value: Json
  try {
    value = parseJson(text)
  } catch (error) {
    if (error instanceof OpenBadgesError) return undefined
    throw error
  }
  if (!Array.isArray(value)) return undefined
  const proofs = new Map<string, Json[]>()
  let count = 0
  for (const one of value) {
    if (!isJsonObject(one) || typeof one['versionId'] !== 'string') return undefined
    const list = asArray(one['proof'])
    count += list.length
    if (count > maxProofs) return undefined
    proofs.set(one['versionId'], [...(proofs.get(one['versionId']) ?? []), ...list])
  }
  return proofs
}

/**
 * How many distinct witnesses approve the entry at a place of the log. A witness of a later published entry approves
 * those before it. did:webvh 1.0, "Witness Threshold Algorithm".
 */
export async function countWitnesses(
  proofs: WitnessProofs,
  { witnesses }: WitnessRule,
  versionIds: readonly string[],
  at: number,
): Promise<number> {
  const approving = new Set<string>()
  for (const versionId of versionIds.slice(at)) {
    for (const proof of proofs.get(versionId) ?? []) {
      const key = await signerOfEntry({ versionId }, proof)
      if (key !== undefined && witnesses.includes(key)) approving.add(key)
    }
  }
  return approving.size
}
