import { defineConfig } from 'vitest/config'

// Three projects, so that the packages' tests never wait for a database and browser journeys run last.
export default defineConfig({
  resolve: { conditions: ['insigne-source'] },
  ssr: { resolve: { conditions: ['insigne-source'] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['packages/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
        test: {
          name: 'app',
          include: ['app/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
