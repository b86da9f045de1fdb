import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { assess } from './index.ts'
import { isRecord } from './place.ts'

const folder = path.join(import.meta.dirname, '../../../../shared/fixtures')
const present = existsSync(folder)

/** JSON files of the public validators' own tests, valid and broken alike. */
const files = present
  ? ['1edtech-public-validator', 'european-learning-model', 'w3c-vc-bitstring-status-list'].flatMap((name) =>
      readdirSync(path.join(folder, name), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.json(?:ld)?$/.test(file))
        .map((file) => path.join(folder, name, file)),
    )
  : []

test.skipIf(!present)(
  'public fixtures are all read, and none of these samples shows a competency (skipped without ../shared/fixtures)',
  () => {
    let read = 0
    for (const file of files) {
      let parsed: unknown
      try {
        parsed = JSON.parse(readFileSync(file, 'utf8'))
      } catch {
        continue
      }
      if (!isRecord(parsed)) continue
      const text = JSON.stringify(parsed)
      const { nature, solidity } = assess({ credential: JSON.parse(text) })
      expect(solidity).toHaveLength(10)
      expect(['competence', 'certification', 'registered']).not.toContain(nature.shown)
      expect(assess({ achievement: JSON.parse(text) }).solidity).toHaveLength(10)
      read += 1
    }
    expect(read).toBeGreaterThan(100)
  },
)
