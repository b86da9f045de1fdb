import path from 'node:path'
import { runnerImport } from 'vite'

// The slice holds pages, which Node alone does not read: Vite turns them into modules on the way.
await runnerImport(path.join(import.meta.dirname, '../frameworks.ts'), {
  logLevel: 'error',
  environments: { inline: { resolve: { conditions: ['insigne-source'] } } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
