import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source-files.ts'

const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
]

test('every link of the documentation leads somewhere', () => {
  const dead: string[] = []
  for (const page of pages)
    for (const [, target = ''] of readFileSync(path.join(root, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(?:https?:|mailto:|#)/.test(target)) continue
      if (!existsSync(path.join(root, path.dirname(page), target.split('#')[0] ?? '')))
        dead.push(`${page}: ${target}`)
    }
  expect(dead).toEqual([])
})

test('decisions have numbers that come once', () => {
  const numbers = readdirSync(path.join(root, 'docs/decisions')).map((file) => file.slice(0, 4))
  expect(numbers.filter((number, order) => numbers.indexOf(number) !== order)).toEqual([])
})

test('every variable and command that the contract names is documented', () => {
  const text = readFileSync(path.join(root, 'docs/OPERATING.md'), 'utf8')
  for (const name of [
    'PORT',
    'HOST',
    'INSIGNE_URL',
    'INSIGNE_DATA',
    'DATABASE_URL',
    'INSIGNE_SECRET',
    'SMTP_URL',
    'INSIGNE_DEMO',
    'INSIGNE_VC_API',
    'LOG_LEVEL',
  ])
    expect(text).toContain(`\`${name}\``)
})
