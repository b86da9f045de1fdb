import { issuerId } from '../badge.ts'
import { affirming, type Check, no, unknown, yes } from '../finding.ts'
import type { Proof } from '../model.ts'
import { firstMember, member, proofOf, text, texts } from '../place.ts'
import { statements } from '../statement.ts'

/** 9. The issuer is identified, and its quality assurance is stated. */
export const quality: Check = (badge) => {
  const { report, issuers, stated, achievement } = badge
  if (report !== undefined && !report.issuer.bound) {
    const proof: Proof = { document: 'report', pointer: '/issuer/bound', quote: 'false' }
    return report.verdict === 'invalid'
      ? { ...no(proof), reason: 'issuer-refused' }
      : { ...unknown, proofs: [proof], reason: 'issuer-unchecked' }
  }
  const issuer = issuers.find((one) => issuerId(one) !== undefined && text(member(one, 'name')) !== undefined)
  const name = member(issuer, 'name')
  const identified =
    name !== undefined
      ? proofOf(name)
      : report?.issuer.bound === true
        ? { document: 'report' as const, pointer: '/issuer/bound', quote: 'true' }
        : undefined
  const assured =
    stated.quality?.proof ??
    byField(achievement) ??
    affirming(
      statements(
        issuers.flatMap((one) => [
          ...texts(member(one, 'description')),
          ...texts(member(one, 'qualityAssurance')),
        ]),
        undefined,
      ),
      ({ quality: words }) => words,
    )
  if (assured === undefined) return identified === undefined ? unknown : { ...unknown, reason: 'issuer-only' }
  // Facts come from the issuer's own desk: it knows who it is.
  if (identified === undefined && stated.quality === undefined)
    return { ...unknown, proofs: [assured], reason: 'no-issuer' }
  return yes(...(identified === undefined ? [] : [identified]), assured)
}

function byField(achievement: Parameters<typeof firstMember>[0]): Proof | undefined {
  const field = firstMember(
    achievement,
    'quality_assurance_name',
    'qualityAssuranceName',
    'quality_assurance_url',
    'qualityAssuranceUrl',
    'quality_assurance_description',
    'qualityAssuranceDescription',
  )
  const value = text(field)?.text
  return field === undefined || value === undefined || value === 'null' ? undefined : proofOf(field)
}
