import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { blocksOf } from './api/examples.ts'
import { root } from './source-files.ts'

const packages = ['open-badges', 'badge-quality']
const folder = mkdtempSync(path.join(tmpdir(), 'insigne-pack-'))
const empty = path.join(folder, 'empty')

// Whoever installs the packages has no condition of ours, and none of the variables that npm hands to its scripts.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_OPTIONS$|^VITEST|^INIT_CWD$/i.test(name)),
)

function run(command: string, parts: string[], cwd: string): string {
  const shell = process.platform === 'win32'
  const { status, stdout, stderr } = spawnSync(command, parts, { cwd, env, encoding: 'utf8', shell })
  if (status !== 0) throw new Error(`${command} ${parts.join(' ')}: ${stderr}\n${stdout}`)
  return stdout
}

const Lock = z.object({
  packages: z.record(z.string(), z.object({ dependencies: z.record(z.string(), z.string()).optional() })),
})

/** The dependencies of a package as they are installed here, so that no registry is asked. */
function dependencies(): string[] {
  const lock = Lock.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))).packages
  const found = new Set<string>()
  const walk = (place: string): void => {
    for (const name of Object.keys(lock[place]?.dependencies ?? {})) {
      const there = `node_modules/${name}`
      if (name.startsWith('@insigne/') || found.has(there)) continue
      found.add(there)
      walk(there)
    }
  }
  for (const name of packages) walk(`packages/${name}`)
  return [...found].map((one) => path.join(root, one))
}

const builds = packages
  .map((name) => path.join(root, 'packages', name, 'dist'))
  .filter((dist) => !existsSync(dist))

beforeAll(() => {
  mkdirSync(empty)
  for (const name of packages)
    run('npm', ['pack', '--silent', '-w', `packages/${name}`, '--pack-destination', folder], root)
  writeFileSync(path.join(empty, 'package.json'), '{"name":"empty","private":true,"type":"module"}')
  const tarballs = readdirSync(folder).filter((file) => file.endsWith('.tgz'))
  expect(tarballs).toHaveLength(packages.length)
  const quiet = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund']
  run(
    'npm',
    ['install', ...quiet, ...tarballs.map((file) => path.join(folder, file)), ...dependencies()],
    empty,
  )
}, 240_000)
afterAll(() => {
  for (const one of [folder, ...builds]) rmSync(one, { recursive: true, force: true })
})

const installed = (name: string, file = ''): string => path.join(empty, 'node_modules/@insigne', name, file)

describe('the packages, installed in an empty folder', () => {
  test('hold what they are made of, and nothing else', () => {
    for (const name of packages) {
      const files = readdirSync(installed(name), { recursive: true, encoding: 'utf8' })
      expect(
        files.filter((file) =>
          /\.test\.|(?:^|\/)(?:src|test|scripts|node_modules)(?:\/|$)|tsbuildinfo/.test(file),
        ),
      ).toEqual([])
      const page = readFileSync(installed(name, 'README.md'), 'utf8')
      const links = [...page.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) => link)
      expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(installed(name, link)))).toEqual([])
      expect(existsSync(installed(name, 'LICENSE'))).toBe(true)
    }
  })

  test('run the first example of each README in plain Node', () => {
    const scripts = packages.map((name) => {
      const [first] = blocksOf(readFileSync(installed(name, 'README.md'), 'utf8')).filter(
        ({ language }) => language === 'js',
      )
      writeFileSync(path.join(empty, `${name}.js`), first?.code ?? '')
      return run(process.execPath, [`${name}.js`], empty)
    })
    expect(scripts[0]).toBe('valid\n')
    expect(scripts[1]).toMatch(/^competence participation\n/)
  })

  test('open by every door, and by no other', () => {
    const doors = packages.flatMap((name) => {
      const manifest: unknown = JSON.parse(readFileSync(installed(name, 'package.json'), 'utf8'))
      return Object.keys(Object(Reflect.get(Object(manifest), 'exports'))).map(
        (door) => `@insigne/${name}${door.slice(1)}`,
      )
    })
    expect(doors.length).toBeGreaterThan(6)
    const script = doors
      .filter((door) => !door.endsWith('.json'))
      .map((door) => `if (Object.keys(await import('${door}')).length === 0) throw new Error('${door}')`)
    script.push(
      "const inside = await import('@insigne/open-badges/dist/errors.js').catch(({ code }) => code)",
      'console.log(inside)',
    )
    writeFileSync(path.join(empty, 'doors.js'), script.join('\n'))
    expect(run(process.execPath, ['doors.js'], empty)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n')
  })

  test('verify files on every core', () => {
    const script = `
      import { writeFileSync } from 'node:fs'
      import { verifyFiles } from '@insigne/open-badges/node'
      writeFileSync('nothing.json', '{}')
      for await (const one of verifyFiles(['nothing.json', 'absent.json'], { concurrency: 2 }))
        console.log(one.path, one.error ?? one.report.verdict)`
    writeFileSync(path.join(empty, 'files.js'), script)
    expect(run(process.execPath, ['files.js'], empty).split('\n').sort().join(' ').trim()).toBe(
      'absent.json ENOENT nothing.json invalid',
    )
  })

  test('are typed for a strict project', () => {
    writeFileSync(
      path.join(empty, 'typed.ts'),
      `import { assess } from '@insigne/badge-quality'
import { OpenBadgesError, type VerificationReport, verify } from '@insigne/open-badges'
import { buildClr } from '@insigne/open-badges/clr-2.0'
import { verifyWebvhLog } from '@insigne/open-badges/did-webvh-1.0'
import { verifyFiles } from '@insigne/open-badges/node'
import { convert } from '@insigne/open-badges/open-badges-2.0'
const report: VerificationReport = await verify('{}')
const state: 'yes' | 'no' | 'unknown' = assess({ report }).solidity[0]?.state ?? 'unknown'
// @ts-expect-error: an input of another kind is refused
await verify(12)
export { buildClr, convert, OpenBadgesError, state, verifyFiles, verifyWebvhLog }
`,
    )
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--skipLibCheck',
      'false',
    ]
    const types = [
      '--lib',
      'es2024,dom,dom.iterable',
      '--typeRoots',
      path.join(root, 'node_modules/@types'),
      '--types',
      'node',
    ]
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    expect(run(process.execPath, [tsc, ...options, ...types, 'typed.ts'], empty)).toBe('')
  })
})
