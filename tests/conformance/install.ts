import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { imported } from './suites.ts'

const Dependencies = z.record(z.string(), z.string())
const Manifest = z.looseObject({
  dependencies: Dependencies.default({}),
  devDependencies: Dependencies.default({}),
})

/** Whether a suite is ready to run, or the sentence that says why it is not. */
export type Installation = { ready: true; folder: string } | { ready: false; reason: string }

/**
 * Copies a suite and what it imports to `workspace`, points its `github:` references at the copies and installs it there.
 * The given folder is never written to. A suite that comes with its `node_modules` is taken as it is.
 */
export function installSuite(name: string, from: string, workspace: string): Installation {
  const source = path.join(from, name)
  if (!existsSync(path.join(source, 'package.json'))) return { ready: false, reason: `not in ${from}` }
  for (const other of Object.values(imported)) {
    const there = path.join(from, other)
    if (existsSync(there) && !existsSync(path.join(workspace, other))) copy(there, workspace, other)
  }
  const folder = path.join(workspace, name)
  copy(source, workspace, name)
  const vectors = path.join(from, 'vc-di-ecdsa')
  if (name === 'vc-di-ecdsa-test-suite' && existsSync(vectors))
    copy(vectors, folder, 'tests/input/vc-di-ecdsa')
  if (existsSync(path.join(folder, 'node_modules', 'mocha'))) return ready(folder)
  const missing = rewriteManifest(folder, workspace)
  if (missing !== undefined) return { ready: false, reason: `it imports ${missing}, which is not in ${from}` }
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--install-links', '--no-package-lock', '--no-audit', '--no-fund'],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32', timeout: 600_000 },
  )
  if (status === 0) return ready(folder)
  const [line = 'no reason given'] = stderr.split('\n').filter((one) => /ERR!|error/.test(one))
  return { ready: false, reason: `its packages could not be installed: ${line}` }
}

// The suites clone a value in which this package puts URL objects; Node 22 and later refuse to clone those.
function ready(folder: string): Installation {
  const file = path.join(folder, 'node_modules/@digitalbazaar/credentials-context/lib/index.js')
  if (existsSync(file)) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/(new URL\('[^']+', import\.meta\.url\)),/g, '$1.href,'))
  }
  return { ready: true, folder }
}

const copy = (from: string, workspace: string, name: string): void =>
  cpSync(from, path.join(workspace, name), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => path.basename(file) !== '.git',
  })

/** Leaves what running needs: the dependencies and mocha. Gives the name of an import that is not there. */
function rewriteManifest(folder: string, workspace: string): string | undefined {
  const file = path.join(folder, 'package.json')
  const {
    dependencies,
    devDependencies,
    mocha: _,
    ...rest
  } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { mocha = '^10.7.3' } = { ...devDependencies, ...dependencies }
  const kept: Record<string, string> = { ...dependencies, mocha }
  for (const [name, reference] of Object.entries(kept)) {
    if (!reference.startsWith('github:')) continue
    const local = imported[name]
    if (local === undefined || !existsSync(path.join(workspace, local))) return name
    kept[name] = `file:../${local}`
  }
  writeFileSync(file, JSON.stringify({ ...rest, dependencies: kept }, null, 2))
  return undefined
}
