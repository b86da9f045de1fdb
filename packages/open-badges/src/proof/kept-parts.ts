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
  const what = 'achievement' in about ? knownPart(about.achievement) : undefined
  const who = knownPart(issuer)
  return frozenCopy({
    ...draft,
    issuer: who?.value ?? issuer,
    credentialSubject: what ? { ...about, achievement: what.value } : subject,
  })
}
