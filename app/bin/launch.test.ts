import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const app = resolve(import.meta.dirname, '..')
const root = resolve(app, '..')
let clone = ''

type Outcome = { code: number | null; out: string; err: string }

const launch = (
  args: readonly string[],
  node = process.execPath,
  signal?: NodeJS.Signals,
): Promise<Outcome> =>
  new Promise((done) => {
    const child = spawn(node, [join(clone, 'app/bin/insigne.js'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const outcome: Outcome = { code: null, out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      outcome.out += chunk
      if (signal && String(chunk).includes('waiting')) child.kill(signal)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      outcome.err += chunk
    })
    child.on('close', (code) => done({ ...outcome, code }))
  })

/** Some other Node of this machine, older than the one the project runs on. */
const olderNode = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((file) => existsSync(file))
    .find((file) => /^v2[0-3]\./.test(execFileSync(file, ['-v'], { encoding: 'utf8' })))

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'insigne-clone-'))
  for (const part of ['bin', 'ui', 'vite.config.ts', 'package.json'])
    cpSync(join(app, part), join(clone, 'app', part), { recursive: true })
  mkdirSync(join(clone, 'app/main'))
  mkdirSync(join(clone, 'packages/words/src'), { recursive: true })
  writeFileSync(join(clone, 'package-lock.json'), '{}')
  writeFileSync(join(clone, 'packages/words/src/index.ts'), "export const greeting: string = 'first'\n")
  writeFileSync(join(clone, 'app/main/browser.ts'), "import '../ui/islands/client.ts'\n")
  writeFileSync(
    join(clone, 'app/main/cli.ts'),
    `import { greeting } from '../../packages/words/src/index.ts'
const [verb, ...rest] = process.argv.slice(2)
if (verb === 'wait') {
  process.on('SIGTERM', () => process.exit(7))
  setInterval(() => undefined, 1000)
  process.stdout.write('waiting')
} else {
  process.stdout.write(JSON.stringify({ greeting, verb, rest, major: Number(process.versions.node.split('.')[0]) }))
  process.exitCode = verb === 'bad' ? 3 : 0
}
`,
  )
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
})

afterAll(() => rmSync(clone, { recursive: true, force: true }))

describe('a clone', () => {
  test('builds at the first command, and two commands at once build once', async () => {
    const [one, two] = await Promise.all([launch(['verify', 'a b']), launch(['bad'])])
    expect(one.err.replaceAll(/buil(?:ding…|t in [\d.]+ s)\n/g, '')).toBe('')
    expect(JSON.parse(one.out)).toEqual({ greeting: 'first', verb: 'verify', rest: ['a b'], major: 24 })
    expect([one.code, two.code]).toEqual([0, 3])
    expect(readdirSync(join(clone, 'app/dist')).sort()).toEqual(['build.json', 'client', 'server'])
    expect(readFileSync(join(clone, 'app/dist/client/manifest.json'), 'utf8')).toContain('main/browser.ts')
  })

  test('does not build again while nothing changed', async () => {
    const built = readFileSync(join(clone, 'app/dist/build.json'), 'utf8')
    const past = new Date(Date.now() - 3_600_000)
    utimesSync(join(clone, 'app/dist/server/cli.js'), past, past)
    await launch(['verify'])
    expect(readFileSync(join(clone, 'app/dist/build.json'), 'utf8')).toBe(built)
  })

  test('builds again after a change in a package', async () => {
    writeFileSync(join(clone, 'packages/words/src/index.ts'), "export const greeting: string = 'second'\n")
    const outcome = await launch(['verify'])
    expect(JSON.parse(outcome.out)).toMatchObject({ greeting: 'second' })
  })

  test('recovers from a lock left by a process that is gone', async () => {
    writeFileSync(join(clone, 'app/dist/.lock'), '999999999')
    writeFileSync(
      join(clone, 'packages/words/src/index.ts'),
      "export const greeting: string = 'after a kill'\n",
    )
    const outcome = await launch(['verify'])
    expect(JSON.parse(outcome.out)).toMatchObject({ greeting: 'after a kill' })
  })

  test('says what failed, keeps the former build, and exits with 1', async () => {
    const source = join(clone, 'packages/words/src/index.ts')
    const before = readFileSync(source)
    writeFileSync(source, "import './missing.ts'\nexport const greeting: string = 'never'\n")
    const outcome = await launch(['verify'])
    expect(outcome.code).toBe(1)
    expect(outcome.err).toContain('missing.ts')
    expect(existsSync(join(clone, 'app/dist/server/cli.js'))).toBe(true)
    writeFileSync(source, before)
    expect((await launch(['verify'])).code).toBe(0)
  })

  test('passes a signal on and returns the exit code it led to', async () => {
    const older = olderNode()
    for (const node of older === undefined ? [process.execPath] : [process.execPath, older])
      expect((await launch(['wait'], node, 'SIGTERM')).code).toBe(7)
  })

  test.skipIf(olderNode() === undefined)('runs under Node 24 when started by an older one', async () => {
    const outcome = await launch(['verify'], olderNode())
    expect(JSON.parse(outcome.out)).toMatchObject({ verb: 'verify', major: 24 })
  })

  test.skipIf(olderNode() === undefined)('says which Node it needs where there is none', async () => {
    rmSync(join(clone, 'node_modules'))
    const outcome = await launch(['verify'], olderNode())
    symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
    if (/^v20\./.test(execFileSync(olderNode() ?? 'node', ['-v'], { encoding: 'utf8' }))) {
      expect(outcome.code).toBe(1)
      expect(outcome.err).toMatch(/^Insigne needs Node 22\.18 or later\. This is Node 20\./)
    } else expect(outcome.code).toBe(0)
  })
})

test('an installed package runs what was built, and has nothing to build with', async () => {
  rmSync(join(clone, 'app/vite.config.ts'))
  rmSync(join(clone, 'app/dist/build.json'))
  const outcome = await launch(['verify'])
  expect(outcome.code).toBe(0)
  expect(JSON.parse(outcome.out)).toMatchObject({ verb: 'verify' })
  rmSync(join(clone, 'app/dist/server/cli.js'))
  const broken = await launch(['verify'])
  expect(broken.code).toBe(1)
  expect(broken.err).toContain('is missing')
})
