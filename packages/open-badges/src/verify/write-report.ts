import { isJsonObject, type JsonObject } from '../json.ts'
import type { OpenBadgeCredential } from '../v3/model.ts'
import { check, summaries } from './catalogue/index.ts'
import { issuerIdOf } from './check-proof.ts'
import { datesOf } from './check-standing.ts'
import { type Checks, passed } from './examination.ts'
import { declaredNature } from './nature.ts'
import type { Assessment, VerifyOptions } from './options.ts'
import { type Check, checkNames, type Format, type Verdict, type VerificationReport } from './report.ts'

export const verdictOf = (checks: readonly Pick<Check, 'state'>[]): Verdict => {
  if (checks.some(({ state }) => state === 'invalid')) return 'invalid'
  return checks.some(({ state }) => state === 'undetermined') ? 'undetermined' : 'valid'
}

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

interface Outcome {
  format: Format
  checks: Checks
  /** What may be shown; empty when it could not be read. */
  document: JsonObject
  credential?: OpenBadgeCredential | undefined
  options: VerifyOptions
}

/** The report of checks made: all eleven, those that were not made as `not-run`. */
export function writeReport({ format, checks, document, credential, options }: Outcome): VerificationReport {
  const all = checkNames.map((name) => checks.get(name) ?? check(`${name}.not-run`))
  const verdict = verdictOf(all)
  const about = document['credentialSubject']
  return {
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
}
