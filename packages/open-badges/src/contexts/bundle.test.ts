import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bundle2025, bundle2026, bundleOf, contextUrls, openBadgesV3 } from './bundle.ts'

const here = new URL('./', import.meta.url)
const files = readdirSync(here).filter((name) => name.endsWith('.json'))
const table = readFileSync(new URL('README.md', here), 'utf8')

describe('the context bundle', () => {
  test.each(files)('%s has the recorded digest', (name) => {
    const digest = createHash('sha256')
      .update(readFileSync(new URL(name, here)))
      .digest('hex')
    expect(table.split('\n').find((line) => line.includes(`\`${name}\``))).toContain(digest)
  })

  test('holds every context under its address', () => {
    for (const url of contextUrls()) expect(bundle2026.at(url)?.['@context']).toBeDefined()
  })

  test('keeps both texts of context 3.0.3, which differ by two words', () => {
    const words = (bundle: typeof bundle2025) => Object.keys(bundle.at(openBadgesV3)?.['@context'] ?? {})
    const earlier = new Set(words(bundle2025))
    expect(words(bundle2026).filter((word) => !earlier.has(word))).toEqual(['endorsementJwt', 'jti'])
  })

  test('lets no caller replace a pinned context', () => {
    const hostile = { '@context': { name: 'https://attacker.example/name' } }
    const bundle = bundleOf('2026', { [openBadgesV3]: hostile, 'https://ours.example/v1': hostile })
    expect(bundle.at(openBadgesV3)).toBe(bundle2026.at(openBadgesV3))
    expect(bundle.at('https://ours.example/v1')).toBe(hostile)
  })
})
