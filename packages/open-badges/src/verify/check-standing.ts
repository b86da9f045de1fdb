import { instant } from '../guard/format.ts'
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { matchesIdentityHash } from '../v3/identity.ts'
import { check } from './catalogue/index.ts'
import { clockSkew } from './check-proof.ts'
import type { Check } from './report.ts'

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

/** The dates of a credential, under their names of VC 2.0 or 1.1. */
export const datesOf = (document: JsonObject): { validFrom: string | null; validUntil: string | null } => ({
  validFrom: textOf(document['validFrom'] ?? document['issuanceDate']),
  validUntil: textOf(document['validUntil'] ?? document['expirationDate']),
})

let lastTime = Number.NaN
let lastText = ''

// Many badges are verified within one millisecond.
function timeText(now: Date): string {
  if (now.getTime() !== lastTime) {
    lastText = now.toISOString()
    lastTime = now.getTime()
  }
  return lastText
}

/** Is it in force? VC Data Model 2.0, 4.9. */
export function checkValidity(document: JsonObject, now: Date): Check {
  const { validFrom, validUntil } = datesOf(document)
  const data: JsonObject = { validFrom, validUntil, now: timeText(now) }
  if (validFrom !== null && !(instant(validFrom) <= now.getTime() + clockSkew))
    return check('validity.not-yet', data)
  if (validUntil !== null && !(instant(validUntil) > now.getTime())) return check('validity.expired', data)
  return check('validity.current', data)
}

/** Whether a newer version is offered. OB 3.0, B.4. */
export function checkRefresh(document: JsonObject): Check {
  const service = document['refreshService']
  if (!isJsonObject(service)) return check('refresh.none')
  const code = asArray(service['type']).includes('1EdTechCredentialRefresh')
    ? 'refresh.not-asked'
    : 'refresh.unsupported'
  return check(code, { service: service['id'] ?? null })
}

const plain = (identity: string): string => identity.trim().replace(/^mailto:/i, '')

async function matches(identity: string, entry: JsonObject): Promise<boolean> {
  const { hashed, identityHash, salt } = entry
  if (typeof identityHash !== 'string') return false
  if (hashed === true)
    return matchesIdentityHash(identity, typeof salt === 'string' ? salt : '', identityHash)
  return plain(identityHash).toLowerCase() === identity.toLowerCase()
}

/** Is this the person it was awarded to? OB 3.0, 8.6. The subject's id is compared, then each identity. */
export async function checkRecipient(document: JsonObject, recipient: string | undefined): Promise<Check> {
  if (recipient === undefined || recipient.trim() === '') return check('recipient.not-asked')
  const subject = document['credentialSubject']
  if (!isJsonObject(subject)) return check('recipient.mismatch')
  const identity = plain(recipient)
  const id = textOf(subject['id'])
  if (
    id !== null &&
    (id === recipient.trim() || (/^mailto:/i.test(id) && plain(id).toLowerCase() === identity.toLowerCase()))
  ) {
    return check('recipient.match', { by: 'id' })
  }
  for (const entry of asArray(subject['identifier']).filter(isJsonObject)) {
    if (await matches(identity, entry)) return check('recipient.match', { by: entry['identityType'] ?? null })
  }
  return check('recipient.mismatch')
}
