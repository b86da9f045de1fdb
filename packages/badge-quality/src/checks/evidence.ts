import type { Badge } from '../badge.ts'
import { affirming, type Check, denying, type Finding, no, telling, unknown, yes } from '../finding.ts'
import type { Proof } from '../model.ts'
import {
  firstMember,
  isAddress,
  items,
  member,
  type Place,
  proofOf,
  proofOfText,
  text,
  texts,
  truth,
} from '../place.ts'
import { has, list } from '../wording/pattern.ts'

// Shorter than this, a text tells no fact.
const leastAccount = 20

/**
 * 6. This award carries evidence or a factual account. Of an achievement alone, the rule is judged: *required* is
 * a yes, *optional* says nothing of any award.
 */
export const evidence: Check = (badge) => {
  const rule = ruleOf(badge)
  if (badge.credential === undefined) return rule
  const carried = carriedBy(badge)
  if (carried !== undefined) return yes(carried)
  if (rule.state === 'yes') return { ...unknown, proofs: rule.proofs, reason: 'required-not-carried' }
  return rule.state === 'no' ? rule : unknown
}

function carriedBy({ credential, subject, evidence: pieces, stated, criteria }: Badge): Proof | undefined {
  for (const piece of pieces) {
    if (isOldBadge(piece)) continue
    const link = typeof piece.value === 'string' ? piece : firstMember(piece, 'id', 'url')
    const address = text(link)?.text
    if (link !== undefined && address !== undefined && isAddress(address)) return proofOf(link)
    const account = [...texts(member(piece, 'narrative')), ...texts(member(piece, 'description'))]
    const told = account.find((one) => one.text.trim().length >= leastAccount)
    if (told !== undefined) return proofOfText(told)
  }
  const accounts = [...texts(member(subject, 'narrative')), ...texts(member(credential, 'narrative'))]
  // Some platforms write the criteria again where the account of the award should be.
  const copied = new Set([...criteria.map(({ source }) => source.text.trim()), stated.action?.value])
  const told = accounts.find((one) => one.text.trim().length >= leastAccount && !copied.has(one.text.trim()))
  return told === undefined ? undefined : proofOfText(told)
}

/** A conversion points at the old award as evidence: it proves the copy, not the person. */
const isOldBadge = (piece: Place): boolean =>
  items(member(piece, 'type')).some(
    ({ value }) => typeof value === 'string' && /openbadges#Assertion$/.test(value),
  )

const anyEvidence = list('preuve*; dossier; evidence; proof')

function ruleOf(badge: Badge): Finding {
  const { stated, achievement } = badge
  if (stated.evidence !== undefined) {
    const { value, proof } = stated.evidence
    if (value === 'required') return { ...yes(proof), reason: 'rule' }
    return value === 'none' ? no(proof) : { ...unknown, proofs: [proof], reason: 'optional' }
  }
  for (const key of [
    'evidence_required',
    'evidenceRequired',
    'narrative_required',
    'evidence_student_required',
  ]) {
    const field = member(achievement, key)
    if (field !== undefined && truth(field) === true) return { ...yes(proofOf(field)), reason: 'rule' }
  }
  const from = telling(badge).filter(
    ({ plain, wordings }) => !wordings.some(({ notEvidence }) => has(plain, notEvidence)),
  )
  const asked = affirming(from, ({ evidence: words }) => words)
  if (asked !== undefined) return { ...yes(asked), reason: 'rule' }
  const refused = denying(telling(badge), () => anyEvidence)
  return refused === undefined ? unknown : no(refused)
}
