import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { root } from './source-files.ts'

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})
const { packages } = Lock.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))

/** The folder in which Node would find `name` from `place`; undefined where the lock has none. */
function placeOf(place: string, name: string): string | undefined {
  for (
    let at = place;
    ;
    at = at.includes('/node_modules/') ? at.replace(/\/node_modules\/(?:@[^/]+\/)?[^/]+$/, '') : ''
  ) {
    const key = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (packages[key] !== undefined) return key
    if (at === '' || !at.includes('node_modules'))
      return packages[`node_modules/${name}`] && `node_modules/${name}`
  }
}

test('the lock file names what every platform installs, or « npm ci » refuses a fresh clone', () => {
  const missing = Object.entries(packages).flatMap(([place, one]) =>
    Object.keys(one.optionalDependencies ?? {})
      .filter((name) => placeOf(place, name) === undefined)
      .map((name) => `${name}, wanted by ${place}`),
  )
  expect(missing).toEqual([])
})

test('the lock file names no registry and installs nothing that is not a version', () => {
  const hosts = Object.entries(packages).filter(([, one]) => /^https?:|^git/.test(one.resolved ?? ''))
  expect(hosts.map(([name]) => name)).toEqual([])
  const odd = Object.entries(packages).filter(
    ([name, one]) => name.includes('node_modules/') && one.link !== true && !/^\d/.test(one.version ?? ''),
  )
  expect(odd.map(([name]) => name)).toEqual([])
})

test.skipIf(!existsSync(path.join(root, '.git')))(
  'no source is ignored by git, so a clone has them all',
  () => {
    const ignored = execFileSync('git', ['ls-files', '--others', '--ignored', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    })
    const sources = ignored
      .split('\n')
      .filter((file) => /^(?:app|packages|tests|docs|bench)\//.test(file))
      .filter((file) => !/(?:^|\/)(?:node_modules|dist|coverage|results)\//.test(file))
      .filter((file) => !file.endsWith('.log'))
    expect(sources).toEqual([])
  },
)
