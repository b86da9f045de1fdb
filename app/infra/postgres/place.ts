import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Account, canEnter } from './account.ts'
import { codeOf, PostgresStartError } from './start-error.ts'

/** Where everything of the server lies: normally `postgres` inside the data folder. */
export interface Place {
  folder: string
  cluster: string
  passwords: string
  log: string
}

// A durable home for a server that may not enter the data folder. A temporary folder would lose the data.
const SYSTEM_FOLDERS = ['/var/lib', '/usr/local/var', '/srv', '/opt']
const POINTER = 'postgres.location'

/** The place in use, or undefined before the first start. */
export function findPlace(dataDirectory: string): Place | undefined {
  const pointer = join(dataDirectory, POINTER)
  if (!existsSync(pointer)) {
    const place = placeAt(join(dataDirectory, 'postgres'))
    return existsSync(place.cluster) ? place : undefined
  }
  const place = placeAt(readFileSync(pointer, 'utf8').trim())
  // An empty new database in place of a lost one would look like total loss, or hide it.
  if (!existsSync(place.cluster)) {
    throw new PostgresStartError(
      'cluster-missing',
      `${pointer} says that the database lies in ${place.folder}, and it is not there. Bring that folder back, or delete ${pointer} to start with an empty database.`,
    )
  }
  return place
}

/** Makes the folder of a first start; `note` says so where it could not be the data folder. */
export function makePlace(
  dataDirectory: string,
  account: Account | undefined,
  systemFolders: readonly string[] = SYSTEM_FOLDERS,
): { place: Place; note?: string } {
  if (!account || canEnter(dataDirectory, account)) {
    return { place: makeFolder(join(dataDirectory, 'postgres'), account) }
  }
  const system = systemFolders.find(
    (folder) => existsSync(folder) && canEnter(folder, account) && mayWrite(folder),
  )
  if (!system) {
    throw new PostgresStartError(
      'data-unreachable',
      `PostgreSQL refuses to run as root, and the unprivileged account it would run under (uid ${account.uid}) may not enter ${dataDirectory}. Run as an ordinary user, or set INSIGNE_DATA to a folder that every account may enter, or set DATABASE_URL to a server of your own.`,
    )
  }
  const folder = unusedFolder(system, dataDirectory)
  const place = makeFolder(folder, account)
  return {
    place,
    note: `The database lies in ${folder}, not in ${dataDirectory}: PostgreSQL refuses to run as root, and the unprivileged account it runs under may not enter the data folder. Back up both.`,
  }
}

/** Remembers a place outside the data folder; written once a cluster is there. */
export function rememberPlace(dataDirectory: string, place: Place): void {
  if (place.folder !== join(dataDirectory, 'postgres')) {
    writeFileSync(join(dataDirectory, POINTER), `${place.folder}\n`)
  }
}

function placeAt(folder: string): Place {
  return {
    folder,
    cluster: join(folder, 'cluster'),
    passwords: join(folder, 'passwords.json'),
    log: join(folder, 'server.log'),
  }
}

function makeFolder(folder: string, account: Account | undefined): Place {
  try {
    // The server's account passes through to its cluster; the passwords beside it stay closed to it.
    mkdirSync(folder, { recursive: true, mode: account && !account.ownsData ? 0o711 : 0o700 })
    if (account?.ownsData) lchownSync(folder, account.uid, account.gid)
  } catch (error) {
    throw unwritable(folder, error)
  }
  return placeAt(folder)
}

/** A folder left by an earlier data folder of the same path is never opened nor deleted. */
function unusedFolder(system: string, dataDirectory: string): string {
  const name = `insigne-${createHash('sha256').update(dataDirectory).digest('hex').slice(0, 10)}`
  for (let n = 1; ; n += 1) {
    const folder = join(system, n === 1 ? name : `${name}-${n}`)
    if (!existsSync(join(folder, 'cluster'))) return folder
  }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

export function makeDataDirectory(dataDirectory: string): void {
  try {
    // Passable, not listable: run as root, the server's account must get through to its own folder.
    mkdirSync(dataDirectory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  } catch (error) {
    throw unwritable(dataDirectory, error)
  }
}

function unwritable(folder: string, cause: unknown): PostgresStartError {
  return new PostgresStartError(
    'data-unwritable',
    `The folder ${folder} cannot be made (${codeOf(cause)}). Set INSIGNE_DATA to a folder that this account may write, or set DATABASE_URL to a server of your own.`,
    { cause },
  )
}
