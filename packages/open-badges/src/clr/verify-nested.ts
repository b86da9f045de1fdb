import { isJsonObject, type JsonObject } from '../json.ts'
import { check } from '../verify/catalogue/index.ts'
import type { Environment } from '../verify/examination.ts'
import type { Check, VerificationReport } from '../verify/report.ts'
import { type VerifiedReading, verifyWithin } from '../verify/verify.ts'
import { maxNested, nestedOf } from './nested.ts'

/** Records inside records inside records: deeper is not looked at. */
const maxDepth = 3

const subjectIdOf = (document: JsonObject): string | undefined => {
  const { credentialSubject } = document
  const id = isJsonObject(credentialSubject) ? credentialSubject['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

// An old diploma or licence may have ended since: the record that says so stays sound.
const isOnlyExpired = ({ checks }: VerificationReport): boolean =>
  checks.every(({ state, code }) => state !== 'invalid' || code === 'validity.expired')

function lineOf(
  one: JsonObject | string,
  { verdict, checks }: VerificationReport,
  owner: string | undefined,
): JsonObject {
  const subject = isJsonObject(one) ? subjectIdOf(one) : undefined
  const bad =
    checks.find(({ state }) => state === 'invalid') ?? checks.find(({ state }) => state === 'undetermined')
  return {
    id: (isJsonObject(one) ? one['id'] : undefined) ?? null,
    verdict,
    code: bad?.code ?? null,
    // Opaque ids differ from badge to badge: told, not judged.
    sameSubject: subject === undefined || owner === undefined ? null : subject === owner,
  }
}

function summarise(reports: VerificationReport[], data: JsonObject): Check {
  if (reports.some((one) => one.verdict === 'invalid' && !isOnlyExpired(one)))
    return check('endorsements.nested-invalid', data)
  if (reports.some(({ checks }) => checks.some(({ state }) => state === 'undetermined')))
    return check('endorsements.nested-undetermined', data)
  const hasExpired = reports.some(({ verdict }) => verdict === 'invalid')
  return check(hasExpired ? 'endorsements.nested-expired' : 'endorsements.nested-valid', data)
}

/** Verifies each credential of a record by its own proof. CLR 2.0, "Verification". */
export async function verifyNested(
  document: JsonObject,
  environment: Environment,
): Promise<{ check: Check; readings: VerifiedReading[] }> {
  const nested = nestedOf(document)
    .filter((one) => isJsonObject(one) || typeof one === 'string')
    .slice(0, maxNested)
  if (environment.depth >= maxDepth)
    return { check: check('endorsements.nested-undetermined', { count: nested.length }), readings: [] }
  const { recipient: _, endorsements: __, ...options } = environment.options
  const inner = { ...environment, options, depth: environment.depth + 1 }
  const owner = subjectIdOf(document)
  const readings: VerifiedReading[] = []
  const lines: JsonObject[] = []
  for (const one of nested) {
    const reading = await verifyWithin(one, inner)
    readings.push(reading)
    lines.push(lineOf(one, reading.report, owner))
  }
  const reports = readings.map(({ report }) => report)
  return { check: summarise(reports, { credentials: lines }), readings }
}
