import { keepRecordsOf } from '../canonical/direct.ts'
import { checkOnce } from '../guard/check.ts'
import { achievement, profile } from '../guard/classes.ts'
import type { Shape } from '../guard/shape.ts'
import { isJsonObject, type Json } from '../json.ts'
import { frozenCopy } from '../json-copy.ts'
import { parseJson } from '../json-parse.ts'

// Only these nest without end: a part that holds one is copied as part of its document, whose depth is counted.
const nests = /"(parentOrg|endorsement)":/
const maxParts = 256
const maxLength = 64_000
const parts = new Map<string, Json>()

// The text decides, not the object: what a caller changes in place is another part.
function keptPart(value: unknown, shape: Shape): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const text = JSON.stringify(value)
  if (typeof text !== 'string' || text.length > maxLength || nests.test(text)) return undefined
  const key = `${shape.code} ${text}`
  const known = parts.get(key)
  if (known !== undefined) return known
  const part = frozenCopy(parseJson(text))
  if (!isJsonObject(part)) return undefined
  checkOnce(part, shape)
  keepRecordsOf(part)
  if (parts.size >= maxParts) parts.clear()
  parts.set(key, part)
  return part
}

/**
 * A frozen copy of a draft in which the achievement and the issuer, the same in each badge of a batch, are shared
 * with earlier drafts: they are then checked and turned into RDF once.
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
  const sharedIssuer = keptPart(issuer, profile)
  if (typeof subject !== 'object' || subject === null || !('achievement' in subject)) return frozenCopy(draft)
  const { achievement: what } = subject
  const sharedAchievement = keptPart(what, achievement)
  return frozenCopy({
    ...draft,
    ...(sharedIssuer ? { issuer: sharedIssuer } : {}),
    ...(sharedAchievement ? { credentialSubject: { ...subject, achievement: sharedAchievement } } : {}),
  })
}
