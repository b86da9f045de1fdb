import { spawnSync } from 'node:child_process'
import { root } from './source-files.ts'

/** The gates, cheapest first; all run, so that one pass shows everything there is to mend. */
const gates: [string, string, string[]][] = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['-p', '.', '--noEmit']],
  ['architecture', 'vitest', ['run', '--project', 'packages', 'tests/architecture.test.ts']],
  ['unused code', 'knip', []],
]

let failed = 0
for (const [title, program, args] of gates) {
  const started = performance.now()
  // npm puts the workspace's programs first on the path.
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)`)
  if (status !== 0) failed += 1
}
process.exitCode = failed === 0 ? 0 : 1
