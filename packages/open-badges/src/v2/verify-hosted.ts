import { isJsonObject, type JsonObject } from '../json.ts'
import { check } from '../verify/catalogue/index.ts'
import type { Check } from '../verify/report.ts'
import { contradictionsOf } from './claims.ts'
import { type HostedDocuments, type HostedJson, namesAnother } from './hosted.ts'
import { isOrigin, type Linked } from './linked.ts'
import type { Issuer2 } from './model.ts'
import { sameAddress, secureAddress, vouchesFor } from './scope.ts'

/** What its address says of a hosted assertion. */
export interface HostedAnswer {
  proof: Check
  /** Set when the address says that the assertion is revoked. */
  status?: Check
  /** The assertion as hosted: this one is shown, never the copy. */
  document?: JsonObject
}

const failures: Record<Exclude<HostedJson['state'], 'found' | 'gone'>, string> = {
  malformed: 'proof.hosted-mismatch',
  redirected: 'proof.hosted-redirected',
  unreachable: 'proof.hosted-unreachable',
  refused: 'proof.hosted-address',
}

/** Asks an assertion's address for it. 410, or `revoked`, revokes. OB 2.0, "Hosted badges". */
export async function askHosted(
  address: string,
  carried: JsonObject | undefined,
  documents: HostedDocuments,
): Promise<HostedAnswer> {
  const data: JsonObject = { address }
  const answer = await documents.json(address)
  if (answer.state === 'gone') {
    return {
      proof: check('proof.hosted-withdrawn', data),
      status: check('status.revoked', { ...data, answer: 410 }),
    }
  }
  if (answer.state !== 'found') return { proof: check(failures[answer.state], data) }
  const { document } = answer
  const { revoked, revocationReason, verify } = document
  const own = isJsonObject(verify) && verify['type'] !== 'signed' ? verify['url'] : undefined
  const isElsewhere = typeof own === 'string' && !sameAddress(own, address)
  if (namesAnother(document, address) || isElsewhere)
    return { proof: check('proof.hosted-mismatch', { ...data, found: document['id'] ?? own ?? null }) }
  if (revoked === true) {
    const reason = typeof revocationReason === 'string' ? revocationReason : null
    return {
      proof: check('proof.hosted-withdrawn', data),
      status: check('status.revoked', { ...data, reason }),
      document,
    }
  }
  const claims = carried ? contradictionsOf(carried, document, address) : []
  return claims.length > 0
    ? { proof: check('proof.hosted-mismatch', { ...data, claims }), document }
    : { proof: check('proof.hosted', data), document }
}

/** Whether the issuer vouches for the address of a hosted assertion. */
export function checkScope(address: string, { issuer, claimed, issuerId, mismatched }: Linked): Check {
  const data: JsonObject = { address, issuer: issuerId ?? null }
  if (issuerId === undefined) return check('issuer.unreachable', data)
  if (mismatched.includes(issuerId)) return check('issuer.document-mismatch', data)
  if (secureAddress(issuerId) === undefined) return check('issuer.unsupported', data)
  const speaker: Pick<Issuer2, 'id' | 'verification'> | undefined =
    issuer ?? (claimed && isOrigin(issuerId) ? { id: issuerId } : undefined)
  if (!speaker) return check('issuer.unreachable', data)
  return check(vouchesFor(speaker, address) ? 'issuer.hosted' : 'issuer.outside-scope', data)
}
