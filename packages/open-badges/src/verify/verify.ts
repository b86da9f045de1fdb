import { bundle2025, bundle2026, bundleOf } from '../contexts/bundle.ts'
import { Resolver } from '../did/resolve.ts'
import { utf8 } from '../encoding/bytes.ts'
import { normalise } from '../guard/normalise.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { OpenBadgeCredential } from '../v3/model.ts'
import { check, summaries } from './catalogue/index.ts'
import { checkEndorsements } from './check-endorsements.ts'
import { issuerIdOf } from './check-proof.ts'
import { checkRecipient, checkRefresh, checkSchema, checkValidity, datesOf } from './check-standing.ts'
import { checkStatus } from './check-status.ts'
import { type Checks, type Environment, passed, put, type Subject } from './examination.ts'
import { examine } from './examine.ts'
import { declaredNature } from './nature.ts'
import type { Assessment, VerifyOptions } from './options.ts'
import { recognise } from './recognise.ts'
import { type Check, checkNames, type Verdict, type VerificationReport } from './report.ts'

/** A report, and what was verified. */
export interface VerifiedReading {
  report: VerificationReport
  /**
   * The object that was validated, in its strict form: show this, never the input. Absent unless structure and
   * context hold. It says nothing of the signature: look at `report.verdict`.
   */
  credential?: OpenBadgeCredential
  /** The credential exactly as carried. */
  raw?: { text: string; bytes: Uint8Array }
}

const verdictOf = (checks: Check[]): Verdict => {
  if (checks.some(({ state }) => state === 'invalid')) return 'invalid'
  return checks.some(({ state }) => state === 'undetermined') ? 'undetermined' : 'valid'
}

const pinned = [bundle2026, bundle2025] as const
const bundles = ({ contexts }: VerifyOptions): Environment['bundles'] =>
  contexts ? [bundleOf('2026', contexts), bundleOf('2025', contexts)] : pinned

async function standing({ document }: Subject, checks: Checks, environment: Environment): Promise<void> {
  put(checks, checkSchema(document))
  put(checks, checkRefresh(document))
  put(checks, checkValidity(document, environment.now))
  put(checks, await checkRecipient(document, environment.options.recipient))
  put(checks, await checkStatus(document, environment))
  put(checks, await checkEndorsements(document, environment))
}

const shown = ({ document, shape }: Subject): JsonObject => (shape ? normalise(document, shape) : document)

const named = (value: unknown): { id: string | null; name: string | null } => {
  const object: JsonObject = isJsonObject(value) ? value : {}
  const { id, name } = object
  return { id: typeof id === 'string' ? id : null, name: typeof name === 'string' ? name : null }
}

function assess(credential: OpenBadgeCredential | undefined, options: VerifyOptions): Assessment {
  if (credential && options.assess) return options.assess(credential)
  const declared = credential
    ? declaredNature(credential.credentialSubject.achievement.achievementType)
    : null
  return { nature: { declared, shown: 'undetermined', missing: [] }, solidity: [] }
}

/**
 * Verifies a badge and gives what was verified, so that a page shows nothing else.
 * @example
 * const { report, credential } = await verifyAndRead(bytes, { fetch: guardedFetch })
 * if (report.verdict === 'valid' && credential) show(credential.credentialSubject.achievement.name)
 */
export async function verifyAndRead(
  input: Uint8Array | string | JsonObject,
  options: VerifyOptions = {},
): Promise<VerifiedReading> {
  const now = options.now ?? new Date()
  const environment: Environment = {
    options,
    now,
    resolver: new Resolver(options),
    depth: 0,
    bundles: bundles(options),
  }
  const { check: extraction, format, subject, text, structure } = await recognise(input)
  let checks: Checks = new Map()
  if (subject) {
    checks = await examine(subject, environment)
    if (passed(checks, 'structure')) await standing(subject, checks, environment)
  } else if (structure) put(checks, structure)
  put(checks, extraction)

  const isRead = subject !== undefined && passed(checks, 'structure', 'context')
  const document: JsonObject = isRead ? shown(subject) : {}
  const isBadge = isRead && (format === 'ob3-di' || format === 'ob3-jwt')
  // The closed table of this class has just accepted the document.
  const credential = isBadge ? (document as unknown as OpenBadgeCredential) : undefined
  const all = checkNames.map((name) => checks.get(name) ?? check(`${name}.not-run`))
  const verdict = verdictOf(all)
  const about = document['credentialSubject']
  const report: VerificationReport = {
    verdict,
    summary: summaries[verdict],
    format,
    checks: all,
    issuer: {
      ...named(document['issuer']),
      id: issuerIdOf(document) ?? null,
      bound: passed(checks, 'issuer'),
    },
    achievement: named(isJsonObject(about) ? about['achievement'] : undefined),
    recipient: { known: passed(checks, 'recipient') },
    dates: datesOf(document),
    ...assess(credential, options),
  }
  return {
    report,
    ...(credential ? { credential } : {}),
    ...(text === undefined ? {} : { raw: { text, bytes: utf8(text) } }),
  }
}

/**
 * Verifies a badge of any carrier: PNG, SVG or JSON bytes, JSON or JWT text, or an object. Never throws on bad input.
 *
 * Nothing leaves the machine without `options.fetch`; what could not be fetched is `undetermined`, never `valid`.
 * OB 3.0, 8; VC Data Integrity 1.0, 4.4.
 * @example
 * const report = await verify(await readFile('badge.png'), { fetch: guardedFetch })
 * report.verdict // 'valid', 'invalid' or 'undetermined'
 */
export const verify = async (
  input: Uint8Array | string | JsonObject,
  options: VerifyOptions = {},
): Promise<VerificationReport> => (await verifyAndRead(input, options)).report
