import type { Resolution } from '../did/resolve.ts'
import { parseWebvh } from './address.ts'
import { documentOf, verifyWebvhLog, type WebvhResult } from './verify-log.ts'
import { readWitnessFile } from './witness.ts'

/** Gives the text at an address, or `undefined`. */
type FetchText = (url: string, accept: string) => Promise<string | undefined>

async function verified(
  did: string,
  log: string,
  witnessUrl: string,
  fetch: FetchText,
  now: Date,
): Promise<WebvhResult> {
  const alone = await verifyWebvhLog(did, log, { now })
  if (alone.state !== 'witness-missing') return alone
  const text = await fetch(witnessUrl, 'application/json')
  if (text === undefined) return alone
  const witness = readWitnessFile(text)
  return witness ? verifyWebvhLog(did, log, { now, witness }) : { state: 'malformed', reason: 'witness' }
}

/** Resolves a did:webvh: its log, verified whole, and the witnesses' proofs when it has witnesses. Never throws. */
export async function resolveWebvh(did: string, fetch: FetchText, now: Date): Promise<Resolution> {
  const parsed = parseWebvh(did)
  if (!parsed) return { state: 'malformed' }
  const log = await fetch(parsed.log, 'text/jsonl, application/jsonl;q=0.9, text/plain;q=0.5')
  if (log === undefined) return { state: 'unreachable' }
  const result = await verified(did, log, parsed.witness, fetch, now)
  if (result.state !== 'found') {
    if (result.state === 'witness-missing') return { state: 'unreachable' }
    return { state: result.reason === 'document-id' ? 'mismatch' : 'malformed' }
  }
  const { versions, parameters } = result
  const current = documentOf(did, versions)
  if (!current) return { state: 'mismatch' }
  const last = versions.at(-1)
  const ended = parameters.deactivated && last ? { endedAt: Date.parse(last.versionTime) } : {}
  return { state: 'found', document: current.document, source: parsed.log, history: versions, ...ended }
}
