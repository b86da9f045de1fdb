import { utf8Text } from '../encoding/bytes.ts'
import { OpenBadgesError } from '../errors.ts'
import { statusListCredential } from '../guard/envelopes.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import { openPayload, parseJws } from '../proof/jwt.ts'
import { decodeStatusList } from '../status/bitstring.ts'
import { check } from './catalogue/index.ts'
import { issuerIdOf } from './check-proof.ts'
import { checkValidity } from './check-standing.ts'
import { type Environment, passed, type Subject } from './examination.ts'
import { examine } from './examine.ts'
import type { CachedStatusList } from './options.ts'
import type { Check } from './report.ts'

const maxListBytes = 4 * 1_048_576
const listAccept =
  'application/vc+ld+json, application/vc, application/ld+json;q=0.9, application/json;q=0.8, application/jwt;q=0.7'

const rank = { invalid: 0, undetermined: 1, valid: 2, 'not-applicable': 3 }

/** Revocation and suspension: each entry against its published list, itself signed by the same issuer. */
export async function checkStatus(document: JsonObject, environment: Environment): Promise<Check> {
  const entries = asArray(document['credentialStatus'])
  const results: Check[] = []
  for (const entry of entries) results.push(await checkEntry(entry, document, environment))
  return results.sort((a, b) => rank[a.state] - rank[b.state])[0] ?? check('status.none')
}

async function checkEntry(entry: Json, document: JsonObject, environment: Environment): Promise<Check> {
  if (!isJsonObject(entry)) return check('status.unsupported')
  const type = asArray(entry['type'])
  if (type.includes('BitstringStatusListEntry')) return checkBitstring(entry, document, environment)
  if (type.includes('1EdTechRevocationList')) return checkRevocationList(entry, document, environment)
  return check('status.unsupported', { type: entry['type'] ?? null })
}

async function fetchList(url: string, environment: Environment): Promise<CachedStatusList | undefined> {
  const { statusCache, now } = { statusCache: environment.options.statusCache, now: environment.now }
  try {
    const cached = await statusCache?.get(url)
    if (cached) return cached
    const answer = await environment.resolver.fetch?.(url, { accept: listAccept, maxBytes: maxListBytes })
    if (answer?.status !== 200 || answer.bytes.length > maxListBytes) return undefined
    const list = { bytes: answer.bytes, fetchedAt: now }
    await statusCache?.set(url, list)
    return list
  } catch {
    // Whatever failed on the way, the list could not be had.
    return undefined
  }
}

function subjectOf(bytes: Uint8Array): Subject | undefined {
  const text = utf8Text(bytes)?.trim()
  if (!text) return undefined
  try {
    if (text.startsWith('{')) {
      const document = parseJson(text)
      return isJsonObject(document) ? { document, shape: statusListCredential } : undefined
    }
    const token = parseJws(text)
    const opened = token && openPayload(token.payload)
    return token && opened
      ? { document: opened.credential, shape: statusListCredential, jwt: { token, opened } }
      : undefined
  } catch (error) {
    if (error instanceof OpenBadgesError) return undefined
    throw error
  }
}

async function checkBitstring(
  entry: JsonObject,
  document: JsonObject,
  environment: Environment,
): Promise<Check> {
  const url = String(entry['statusListCredential'])
  const purpose = String(entry['statusPurpose'])
  const data: JsonObject = { list: url, index: entry['statusListIndex'] ?? null, purpose }
  const fetched = await fetchList(url, environment)
  if (!fetched) return check('status.unreachable', data)
  data['fetchedAt'] = fetched.fetchedAt.toISOString()
  const subject = subjectOf(fetched.bytes)
  if (!subject) return check('status.list-malformed', data)
  const checks = await examine(subject, environment)
  const failed = [...checks.values()].find(({ state }) => state === 'invalid')
  if (failed) return check('status.list-invalid', { ...data, reason: failed.code })
  if (!passed(checks, 'structure', 'context', 'proof', 'issuer')) {
    const reason = [...checks.values()].find(({ state }) => state === 'undetermined')?.code ?? null
    return check('status.list-undetermined', { ...data, reason })
  }
  const list = subject.document
  if (issuerIdOf(list) !== issuerIdOf(document))
    return check('status.list-foreign', { ...data, issuer: issuerIdOf(list) ?? null })
  if (checkValidity(list, environment.now).state !== 'valid' || isStale(list, fetched, environment.now)) {
    return check('status.list-stale', data)
  }
  return readBit(list, entry, purpose, data)
}

// A list may say how long it can be kept, in milliseconds.
function isStale(list: JsonObject, fetched: CachedStatusList, now: Date): boolean {
  const subject = list['credentialSubject']
  const ttl = isJsonObject(subject) ? subject['ttl'] : undefined
  return typeof ttl === 'number' && now.getTime() - fetched.fetchedAt.getTime() > ttl
}

async function readBit(
  list: JsonObject,
  entry: JsonObject,
  purpose: string,
  data: JsonObject,
): Promise<Check> {
  const subject = list['credentialSubject']
  if (!isJsonObject(subject) || typeof subject['encodedList'] !== 'string')
    return check('status.list-malformed', data)
  if (!asArray(subject['statusPurpose']).includes(purpose)) {
    return check('status.purpose-mismatch', { ...data, found: subject['statusPurpose'] ?? null })
  }
  try {
    const bits = await decodeStatusList(subject['encodedList'])
    const isSet = bits.getBit(Number(entry['statusListIndex']))
    if (!isSet) return check('status.clear', data)
    if (purpose === 'revocation') return check('status.revoked', data)
    return purpose === 'suspension'
      ? check('status.suspended', data)
      : check('status.clear', { ...data, set: true })
  } catch (error) {
    if (error instanceof OpenBadgesError) return check(error.code, data)
    throw error
  }
}

// OB 3.0, B.3: a plain list of ids. It is not signed, so it is believed only from the issuer's own origin or by https.
async function checkRevocationList(
  entry: JsonObject,
  document: JsonObject,
  environment: Environment,
): Promise<Check> {
  const url = String(entry['id'])
  const json = url.startsWith('https://')
    ? await environment.resolver.json(url, 'application/json')
    : undefined
  const data: JsonObject = { list: url }
  if (json === undefined) return check('status.unreachable', data)
  if (!isJsonObject(json) || !Array.isArray(json['revokedCredential']))
    return check('status.list-malformed', data)
  if (json['issuer'] !== issuerIdOf(document))
    return check('status.list-foreign', { ...data, issuer: json['issuer'] ?? null })
  const found = json['revokedCredential'].filter(isJsonObject).find((one) => one['id'] === document['id'])
  if (!found || found['revoked'] === false) return check('status.clear', data)
  return check('status.revoked', { ...data, reason: found['revocationReason'] ?? null })
}
