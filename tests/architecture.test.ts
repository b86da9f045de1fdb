import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Architecture, architectureFaults } from './architecture.ts'
import { readSources, root } from './source-files.ts'

const Shape = z.object({
  floors: z.array(z.string()),
  domains: z.array(z.string()),
  packages: z.record(z.string(), z.array(z.string())),
  refusedNames: z.array(z.string()),
  refusedWords: z.array(z.string()),
  linesPerFile: z.number(),
  linesPerTest: z.number(),
})
const architecture: Architecture = Shape.parse(
  JSON.parse(readFileSync(path.join(root, 'architecture.json'), 'utf8')),
)
const faultsOf = (files: Record<string, string>) =>
  architectureFaults(architecture, new Map(Object.entries(files)))

test('the house stands: no import goes up or past a door', () => {
  const sources = readSources()
  expect(sources.size).toBeGreaterThan(50)
  expect(architectureFaults(architecture, sources)).toEqual([])
})

test.each([
  [
    'an import that goes up a floor',
    'app/infra/mail/x.ts',
    `import { a } from '../../ui/button.tsx'`,
    'from infra up to ui',
  ],
  [
    'a page of the ui that knows a slice',
    'app/ui/x.tsx',
    `import { a } from '../domains/claims/index.ts'`,
    'from ui up to domains',
  ],
  [
    'a slice that imports a higher slice',
    'app/domains/issuing/x.ts',
    `import { a } from '../claims/index.ts'`,
    'from issuing up to claims',
  ],
  [
    'a slice that walks past a door',
    'app/domains/claims/x.ts',
    `import { a } from '../issuing/store.ts'`,
    'past the door of issuing',
  ],
  [
    'a site page that walks past a door',
    'app/site/x.tsx',
    `import { a } from '../domains/issuing/mount.tsx'`,
    'past the door of issuing',
  ],
  [
    'a late import past a door',
    'app/domains/claims/x.ts',
    `await import('../issuing/vault.ts')`,
    'past the door of issuing',
  ],
  [
    'an unlisted slice',
    'app/domains/gossip/x.ts',
    `import { a } from '../issuing/index.ts'`,
    'does not list',
  ],
  [
    'a package taken by its path',
    'app/infra/x.ts',
    `import { a } from '../../packages/open-badges/src/index.ts'`,
    'not its name',
  ],
  [
    'a package that uses the app',
    'packages/open-badges/src/x.ts',
    `import { a } from '../../../app/infra/ids.ts'`,
    'from packages up to infra',
  ],
  [
    'a package that uses one above it',
    'packages/open-badges/src/x.ts',
    `import { a } from '@insigne/badge-quality'`,
    'may not use badge-quality',
  ],
  [
    'a package that needs Node',
    'packages/open-badges/src/x.ts',
    `import { a } from 'node:fs'`,
    'run in browsers',
  ],
  ['a folder of utils', 'app/infra/utils/x.ts', '', 'says nothing: utils'],
  ['a name in camel case', 'app/infra/readFile.ts', '', 'kebab-case'],
  ['a file that holds too much', 'app/infra/x.ts', 'a\n'.repeat(300), '301 lines'],
  [
    'a refused word in an exported name',
    'app/domains/claims/x.ts',
    'export const userBadge = 1',
    'not a word of this house',
  ],
  [
    'a test that mocks our own module',
    'app/domains/claims/x.test.ts',
    `vi${'.'}mock('./store.ts')`,
    'mocks one of our own',
  ],
])('%s is found', (_title, file, text, fault) => {
  expect(faultsOf({ [file]: `${text}\n` }).join('\n')).toContain(fault)
})

test('what the script of the pages reaches runs in a browser', () => {
  const faults = faultsOf({
    'app/main/browser.ts': `import { enhancers } from '../domains/claims/browser.ts'\n`,
    'app/domains/claims/browser.ts': `export const enhancers = { x: () => import('./islands/x.ts') }\n`,
    'app/domains/claims/islands/x.ts': `import { h } from 'preact'\nnew Worker(new URL('./work.ts', import.meta.url))\n`,
    'app/domains/claims/islands/work.ts': `import type { A } from 'zod'\nimport {\n  readFileSync,\n} from 'node:fs'\n`,
  })
  expect(faults).toEqual([
    'app/domains/claims/islands/work.ts imports node:fs: pages load it, and it does not run in a browser',
  ])
})

test('a table of another slice is found by name', () => {
  const faults = faultsOf({
    'app/domains/issuing/tables.ts': 'const sql = `create table issuer_keys (id uuid)`\n',
    'app/domains/claims/store.ts': "db.selectFrom('issuer_keys')\n",
  })
  expect(faults).toEqual(['app/domains/claims/store.ts names the table issuer_keys of issuing'])
})

test('what is allowed passes', () => {
  expect(
    faultsOf({
      'app/main/slices.ts': `import { claimsMount } from '../domains/claims/mount.tsx'\n`,
      'app/domains/claims/x.ts': `import { issueCredentials } from '../issuing/index.ts'\nimport { verify } from '@insigne/open-badges'\n`,
      'app/domains/claims/x.test.ts': `import { testWorld } from '../../testing/index.ts'\n`,
      'packages/badge-quality/src/x.ts': `import { a } from '@insigne/open-badges'\n`,
    }),
  ).toEqual([])
})
