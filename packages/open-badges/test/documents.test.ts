import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codesPage } from '../scripts/codes-page.ts'
import * as library from '../src/index.ts'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const flat = (text: string) => text.replace(/[\s|-]+/g, ' ')

describe('the documents', () => {
  test('CODES.md lists every code (npm run codes writes it again)', () => {
    expect(flat(read('CODES.md'))).toBe(flat(codesPage()))
  })

  test('every code has a state of its own check and sentences in both languages', () => {
    for (const { code, check, fr, en, state, remedy } of library.reportCodes) {
      expect(code.startsWith(`${check}.`), code).toBe(true)
      expect(fr, code).toMatch(/^[A-ZÀ-Ý].*\.$/)
      expect(en, code).toMatch(/^[A-Z].*\.$/)
      expect(fr, code).not.toMatch(/['!]| [;:?]/)
      expect(remedy === undefined, code).toBe(state === 'valid' || state === 'not-applicable')
    }
  })

  test('the README names every function of the door', () => {
    const page = read('README.md')
    const functions = Object.entries(library).filter(
      ([name, value]) => typeof value === 'function' && name !== 'OpenBadgesError',
    )
    const quiet = new Set(['useCrypto', 'webCrypto', 'parseJson'])
    for (const [name] of functions) if (!quiet.has(name)) expect(page, name).toContain(`\`${name}\``)
  })
})
