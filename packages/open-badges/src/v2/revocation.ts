import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { check } from '../verify/catalogue/index.ts'
import type { Check } from '../verify/report.ts'
import type { HostedDocuments } from './hosted.ts'
import type { Assertion2, Issuer2 } from './model.ts'
import { sameAddress } from './scope.ts'

const names = (one: Json | undefined, { id, uid }: Assertion2): boolean =>
  typeof one === 'string' && (one === id || sameAddress(one, id) || (uid !== undefined && one === uid))

// 2.0 has entries or names in `revokedAssertions`; 1.x maps each `uid` to a reason.
function reasonIn(list: JsonObject, assertion: Assertion2): { reason: Json } | undefined {
  const { revokedAssertions } = list
  if (revokedAssertions !== undefined) {
    for (const one of asArray(revokedAssertions)) {
      if (names(one, assertion)) return { reason: null }
      if (isJsonObject(one) && (names(one['id'], assertion) || names(one['uid'], assertion)))
        return { reason: one['revocationReason'] ?? null }
    }
    return undefined
  }
  const { uid, id } = assertion
  for (const key of [uid, id])
    if (key !== undefined && Object.hasOwn(list, key)) return { reason: list[key] ?? null }
  return undefined
}

/** The revocation list that an issuer of signed assertions publishes. OB 2.0, "RevocationList". */
export async function checkRevocationList(
  assertion: Assertion2,
  issuer: Issuer2 | undefined,
  documents: HostedDocuments,
): Promise<Check> {
  if (!issuer) return check('status.unreachable')
  const { revocationList: url } = issuer
  if (url === undefined) return check('status.none')
  const data: JsonObject = { list: url }
  const answer = await documents.json(url)
  if (answer.state === 'malformed') return check('status.list-malformed', data)
  if (answer.state !== 'found') return check('status.unreachable', data)
  const { document } = answer
  const { issuer: by } = document
  if (typeof by === 'string' && !sameAddress(by, issuer.id))
    return check('status.list-foreign', { ...data, issuer: by })
  const found = reasonIn(document, assertion)
  return found ? check('status.revoked', { ...data, reason: found.reason }) : check('status.clear', data)
}
