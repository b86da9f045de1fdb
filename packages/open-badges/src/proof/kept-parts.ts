import type { Json } from '../json.ts'
import { frozenCopy } from '../json-copy.ts'
import { knownPart } from '../known-parts.ts'

/**
 * A frozen copy of a draft in which the achievement and the issuer, the same in each badge of a batch, are shared
 * with earlier documents: they are then checked and turned into RDF once.
 */
export function frozenDraft(draft: unknown): Json {
  if (
    typeof draft !== 'object' ||
    draft === null ||
    !('credentialSubject' in draft) ||
    !('issuer' in draft)
  ) {
    return frozenCopy(draft)
  }
  const { credentialSubject: subject, issuer } = draft
  const about = typeof subject === 'object' && subject !== null && 'achievement' in subject ? subject : {}
  const achievement = 'achievement' in about ? about.achievement : undefined
  const what = knownPart(achievement)
  const who = knownPart(issuer)
  if (!what && !who) return frozenCopy(draft)
  return frozenCopy(draft, (value) =>
    value === achievement ? what?.value : value === issuer ? who?.value : undefined,
  )
}
