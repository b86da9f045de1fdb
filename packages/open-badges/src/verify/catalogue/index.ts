import type { JsonObject } from '../../json.ts'
import {
  type Check,
  type CheckName,
  type CheckState,
  checkNames,
  type Sentence,
  type Verdict,
} from '../report.ts'
import type { Catalogue } from './entry.ts'
import { extractCodes } from './extract.ts'
import { issuerCodes } from './issuer.ts'
import { legacyCodes } from './legacy.ts'
import { proofCodes } from './proof.ts'
import { standingCodes } from './standing.ts'
import { structureCodes } from './structure.ts'

/** A code that a report can hold. OB 3.0, 8 (verification). */
export interface ReportCode extends Sentence {
  check: CheckName
  code: string
  state: CheckState
  /** What to do about it; absent when nothing is wrong. */
  remedy?: Sentence
}

const catalogue: Catalogue = {
  ...extractCodes,
  ...structureCodes,
  ...proofCodes,
  ...issuerCodes,
  ...standingCodes,
  ...legacyCodes,
}

const nameOf = (code: string): CheckName =>
  checkNames.find((name) => code.startsWith(`${name}.`)) ?? 'extract'

/**
 * Every code that a check can take, with its state, its sentences and its remedy. OB 3.0, 8 (verification).
 * @example
 * reportCodes.find(({ code }) => code === 'status.revoked').state // 'invalid'
 */
export const reportCodes: readonly ReportCode[] = Object.entries(catalogue).map(([code, entry]) => ({
  check: nameOf(code),
  code,
  ...entry,
}))

const byCode = new Map(reportCodes.map((one) => [one.code, one]))

/** Makes a check of a code; the catalogue gives its state and sentences. */
export function check(code: string, data: JsonObject = {}): Check {
  const entry = byCode.get(code)
  if (!entry) throw new TypeError(`The code ${code} is not in the catalogue`)
  return { name: entry.check, state: entry.state, code, fr: entry.fr, en: entry.en, data }
}

/** The sentence of a verdict. */
export const summaries: Record<Verdict, Sentence> = {
  valid: {
    fr: 'Ce badge est authentique et en cours de validité.',
    en: 'This badge is authentic and in force.',
  },
  invalid: {
    fr: 'Ce badge n’est pas valable\u202f; ne vous y fiez pas.',
    en: 'This badge is not valid; do not rely on it.',
  },
  undetermined: {
    fr: 'Ce badge n’a pas pu être vérifié entièrement.',
    en: 'This badge could not be verified entirely.',
  },
}
