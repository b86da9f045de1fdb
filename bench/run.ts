import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** `npm run bench -- [AREA]`: prints one JSON line a figure; progress goes to standard error. */
const here = import.meta.dirname
const areas = [
  'credentials',
  'bundle',
  'images',
  'awarding',
  'pages',
  'quality',
  'frameworks',
  'directory',
  'harvest',
]

const asked = process.argv.slice(2)
const unknown = asked.filter((area) => !areas.includes(area))
if (unknown.length > 0) {
  console.error(`Unknown area: ${unknown.join(', ')}. Known: ${areas.join(', ')}.`)
  process.exit(3)
}

// The peers are not installed with the product: they come the first time somebody measures.
if (!existsSync(path.join(here, 'node_modules'))) {
  console.error('Installing the peers (once)…')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(1)
}

let failed = 0
for (const area of asked.length > 0 ? asked : areas) {
  console.error(`Measuring ${area}…`)
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=insigne-source', path.join(here, 'areas', `${area}.ts`)],
    { cwd: path.dirname(here), stdio: 'inherit' },
  )
  if (status !== 0) failed += 1
}
process.exitCode = failed === 0 ? 0 : 1
