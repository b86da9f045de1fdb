import { type DidDocumentInput, didDocument } from '../did/did-web.ts'
import type { DidDocument } from '../did/document.ts'
import { parseDidDocument } from '../did/parse.ts'
import { OpenBadgesError } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { frozenCopy } from '../json-copy.ts'
import { parseJson } from '../json-parse.ts'
import { canonicalJson } from '../proof/jcs.ts'
import { dateTime } from '../v3/build.ts'
import { placeOf } from './address.ts'
import { proofOfEntry, type UpdateKey } from './entry-proof.ts'
import { entryHash, multihash } from './hash.ts'
import { isUpdateKey, method } from './parameters.ts'
import { verifyWebvhLog, type WebvhVersion } from './verify-log.ts'
import type { WitnessProofs } from './witness.ts'

/** What `createWebvhLog` needs. did:webvh 1.0, "Create (Register)". */
export interface WebvhInput {
  /** https address of the issuer; the log is served beside its `did.json`. */
  address: string
  /** Keys of the document: those that sign badges. Retired ones stay, for old badges. */
  keys: DidDocumentInput['keys']
  /** The key that signs this entry. Keep it apart from the keys that sign badges. */
  updateKey: UpdateKey
  /** Multikeys of the only keys that may sign the next entry (pre-rotation): a stolen update key is then useless. */
  nextKeys?: string[]
  alsoKnownAs?: string[]
  /** Lets the log move to another address later. */
  portable?: boolean
  /** Default: the present. */
  time?: Date | string
}

/** A log, and the documents it stands for. did:webvh 1.0, "The DID Log File". */
export interface WebvhLog {
  did: string
  /** Content of `did.jsonl`: one entry a line. */
  log: string
  document: DidDocument
  /** The did:web of the same place, for those who read only did:web: content of `did.json`. */
  webDocument: DidDocument
}

const refuse = (code: string, message: string): never => {
  throw new OpenBadgesError({ code, message })
}

const asObject = (value: unknown): JsonObject => {
  const copy = frozenCopy(value)
  return isJsonObject(copy) ? copy : {}
}

async function hashesOf(keys: readonly string[]): Promise<string[]> {
  if (!keys.every(isUpdateKey)) refuse('did.webvh-key', 'Entries are signed with Ed25519 keys')
  return Promise.all(keys.map(multihash))
}

/**
 * The did:web document of the same place: the same keys under the other name. did:webvh 1.0, "parallel did:web".
 * @param document the document of a did:webvh
 * @throws `did.webvh-document`
 * @example
 * webDocumentOf(history.document).id // 'did:web:badges.example:org:12'
 */
export function webDocumentOf(document: DidDocument): DidDocument {
  const { id } = document
  const web = ['did:web', ...id.split(':').slice(3)].join(':')
  const others = (document.alsoKnownAs ?? []).filter((one) => one !== web)
  const renamed = parseJson(JSON.stringify(asObject(document)).replaceAll(`"${id}`, `"${web}`))
  const parsed = parseDidDocument(renamed)
  if (!parsed) return refuse('did.webvh-document', 'This is not a DID document')
  return {
    ...(document['@context'] === undefined ? {} : { '@context': document['@context'] }),
    id: web,
    alsoKnownAs: [id, ...others],
    verificationMethod: parsed.verificationMethod ?? [],
    assertionMethod: parsed.assertionMethod ?? [],
  }
}

const stateOf = (
  did: string,
  web: string,
  { keys, alsoKnownAs = [] }: Pick<WebvhInput, 'keys' | 'alsoKnownAs'>,
) => didDocument({ did, keys, alsoKnownAs: [web, ...alsoKnownAs.filter((one) => one !== web)] })

async function lineOf(entry: JsonObject, key: UpdateKey, created: string): Promise<string> {
  return `${JSON.stringify({ ...entry, proof: [await proofOfEntry(entry, key, created)] })}\n`
}

/**
 * Begins the log of a did:webvh at the same place as a did:web. did:webvh 1.0, "Create (Register)".
 * @param input the place, the keys that sign badges, and the key that signs entries
 * @throws `did.webvh-address`, `did.webvh-key`, `did.document-key`, `did.document-key-id`
 * @example
 * const { did: issuer, log, webDocument } = await createWebvhLog({
 *   address: 'https://badges.example/org/12',
 *   keys: [{ publicKeyMultibase: key.publicKeyMultibase }],
 *   updateKey,
 * })
 * webDocument.id // 'did:web:badges.example:org:12'
 */
export async function createWebvhLog(input: WebvhInput): Promise<WebvhLog> {
  const { address, updateKey, nextKeys = [], portable = false, time = new Date() } = input
  const place = placeOf(address)
  const versionTime = dateTime(time)
  if (!isUpdateKey(updateKey.publicKeyMultibase))
    refuse('did.webvh-key', 'Entries are signed with Ed25519 keys')
  const placeholder = '{SCID}'
  const named = (scid: string): string => `did:webvh:${scid}:${place}`
  const keys = input.keys.map(({ id: _, ...key }) => key)
  const preliminary = {
    versionId: placeholder,
    versionTime,
    parameters: {
      method,
      scid: placeholder,
      updateKeys: [updateKey.publicKeyMultibase],
      nextKeyHashes: await hashesOf(nextKeys),
      portable,
    },
    state: stateOf(named(placeholder), `did:web:${place}`, { ...input, keys }),
  }
  const text = canonicalJson(asObject(preliminary))
  const scid = await multihash(text)
  const entry = asObject(parseJson(text.replaceAll(placeholder, scid)))
  const first = { ...entry, versionId: `1-${await entryHash(entry, scid)}` }
  const did = named(scid)
  const document = stateOf(did, `did:web:${place}`, { ...input, keys })
  const log = await lineOf(first, updateKey, versionTime)
  return { did, log, document, webDocument: webDocumentOf(document) }
}

/** What a new entry changes; what is left out stays. did:webvh 1.0, "Update (Rotate)". */
export interface WebvhChange {
  keys?: DidDocumentInput['keys']
  /** Under pre-rotation: the key whose hash was announced. Else a key in force. */
  updateKey: UpdateKey
  /** Multikey of the key that signs from the next entry on; default `updateKey`. Not under pre-rotation. */
  newUpdateKey?: string
  nextKeys?: string[]
  /** Ends the log for good. */
  deactivated?: boolean
  time?: Date | string
  /** Proofs of the witnesses so far, where the log has witnesses. */
  witness?: WitnessProofs
}

/**
 * Adds an entry to a log, after verifying it. did:webvh 1.0, "Update (Rotate)" and "Deactivate (Revoke)".
 * @param did the DID that the log is of
 * @param log content of `did.jsonl` so far
 * @param change what the entry changes, and the key that signs it
 * @throws `did.webvh-log` when the log, or the log with the new entry, does not hold; `did.webvh-key`,
 * `did.webvh-document`
 * @example
 * const old = { publicKeyMultibase: key.publicKeyMultibase }
 * const young = { publicKeyMultibase: (await generateKey()).publicKeyMultibase }
 * const next = await updateWebvhLog(history.did, history.log, { keys: [old, young], updateKey })
 * next.document.assertionMethod.length // 2
 */
export async function updateWebvhLog(did: string, log: string, change: WebvhChange): Promise<WebvhLog> {
  const { updateKey, newUpdateKey, nextKeys, deactivated, time = new Date(), witness } = change
  const now = new Date(typeof time === 'string' ? time : time.getTime())
  const before = await verifyWebvhLog(did, log, { now, witness })
  if (before.state !== 'found') return refuse('did.webvh-log', `The log does not hold: ${before.reason}`)
  const last: WebvhVersion | undefined = before.versions.at(-1)
  if (!last || last.document.id !== did) return refuse('did.webvh-log', 'The log has moved')
  const isCommitted = before.parameters.nextKeyHashes.length > 0
  const own = isCommitted ? updateKey.publicKeyMultibase : (newUpdateKey ?? updateKey.publicKeyMultibase)
  const place = did.split(':').slice(3).join(':')
  const { alsoKnownAs = [] } = last.document
  const state = change.keys
    ? asObject(stateOf(did, `did:web:${place}`, { keys: change.keys, alsoKnownAs }))
    : last.state
  const versionTime = dateTime(time)
  const entry = asObject({
    versionId: last.versionId,
    versionTime,
    parameters: {
      updateKeys: deactivated && !isCommitted ? [] : [own],
      nextKeyHashes: await hashesOf(deactivated ? [] : (nextKeys ?? [])),
      ...(deactivated ? { deactivated } : {}),
    },
    state,
  })
  const number = before.versions.length + 1
  const whole = { ...entry, versionId: `${number}-${await entryHash(entry, last.versionId)}` }
  const next = `${log.trimEnd()}\n${await lineOf(whole, updateKey, versionTime)}`
  const after = await verifyWebvhLog(did, next, { now, witness })
  if (after.state === 'malformed') refuse('did.webvh-log', `The new entry does not hold: ${after.reason}`)
  const document = parseDidDocument(state)
  if (!document) return refuse('did.webvh-document', 'This is not a DID document')
  return { did, log: next, document, webDocument: webDocumentOf(document) }
}
