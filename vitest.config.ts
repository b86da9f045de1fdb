import { defineConfig } from 'vitest/config'

const source = { conditions: ['insigne-source'] }

// Two cores: two workers keep both busy without starving the database and the browser.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: source,
        ssr: { resolve: source },
        test: {
          name: 'packages',
          include: ['packages/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        // The built product, started as a user starts it: one file at a time, after the rest.
        resolve: source,
        ssr: { resolve: source },
        test: {
          name: 'product',
          include: [
            'tests/faults/*.test.ts',
            'tests/journey/*.test.ts',
            'tests/commands/*.test.ts',
            'tests/budgets/*.test.ts',
            'tests/conformance/*.test.ts',
            'tests/security/product/*.test.ts',
          ],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        resolve: source,
        ssr: { resolve: source, noExternal: [/^@insigne\//] },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'app',
          include: ['app/**/*.test.{ts,tsx}', 'tests/security/*.test.ts'],
          globalSetup: ['app/infra/test-database.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
