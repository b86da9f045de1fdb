import { withoutNested } from '../clr/nested.ts'
import { bundle2025, bundle2026, bundleOf } from '../contexts/bundle.ts'
import { Resolver } from '../did/resolve.ts'
import { utf8 } from '../encoding/bytes.ts'
import { normalise } from '../guard/normalise.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { knownPart } from '../known-parts.ts'
import type { LegacySubject } from '../v2/claims.ts'
import type { Loss } from '../v2/convert.ts'
import type { Generation } from '../v2/model.ts'
import type { OpenBadgeCredential } from '../v3/model.ts'
import { checkEndorsements } from './check-endorsements.ts'
import { checkSchema } from './check-schema.ts'
import { checkRecipient, checkRefresh, checkValidity } from './check-standing.ts'
import { checkStatus } from './check-status.ts'
import { type Checks, type Environment, passed, put, type Subject } from './examination.ts'
import { examine } from './examine.ts'
import type { VerifyOptions } from './options.ts'
import { recognise } from './recognise.ts'
import { refresh } from './refresh.ts'
import type { Check, Format, VerificationReport } from './report.ts'
import { writeReport } from './write-report.ts'

/** A report, and what was verified. OB 3.0, 8 (verification). */
export interface VerifiedReading {
  report: VerificationReport
  /**
   * The object that was validated, in its strict form: show this, never the input. Absent unless structure and
   * context hold. It says nothing of the signature: look at `report.verdict`.
   */
  credential?: OpenBadgeCredential
  /** Set when `credential` is a badge of before 3.0 in the words of 3.0: what the change loses. The original is `raw`. */
  converted?: { from: Generation; lost: Loss[] }
  /** What was verified inside a learner record, in its order. */
  nested?: VerifiedReading[]
  /** The credential exactly as carried. */
  raw?: { text: string; bytes: Uint8Array }
  /** The newer version that the issuer offered, when `report` and `credential` are about it; `raw` stays the original. */
  newer?: { text: string; bytes: Uint8Array }
}

const pinned = [bundle2026, bundle2025] as const
const bundles = ({ contexts }: VerifyOptions): Environment['bundles'] =>
  contexts ? [bundleOf('2026', contexts), bundleOf('2025', contexts)] : pinned

async function standing(
  { document: whole, shape }: Subject,
  checks: Checks,
  environment: Environment,
): Promise<void> {
  const document = shape?.code === 'clr' ? withoutNested(whole) : whole
  put(checks, await checkSchema({ document, shape }))
  put(checks, checkValidity(document, environment.now))
  put(checks, await checkRecipient(document, environment.options.recipient))
  put(checks, await checkStatus(document, environment))
  put(checks, await checkEndorsements(document, environment))
}

const shown = ({ document, shape }: Subject): JsonObject => (shape ? normalise(document, shape) : document)

/**
 * Verifies a badge and gives what was verified, so that a page shows nothing else. OB 3.0, 8; VC Data Integrity 1.0, 4.4.
 * @param input bytes of a PNG, SVG or JSON; JSON or JWT text; or an object
 * @param options what `verify` takes
 * @throws never on bad input
 * @example
 * const { report, credential: read } = await verifyAndRead(bakePng(picture, credential), { fetch: guardedFetch })
 * report.verdict // 'valid'
 * read.credentialSubject.achievement.name // 'Travailler en équipe'
 */
export async function verifyAndRead(
  input: Uint8Array | string | JsonObject,
  options: VerifyOptions = {},
): Promise<VerifiedReading> {
  return verifyWithin(input, environmentOf(options))
}

const environmentOf = (options: VerifyOptions): Environment => ({
  options,
  now: options.now ?? new Date(),
  resolver: new Resolver(options),
  depth: 0,
  bundles: bundles(options),
})

// Most callers never look at the bytes.
function carried(text: string): NonNullable<VerifiedReading['raw']> {
  let bytes: Uint8Array | undefined
  return {
    text,
    get bytes() {
      bytes ??= utf8(text)
      return bytes
    },
  }
}

const rawOf = (text: string | undefined, isReport: boolean): Pick<VerifiedReading, 'raw'> =>
  text === undefined || isReport ? {} : { raw: carried(text) }

/** The same inside another verification: a credential inside a collection or a presentation. */
export async function verifyWithin(
  input: Uint8Array | string | JsonObject,
  environment: Environment,
  isReport = false,
): Promise<VerifiedReading> {
  const { check: extraction, format, subject, text, structure, legacy } = await recognise(input)
  if (legacy) return { ...(await readLegacy(legacy, extraction, environment)), ...rawOf(text, isReport) }
  if (!subject) {
    const checks: Checks = new Map([[extraction.name, extraction]])
    if (structure) put(checks, structure)
    return {
      report: writeReport({ format, checks, document: {}, options: environment.options }),
      ...rawOf(text, isReport),
    }
  }
  if (isReport) shareParts(subject.document)
  const found = await latest(subject, format, environment)
  const { newer } = found
  const reading = await readCredential(found, extraction, environment, isReport)
  if (isReport) return reading
  return {
    ...reading,
    ...rawOf(text, isReport),
    ...(newer === undefined ? {} : { newer: carried(newer) }),
  }
}

// What was read is nobody else's: a part that is known already stands in for the one that says the same.
function shareParts(document: JsonObject): void {
  const issuer = knownPart(document['issuer'])
  if (issuer) document['issuer'] = issuer.value
  const about = document['credentialSubject']
  if (!isJsonObject(about)) return
  const achievement = knownPart(about['achievement'])
  if (achievement) about['achievement'] = achievement.value
}

interface Latest {
  subject: Subject
  format: Format
  checks: Checks
  /** Text of the newer version, when the issuer has one. */
  newer?: string
}

// The credential itself, or the newer version that its issuer offers for it.
async function latest(subject: Subject, format: Format, environment: Environment): Promise<Latest> {
  const checks = await examine(subject, environment)
  put(checks, checkRefresh(subject.document))
  const refreshed = await refresh(subject, checks, environment)
  if (refreshed?.newer) {
    const { text, ...newer } = refreshed.newer
    return { ...newer, newer: text }
  }
  if (refreshed) put(checks, refreshed.check)
  return { subject, format, checks }
}

// A report alone names the issuer, the achievement and dates, which both forms hold alike; but the strict form renames the
// dates of the W3C's first model, and `assess` is promised the strict form.
const isReportedAsIs = ({ document }: Subject, { assess }: VerifyOptions): boolean =>
  assess === undefined &&
  !Object.hasOwn(document, 'issuanceDate') &&
  !Object.hasOwn(document, 'expirationDate')

async function readCredential(
  { subject, format, checks }: Latest,
  extraction: Check,
  environment: Environment,
  isReport: boolean,
): Promise<VerifiedReading> {
  if (passed(checks, 'structure')) await standing(subject, checks, environment)
  else checks.delete('refresh')
  const nested = await readNested(subject, checks, environment)
  put(checks, extraction)
  const isRead = passed(checks, 'structure', 'context')
  const asIs = isReport && isReportedAsIs(subject, environment.options)
  const document: JsonObject = isRead ? (asIs ? subject.document : shown(subject)) : {}
  const isBadge = isRead && (format === 'ob3-di' || format === 'ob3-jwt')
  // The closed table of this class has just accepted the document.
  const credential = isBadge ? (document as unknown as OpenBadgeCredential) : undefined
  const report = writeReport({ format, checks, document, credential, options: environment.options })
  if (nested) report.nested = nested.map((one) => one.report)
  return { report, ...(credential ? { credential } : {}), ...(nested ? { nested } : {}) }
}

// A learner record is as good as what it holds; the worst of its own endorsements and of the credentials counts.
async function readNested(
  subject: Subject,
  checks: Checks,
  environment: Environment,
): Promise<VerifiedReading[] | undefined> {
  if (subject.shape?.code !== 'clr' || !passed(checks, 'structure')) return undefined
  const { verifyNested } = await import('../clr/verify-nested.ts')
  const { check: found, readings } = await verifyNested(subject.document, environment)
  const own = checks.get('endorsements')
  const isWorse = own?.state === 'invalid' || (own?.state === 'undetermined' && found.state !== 'invalid')
  put(checks, isWorse ? { ...own, data: { ...own.data, ...found.data } } : found)
  return readings
}

// Badges of before 3.0 have their own rules, loaded for them only.
async function readLegacy(
  legacy: LegacySubject,
  extraction: Check,
  environment: Environment,
): Promise<VerifiedReading> {
  const { verifyLegacy } = await import('../v2/verify-legacy.ts')
  const { format, checks, conversion } = await verifyLegacy(legacy, environment)
  put(checks, extraction)
  const { options } = environment
  if (!conversion) return { report: writeReport({ format, checks, document: {}, options }) }
  const { credential, lost, from } = conversion
  const { issuer, validFrom, validUntil } = credential
  const { achievement } = credential.credentialSubject
  const document: JsonObject = {
    issuer: { id: issuer.id, name: issuer.name ?? null },
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    credentialSubject: { achievement: { id: achievement.id, name: achievement.name } },
  }
  const report = writeReport({ format, checks, document, credential, options })
  return { report, credential, converted: { from, lost } }
}

/**
 * Verifies a badge of any carrier and age. Nothing leaves the machine without `options.fetch`; what could not be fetched is
 * `undetermined`, never `valid`. OB 3.0, 8; VC Data Integrity 1.0, 4.4.
 * @param input bytes of a PNG, SVG or JSON; JSON or JWT text; or an object
 * @param options how to reach the network, whom the badge should be about, and when
 * @throws never on bad input
 * @example
 * const report = await verify(bakePng(picture, credential), { fetch: guardedFetch })
 * report.verdict // 'valid'
 */
export const verify = async (
  input: Uint8Array | string | JsonObject,
  options: VerifyOptions = {},
): Promise<VerificationReport> => (await verifyWithin(input, environmentOf(options), true)).report
