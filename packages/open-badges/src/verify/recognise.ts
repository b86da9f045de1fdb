import { type Extraction, extract } from '../bake/extract.ts'
import { clrCredential, clrCredential1 } from '../clr/shape.ts'
import { credentialsV1 } from '../contexts/bundle.ts'
import { OpenBadgesError } from '../errors.ts'
import {
  endorsementCredential,
  endorsementCredential1,
  openBadgeCredential,
  openBadgeCredential1,
  statusListCredential,
} from '../guard/envelopes.ts'
import type { Shape } from '../guard/shape.ts'
import { asArray, isJsonObject, type JsonObject } from '../json.ts'
import { parseJson } from '../json-parse.ts'
import { openPayload, parseJws } from '../proof/jwt.ts'
import type { LegacySubject } from '../v2/claims.ts'
import { check } from './catalogue/index.ts'
import type { Subject } from './examination.ts'
import type { Check, Format } from './report.ts'

/** What an input turned out to be. */
export interface Recognised {
  check: Check
  format: Format
  /** Absent when nothing could be read, or when the family is not verified here. */
  subject?: Subject
  /** A badge of 2.0 or before. */
  legacy?: LegacySubject
  text?: string
  /** Recognised family that has no `subject`. */
  structure?: Check
}

const jsonCodes: Record<string, string> = {
  'json.malformed': 'extract.json-malformed',
  'json.too-deep': 'extract.json-too-deep',
  'json.duplicate-key': 'extract.duplicate-key',
  'json.forbidden-key': 'extract.forbidden-key',
  'json.lone-surrogate': 'extract.lone-surrogate',
}

const isFirst = (document: JsonObject): boolean =>
  asArray(document['@context'])[0] === credentialsV1 || Object.hasOwn(document, 'issuanceDate')

// Badges of 1.x and 0.5 say what they are by their members only.
const isLegacy = (document: JsonObject): boolean =>
  asArray(document['@context']).includes('https://w3id.org/openbadges/v1') ||
  Object.hasOwn(document, 'uid') ||
  (Object.hasOwn(document, 'badge') && Object.hasOwn(document, 'recipient'))

function shapeOf(document: JsonObject): { shape?: Shape; format: Format } {
  const types = asArray(document['type'])
  if (types.includes('EndorsementCredential')) {
    return {
      shape: isFirst(document) ? endorsementCredential1 : endorsementCredential,
      format: 'endorsement',
    }
  }
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')) {
    return { shape: isFirst(document) ? openBadgeCredential1 : openBadgeCredential, format: 'ob3-di' }
  }
  if (types.includes('ClrCredential'))
    return { shape: isFirst(document) ? clrCredential1 : clrCredential, format: 'clr2' }
  if (types.includes('BitstringStatusListCredential')) return { shape: statusListCredential, format: 'vc' }
  if (types.includes('VerifiableCredential')) return { format: 'vc' }
  const contexts = asArray(document['@context'])
  if (contexts.includes('https://w3id.org/openbadges/v2') || types.includes('Assertion'))
    return { format: 'ob2-hosted' }
  return { format: isLegacy(document) ? 'ob1' : 'unknown' }
}

function fromDocument(document: JsonObject, found: Check, text: string): Recognised {
  const { shape, format } = shapeOf(document)
  if (shape || format === 'vc') return { check: found, format, text, subject: { document, shape } }
  if (format === 'unknown') {
    return {
      check: found,
      format,
      text,
      structure: check('structure.not-a-badge', { type: document['type'] ?? null }),
    }
  }
  return { check: found, format, text, legacy: { document } }
}

function fromJwt(text: string, found: Check): Recognised {
  const token = parseJws(text)
  if (!token) return { check: check('extract.jwt-malformed'), format: 'unknown' }
  const { payload } = token
  if (asArray(payload['type']).includes('Assertion') || isLegacy(payload))
    return { check: found, format: 'ob2-signed', text, legacy: { document: payload, token } }
  const opened = openPayload(payload)
  if (!opened) return { check: found, format: 'unknown', text, structure: check('structure.not-a-badge') }
  const recognised = fromDocument(opened.credential, found, text)
  if (!recognised.subject) return recognised
  return {
    ...recognised,
    format: recognised.format === 'ob3-di' ? 'ob3-jwt' : recognised.format,
    subject: { ...recognised.subject, jwt: { token, opened } },
  }
}

function read(extraction: Extraction): Recognised {
  const { carrier, kind, text, notes, family } = extraction
  const found = check(`extract.${carrier}`, { kind, family, notes, bytes: text.length })
  if (kind === 'url') return { check: found, format: 'ob1', text, legacy: { address: text } }
  if (kind === 'jwt') return fromJwt(text, found)
  const document = parseJson(text)
  return isJsonObject(document)
    ? fromDocument(document, found, text)
    : { check: check('extract.json-malformed'), format: 'unknown' }
}

/** Takes the credential out of a file, a text or an object. An object is written out first: it could hide getters. */
export async function recognise(input: Uint8Array | string | JsonObject): Promise<Recognised> {
  try {
    if (typeof input === 'string' || input instanceof Uint8Array) return read(await extract(input))
    const text = JSON.stringify(input)
    if (typeof text !== 'string') return { check: check('extract.unreadable'), format: 'unknown' }
    return read({ carrier: 'json', kind: 'json', family: 'unknown', text, notes: [] })
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) return { check: check('extract.unreadable'), format: 'unknown' }
    const { code } = error
    const known = jsonCodes[code] ?? (code.startsWith('extract.') ? code : 'extract.unreadable')
    return { check: check(known, error.path === undefined ? {} : { path: error.path }), format: 'unknown' }
  }
}
