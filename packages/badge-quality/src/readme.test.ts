import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { assess } from './index.ts'

test('the example of the README prints what its comments say', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8')
  const code = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const lines: string[] = []
  const print = (...words: unknown[]) => lines.push(words.join(' '))
  const body = code.replace(/^import .*$/m, '')
  new Function('assess', 'console', body)(assess, { log: print })
  const said = [...code.matchAll(/console\.log\(.*\)(?: \/\/ (.*))?$/gm)].map((match) => match[1])
  expect(said).toHaveLength(3)
  expect(lines[0]).toBe(said[0])
  expect(lines[1]).toMatch(/^Declared as Competency\. This badge shows: Participation\. Missing: /)
  expect(lines[2]).toBe(said[2])
})
