import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Outcome } from './run-suite.ts'

const Expectation = z.object({
  /** Commit of the suite that was run. */
  commit: z.string(),
  /** Tests that ran: fewer means that the suite broke off. */
  tests: z.number().int().positive(),
  /** Tests that are known to fail, each with the reason. The list may only shrink. */
  failures: z.array(z.object({ test: z.string(), why: z.string() })),
})
const Expectations = z.object({ suites: z.record(z.string(), Expectation) })

export type SuiteExpectation = z.infer<typeof Expectation>
export type AllExpectations = z.infer<typeof Expectations>

export const readExpectations = (file: string): AllExpectations =>
  Expectations.parse(JSON.parse(readFileSync(file, 'utf8')))

/** What differs from what was expected; empty when nothing does. */
export function differences(outcome: Outcome, expected: SuiteExpectation | undefined): string[] {
  if (expected === undefined) return ['This suite is not in docs/conformance.json: add it.']
  const known = new Set(expected.failures.map(({ test }) => test))
  const failed = new Set(outcome.failed.map(({ test }) => test))
  const ran = outcome.passed.length + outcome.failed.length + outcome.pending.length
  const found: string[] = []
  for (const { test, message } of outcome.failed)
    if (!known.has(test)) found.push(`New failure: ${test}\n    ${message.split('\n')[0] ?? ''}`)
  for (const test of known)
    if (!failed.has(test)) found.push(`Passes now: remove it from docs/conformance.json: ${test}`)
  if (ran < expected.tests) found.push(`Only ${ran} tests ran, ${expected.tests} were expected.`)
  return found
}
