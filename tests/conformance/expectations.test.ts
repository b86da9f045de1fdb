import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../source-files.ts'
import { differences, readExpectations, type SuiteExpectation } from './expectations.ts'
import { suites } from './suites.ts'

const expected: SuiteExpectation = {
  commit: 'abc1234',
  tests: 3,
  failures: [{ test: 'a known one', why: 'The specification says otherwise, section 1.' }],
}
const outcome = (failed: string[], passed: string[]) => ({
  failed: failed.map((test) => ({ test, message: 'Expected no error' })),
  passed,
  pending: [],
})

describe('the expected failures', () => {
  test('may fail; nothing else may', () => {
    expect(differences(outcome(['a known one'], ['b', 'c']), expected)).toEqual([])
    expect(differences(outcome(['a known one', 'b'], ['c']), expected)).toEqual([
      expect.stringMatching(/^New failure: b\n/),
    ])
  })
  test('may only shrink: one that passes must leave the list', () => {
    expect(differences(outcome([], ['a known one', 'b', 'c']), expected)).toEqual([
      expect.stringContaining('remove it from docs/conformance.json: a known one'),
    ])
  })
  test('do not hide a suite that broke off, or one that nobody expected', () => {
    expect(differences(outcome(['a known one'], ['b']), expected)).toHaveLength(1)
    expect(differences(outcome([], ['b']), undefined)).toHaveLength(1)
  })
  test('of docs/conformance.json are of suites that are run, and each is explained in docs/CONFORMANCE.md', () => {
    const { suites: kept } = readExpectations(path.join(root, 'docs/conformance.json'))
    const page = readFileSync(path.join(root, 'docs/CONFORMANCE.md'), 'utf8')
    expect(Object.keys(kept).sort()).toEqual(suites.map(({ folder }) => folder).sort())
    for (const [folder, { commit, failures }] of Object.entries(kept)) {
      expect(page).toContain(folder)
      expect(page).toContain(commit)
      for (const { why } of failures) expect(why.length).toBeGreaterThan(20)
    }
  })
})
