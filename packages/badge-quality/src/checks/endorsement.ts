import { issuerId } from '../badge.ts'
import { type Check, no, unknown, yes } from '../finding.ts'
import { items, member, type Place, proofOf } from '../place.ts'

/**
 * 10. A third party endorses the badge, the award or the issuer. What nobody verified counts for nothing, and
 * an issuer who endorses itself is no third party.
 */
export const endorsement: Check = ({ endorsements, issuers, subject }) => {
  const parties = new Set(
    [...issuers.map(issuerId), issuerId(subject)].flatMap((id) => (id === undefined ? [] : [same(id)])),
  )
  let own: Place | undefined
  let unchecked: Place | undefined
  for (const { place, verified } of endorsements) {
    const by = items(member(place, 'issuer'))[0]
    const id = issuerId(by)
    if (by !== undefined && id !== undefined && parties.has(same(id))) own ??= by
    else if (verified && by !== undefined && id !== undefined) return yes(proofOf(by))
    else unchecked ??= by ?? place
  }
  if (unchecked !== undefined) return { ...unknown, proofs: [proofOf(unchecked)], reason: 'unchecked' }
  return own === undefined ? unknown : { ...no(proofOf(own)), reason: 'self' }
}

const same = (id: string): string => id.trim().replace(/\/+$/, '').toLowerCase()
