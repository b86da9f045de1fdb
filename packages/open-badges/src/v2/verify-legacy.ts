import type { Fault } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { check } from '../verify/catalogue/index.ts'
import { checkRecipient, checkValidity } from '../verify/check-standing.ts'
import { type Checks, type Environment, put } from '../verify/examination.ts'
import type { Check, Format } from '../verify/report.ts'
import { contextCode, type LegacySubject } from './claims.ts'
import { type Conversion, convert, convertRecipient } from './convert.ts'
import { HostedDocuments } from './hosted.ts'
import { type Linked, loadLinked } from './linked.ts'
import type { Assertion2, Generation } from './model.ts'
import { readAssertion } from './read.ts'
import { checkRevocationList } from './revocation.ts'
import { checkSigned } from './signed.ts'
import { generationOf, upgradeAssertion } from './upgrade.ts'
import { checkLegacyEndorsements } from './verify-endorsements.ts'
import { askHosted, checkScope } from './verify-hosted.ts'

/** A badge of 2.0 or before, verified. */
export interface LegacyReading {
  format: Format
  checks: Checks
  /** In the words of 3.0, for display; absent when the badge could not be read whole. */
  conversion?: Conversion & { from: Generation }
}

const formatOf = (generation: Generation, isSigned: boolean): Format => {
  if (generation !== '2.0') return 'ob1'
  return isSigned ? 'ob2-signed' : 'ob2-hosted'
}

function structureCheck(generation: Generation, faults: readonly Fault[], linked: Linked | undefined): Check {
  if (faults.length > 0) {
    return check('structure.legacy-faults', {
      faults: faults.map(({ code, path = '', message }) => ({ code, path, message })),
      generation,
    })
  }
  const { mismatched = [], unreachable = [] } = linked ?? {}
  if (mismatched.length > 0) return check('structure.link-mismatch', { addresses: mismatched, generation })
  if (unreachable.length > 0) return check('structure.incomplete', { addresses: unreachable, generation })
  return check(generation === '2.0' ? 'structure.ob2' : 'structure.ob1', { generation })
}

function proofless(checks: Checks, code: string, data: JsonObject): void {
  put(checks, check(code, data))
  put(checks, check('issuer.not-run'))
}

interface Verifying {
  checks: Checks
  documents: HostedDocuments
  environment: Environment
  generation: Generation
}

async function verifyAssertion(
  subject: Extract<LegacySubject, { document: JsonObject }>,
  { checks, documents, generation }: Verifying,
): Promise<{ original: JsonObject; assertion?: Assertion2; linked?: Linked }> {
  const { document: carried, token } = subject
  const upgraded = upgradeAssertion(carried)
  const { verification, id } = upgraded
  const type = isJsonObject(verification) ? [verification['type']].flat() : []
  const claimsSigned = type.includes('signed') || type.includes('SignedBadge')
  let original = carried
  let revoked: Check | undefined
  if (!token && claimsSigned) proofless(checks, 'proof.missing', {})
  else if (!token && (typeof id !== 'string' || !/^https?:/i.test(id))) {
    proofless(checks, 'proof.hosted-address', { address: id ?? null })
  } else if (!token && typeof id === 'string') {
    const answer = await askHosted(id, carried, documents)
    put(checks, answer.proof)
    revoked = answer.status
    // A revoked assertion may be reduced to its id: then the copy tells what was revoked.
    if (answer.document && readAssertion(upgradeAssertion(answer.document, id)).value)
      original = answer.document
  }
  const own = upgradeAssertion(original, typeof id === 'string' ? id : undefined)
  const { value: assertion, faults } = readAssertion(own)
  if (!assertion) {
    put(checks, structureCheck(generation, faults, undefined))
    if (revoked) put(checks, revoked)
    return { original }
  }
  const linked = await loadLinked(assertion, documents)
  put(checks, structureCheck(generation, linked.faults, linked))
  if (token) {
    const { proof, issuer } = await checkSigned(token, assertion, linked, documents, generation !== '2.0')
    put(checks, proof)
    put(checks, issuer)
    put(checks, await checkRevocationList(assertion, linked.issuer, documents))
  } else if (!checks.has('issuer')) put(checks, checkScope(assertion.id, linked))
  put(checks, statusOf(assertion, revoked, checks))
  return { original, assertion, linked }
}

// A hosted assertion that its address still gives is not revoked: there is no other list.
function statusOf(
  { revoked, revocationReason }: Assertion2,
  answered: Check | undefined,
  checks: Checks,
): Check {
  if (answered) return answered
  if (revoked) return check('status.revoked', { reason: revocationReason ?? null })
  const known = checks.get('status')
  if (known) return known
  return check(checks.get('proof')?.code === 'proof.hosted' ? 'status.clear' : 'status.not-run')
}

async function standing(assertion: Assertion2, { checks, environment }: Verifying): Promise<void> {
  const { issuedOn, expires, recipient } = assertion
  const { recipient: expected } = environment.options
  put(
    checks,
    checkValidity({ validFrom: issuedOn, ...(expires ? { validUntil: expires } : {}) }, environment.now),
  )
  const who = {
    credentialSubject: { ...plainId(assertion), identifier: [{ ...convertRecipient(recipient) }] },
  }
  put(checks, await checkRecipient(who, expected))
}

const plainId = ({ recipient: { hashed, identity, type } }: Assertion2): { id?: string } =>
  !hashed && (type === 'id' || type === 'url') ? { id: identity } : {}

const badgeObject = (document: JsonObject): JsonObject | undefined => {
  const { badge } = document
  return isJsonObject(badge) ? badge : undefined
}

/**
 * Verifies a badge of Open Badges 2.0, 1.1, 1.0 or 0.5, hosted or signed, in the eleven checks. Nothing is fetched but
 * through the caller's `fetch`, always over https; what could not be fetched is `undetermined`. Never throws.
 */
export async function verifyLegacy(subject: LegacySubject, environment: Environment): Promise<LegacyReading> {
  const checks: Checks = new Map()
  const documents = new HostedDocuments(environment.resolver.fetch)
  put(checks, check('schema.none'))
  put(checks, check('refresh.none'))
  let document: JsonObject
  if ('address' in subject) {
    const answer = await documents.json(subject.address)
    if (answer.state !== 'found') {
      const { proof, status } = await askHosted(subject.address, undefined, documents)
      put(checks, proof)
      if (status) put(checks, status)
      return { format: 'ob1', checks }
    }
    document = upgradedFrom(answer.document, subject.address)
  } else document = subject.document
  const token = 'address' in subject ? undefined : subject.token
  const generation = generationOf(document)
  put(checks, check(contextCode(document), { generation }))
  const verifying: Verifying = { checks, documents, environment, generation }
  const { original, assertion, linked } = await verifyAssertion(
    { document, ...(token ? { token } : {}) },
    verifying,
  )
  const format = formatOf(generation, token !== undefined)
  if (!assertion) return { format, checks }
  await standing(assertion, verifying)
  const badgeAddress = typeof assertion.badge === 'string' ? assertion.badge : undefined
  const hostedBadge = badgeAddress === undefined ? undefined : await documents.json(badgeAddress)
  const badgeDocument = hostedBadge?.state === 'found' ? hostedBadge.document : badgeObject(original)
  const issuerAnswer =
    linked?.issuerId !== undefined && linked.issuer ? await documents.json(linked.issuerId) : undefined
  const issuerDocument = issuerAnswer?.state === 'found' ? issuerAnswer.document : undefined
  put(
    checks,
    await checkLegacyEndorsements(
      [
        [{ ...original, id: assertion.id }, ''],
        [badgeDocument, '/badge'],
        [issuerDocument, '/badge/issuer'],
      ],
      documents,
    ),
  )
  const issuer = linked?.issuer ?? linked?.claimed
  if (!linked?.badge || !issuer || linked.faults.length > 0) return { format, checks }
  const whole: JsonObject = {
    ...original,
    ...(badgeDocument
      ? { badge: { ...badgeDocument, ...(issuerDocument ? { issuer: issuerDocument } : {}) } }
      : {}),
  }
  const conversion = convert({
    assertion,
    badge: linked.badge,
    issuer,
    original: upgradeAssertion(whole, assertion.id),
  })
  return { format, checks, conversion: { ...conversion, from: generation } }
}

// Documents of 1.0 and 0.5 do not always name their own address: the one that gave them stands in.
function upgradedFrom(document: JsonObject, address: string): JsonObject {
  return generationOf(document) === '2.0' || Object.hasOwn(document, 'verify')
    ? document
    : { ...document, verify: { type: 'hosted', url: address } }
}
