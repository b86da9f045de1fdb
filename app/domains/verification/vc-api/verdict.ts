import type { CheckState, VerificationReport } from '@insigne/open-badges'
import { json } from '../../../infra/http/index.ts'

/** One thing found, as the interface lists it. */
export interface Problem {
  code: string
  detail: string
}

interface Finding {
  code: string
  state: CheckState
  en: string
}

export interface Findings {
  errors: Problem[]
  warnings: Problem[]
}

// The proof of a W3C credential is verified by its own key; whether its issuer is known is the business of whoever relies
// on it (VC Data Model 2.0, 7.1 and A.3). An issuer that nobody can ask is said so. A badge without its issuer is not
// verified at all.
const tolerated = new Set(['issuer.unreachable', 'issuer.unsupported'])

/** What is wrong with one credential, and what is only to be known. */
export function findingsOf(report: VerificationReport): Findings {
  const isWarning = ({ code }: Finding) => report.format === 'vc' && tolerated.has(code)
  const bad = report.checks.filter(isBad)
  return {
    errors: bad.filter((check) => !isWarning(check)).map(problemOf),
    warnings: bad.filter(isWarning).map(problemOf),
  }
}

export const isBad = ({ state }: Finding): boolean => state === 'invalid' || state === 'undetermined'
export const problemOf = ({ code, en }: Finding): Problem => ({ code, detail: en })

/** The answer: 200 when nothing is wrong, else 400. */
export function answer(findings: Findings[], checks: string[]): Response {
  const errors = findings.flatMap((one) => one.errors)
  const warnings = findings.flatMap((one) => one.warnings)
  const verified = errors.length === 0
  const body = { verified, checks: [...new Set(checks)], warnings, errors, problemDetails: errors }
  return json(body, verified ? 200 : 400)
}
