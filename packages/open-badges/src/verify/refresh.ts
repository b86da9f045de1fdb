import { instant } from '../guard/format.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { canonicalJson } from '../proof/jcs.ts'
import { check } from './catalogue/index.ts'
import { issuerIdOf } from './check-proof.ts'
import { datesOf } from './check-standing.ts'
import { type Checks, type Environment, passed, put, type Subject } from './examination.ts'
import { examine } from './examine.ts'
import { recognise } from './recognise.ts'
import type { Check, Format } from './report.ts'

const maxBytes = 2 * 1_048_576
const accept =
  'application/vc+ld+json, application/vc, application/ld+json;q=0.9, application/json;q=0.8, text/plain;q=0.5'

/** What the service that a credential names gave: the check, and the newer version when there is a sound one. */
export interface Refreshed {
  check: Check
  newer?: { subject: Subject; format: Format; text: string; checks: Checks }
}

const same = (a: JsonObject, b: JsonObject): boolean => {
  const { proof: _, ...one } = a
  const { proof: __, ...other } = b
  return canonicalJson(one) === canonicalJson(other)
}

/**
 * Asks once for a newer version of a credential whose proof is sound. The answer counts only when it is sound too, by the
 * same issuer, about the same award, and not older; its own refresh service is never asked. OB 3.0, 8.4 and B.4.
 */
export async function refresh(
  subject: Subject,
  checks: Checks,
  environment: Environment,
): Promise<Refreshed | undefined> {
  const { document } = subject
  const service = document['refreshService']
  const url = isJsonObject(service) ? service['id'] : undefined
  if (checks.get('refresh')?.code !== 'refresh.not-asked' || typeof url !== 'string') return undefined
  if (
    environment.depth > 0 ||
    !environment.resolver.fetch ||
    !passed(checks, 'structure', 'context', 'proof', 'issuer')
  )
    return undefined
  const data: JsonObject = { service: url }
  const text = url.startsWith('https://') ? await environment.resolver.text(url, accept, maxBytes) : undefined
  if (text === undefined) return { check: check('refresh.unreachable', data) }
  const { subject: found, format } = await recognise(text)
  if (!found || (format !== 'ob3-di' && format !== 'ob3-jwt'))
    return { check: check('refresh.unusable', data) }
  if (same(found.document, document)) return { check: check('refresh.current', data) }
  const newChecks = await examine(found, environment)
  const isSound = passed(newChecks, 'structure', 'context', 'proof', 'issuer')
  const isSame =
    issuerIdOf(found.document) === issuerIdOf(document) && found.document['id'] === document['id']
  const dates = [document, found.document].map((one) => instant(datesOf(one).validFrom ?? ''))
  const isOlder = !((dates[1] ?? Number.NaN) >= (dates[0] ?? Number.NaN))
  if (!isSound || !isSame || isOlder) {
    const failed = [...newChecks.values()].find(({ state }) => state !== 'valid')
    return { check: check('refresh.unusable', { ...data, reason: failed?.code ?? null }) }
  }
  const done = check('refresh.replaced', data)
  put(newChecks, done)
  return { check: done, newer: { subject: found, format, text, checks: newChecks } }
}
