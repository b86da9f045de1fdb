import type { DidDocument } from '../did/document.ts'
import { parseDidDocument } from '../did/parse.ts'
import { OpenBadgesError } from '../errors.ts'
import { instant } from '../guard/format.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import { parseWebvh } from './address.ts'
import { signerOfEntry } from './entry-proof.ts'
import { entryHash, multihash, scidOf } from './hash.ts'
import { applyParameters, type WebvhParameters, type WitnessRule } from './parameters.ts'
import { countWitnesses, type WitnessProofs } from './witness.ts'

const maxEntries = 2_000
const clockSkew = 5 * 60_000

/** A version of a DID: what its document was, from when. did:webvh 1.0, "The DID Log File". */
export interface WebvhVersion {
  versionId: string
  /** RFC 3339, as the controller says; witnesses, where there are some, saw it. */
  versionTime: string
  document: DidDocument
  /** The document as written. */
  state: JsonObject
}

/**
 * A log that holds, or why it does not. `witness-missing`: the witnesses' file could not be had.
 * did:webvh 1.0, "Read (Resolve)".
 */
export type WebvhResult =
  | { state: 'found'; versions: WebvhVersion[]; parameters: WebvhParameters }
  | { state: 'malformed' | 'witness-missing'; reason: string }

interface Line {
  entry: JsonObject
  proofs: Json[]
  versionId: string
  versionTime: string
  parameters: JsonObject
  state: JsonObject
}

const members = ['versionId', 'versionTime', 'parameters', 'state', 'proof']

function readLine(text: string): Line | undefined {
  const value = parseJson(text)
  if (!isJsonObject(value) || !Object.keys(value).every((name) => members.includes(name))) return undefined
  const { proof, ...entry } = value
  const { versionId, versionTime, parameters, state } = entry
  if (typeof versionId !== 'string' || typeof versionTime !== 'string') return undefined
  if (!isJsonObject(parameters) || !isJsonObject(state)) return undefined
  return { entry, proofs: asArray(proof), versionId, versionTime, parameters, state }
}

function readLines(log: string): Line[] | undefined {
  const texts = log.split('\n').filter((line) => line.trim() !== '')
  if (texts.length === 0 || texts.length > maxEntries) return undefined
  const lines: Line[] = []
  try {
    for (const text of texts) {
      const line = readLine(text)
      if (!line) return undefined
      lines.push(line)
    }
  } catch (error) {
    if (error instanceof OpenBadgesError) return undefined
    throw error
  }
  return lines
}

/** What has been verified up to an entry. */
interface Progress {
  versionId: string
  time: number
  parameters: WebvhParameters
  id: string
}

async function signatureFault(line: Line, keys: readonly string[]): Promise<string | undefined> {
  if (line.proofs.length === 0) return 'proof-missing'
  for (const proof of line.proofs) {
    const key = await signerOfEntry(line.entry, proof)
    if (key === undefined) return 'proof'
    if (!keys.includes(key)) return 'proof-key'
  }
  return undefined
}

async function hashFault(
  line: Line,
  before: Progress | undefined,
  scid: string,
): Promise<string | undefined> {
  const [number, hash, more] = line.versionId.split('-')
  const expected = before ? Number(before.versionId.split('-')[0]) + 1 : 1
  if (more !== undefined || number !== String(expected)) return 'version-number'
  if (hash !== (await entryHash(line.entry, before?.versionId ?? scid))) return 'entry-hash'
  return !before && (await scidOf(line.entry, scid)) !== scid ? 'scid' : undefined
}

function timeFault({ versionTime }: Line, before: Progress | undefined, now: Date): string | undefined {
  const time = instant(versionTime)
  if (Number.isNaN(time) || !/(Z|\+00:00)$/.test(versionTime)) return 'version-time'
  if (before && time <= before.time) return 'version-time'
  return time > now.getTime() + clockSkew ? 'version-time-future' : undefined
}

function identityFault(
  { state }: Line,
  { scid, portable }: WebvhParameters,
  before: Progress | undefined,
): string | undefined {
  const { id } = state
  if (typeof id !== 'string' || parseWebvh(id)?.scid !== scid) return 'document-id'
  if (!before || before.id === id) return undefined
  return portable && asArray(state['alsoKnownAs']).includes(before.id) ? undefined : 'moved'
}

async function commitmentFault(
  { updateKeys }: WebvhParameters,
  { nextKeyHashes }: WebvhParameters,
): Promise<string | undefined> {
  if (nextKeyHashes.length === 0) return undefined
  for (const key of updateKeys) if (!nextKeyHashes.includes(await multihash(key))) return 'pre-rotation'
  return undefined
}

// Under pre-rotation the entry's own keys sign it: the entry before has vouched for their hashes.
const keysFor = (now: WebvhParameters, before: WebvhParameters | undefined): string[] =>
  !before || before.nextKeyHashes.length > 0 ? now.updateKeys : before.updateKeys

async function entryFault(
  line: Line,
  parameters: WebvhParameters,
  before: Progress | undefined,
  now: Date,
): Promise<string | undefined> {
  if (before?.parameters.deactivated) return 'deactivated'
  return (
    (await hashFault(line, before, parameters.scid)) ??
    timeFault(line, before, now) ??
    identityFault(line, parameters, before) ??
    (before ? await commitmentFault(parameters, before.parameters) : undefined) ??
    (await signatureFault(line, keysFor(parameters, before?.parameters)))
  )
}

/**
 * Verifies a whole log: each entry's hash over the one before, the SCID, the controller's proof by a key in force,
 * keys announced by their hash, times that only grow, and the witnesses. did:webvh 1.0, "Read (Resolve)".
 * @param did the DID that the log should be of
 * @param log content of `did.jsonl`
 * @param options instant of the verification (default the present), and the proofs of the witnesses
 * @throws never
 * @example
 * const result = await verifyWebvhLog(history.did, history.log)
 * result.state // 'found'
 * result.versions.length // 1
 */
export async function verifyWebvhLog(
  did: string,
  log: string,
  { now = new Date(), witness }: { now?: Date; witness?: WitnessProofs | undefined } = {},
): Promise<WebvhResult> {
  const wanted = parseWebvh(did)
  const lines = wanted && readLines(log)
  if (!wanted || !lines) return { state: 'malformed', reason: wanted ? 'log' : 'did' }
  const versions: WebvhVersion[] = []
  const rules: (WitnessRule | undefined)[] = []
  let before: Progress | undefined
  for (const line of lines) {
    const { versionId, versionTime, state } = line
    const parameters = applyParameters(line.parameters, before?.parameters)
    if (parameters?.scid !== wanted.scid) return { state: 'malformed', reason: 'parameters' }
    const fault = await entryFault(line, parameters, before, now)
    const document = parseDidDocument(state)
    if (fault !== undefined || !document) return { state: 'malformed', reason: fault ?? 'document' }
    // A change of witnesses is itself witnessed by those before it, where there were some.
    rules.push(before?.parameters.witness ?? parameters.witness)
    versions.push({ versionId, versionTime, document, state })
    before = { versionId, time: instant(versionTime), parameters, id: document.id }
  }
  if (!before || !versions.some(({ document }) => document.id === did))
    return { state: 'malformed', reason: 'document-id' }
  const ids = versions.map(({ versionId }) => versionId)
  if (rules.some((rule) => rule !== undefined)) {
    if (!witness) return { state: 'witness-missing', reason: 'witness' }
    for (const [at, rule] of rules.entries()) {
      if (rule && (await countWitnesses(witness, rule, ids, at)) < rule.threshold)
        return { state: 'malformed', reason: 'witness' }
    }
  }
  return { state: 'found', versions, parameters: before.parameters }
}

/** The document of a DID: that of the last version that bears its name. A moved DID keeps its last own document. */
export const documentOf = (did: string, versions: readonly WebvhVersion[]): WebvhVersion | undefined =>
  versions.findLast(({ document }) => document.id === did)
