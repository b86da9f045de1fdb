import { lchownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { type Binaries, SERVER_MAJOR } from './binaries.ts'
import type { Passwords } from './passwords.ts'
import type { Place } from './place.ts'
import { runProgram } from './programs.ts'
import { codeOf, PostgresStartError } from './start-error.ts'

export const ADMINISTRATOR = 'postgres'

// Collation and case come from the builtin provider, alike everywhere. Trigram search asks the system's
// character types instead: under plain C every accented letter would count as a gap between words.
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C']

/**
 * Makes the data folder of a new server. It is built aside and renamed at the end, so that a start cut
 * off in the middle leaves nothing that looks like a database. Called under the folder lock.
 */
export async function makeCluster(
  place: Place,
  binaries: Binaries,
  passwords: Passwords,
  account: Account | undefined,
): Promise<void> {
  removeUnfinished(place)
  const building = join(place.folder, `cluster.unfinished-${process.pid}`)
  mkdirSync(building, { mode: 0o700 })
  const passwordFile = join(building, 'password')
  writeFileSync(passwordFile, `${passwords.administrator}\n`, { mode: 0o600, flag: 'wx' })
  if (account) {
    for (const path of [building, passwordFile]) lchownSync(path, account.uid, account.gid)
  }
  const data = join(building, 'cluster')
  let said = ''
  for (const characterType of CHARACTER_TYPES) {
    const { status, output } = await runProgram(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        `--username=${ADMINISTRATOR}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${characterType}`,
        '--text-search-config=simple',
        '--data-checksums',
        '--no-instructions',
      ],
      { cwd: building, account },
    )
    if (status === 0) {
      renameSync(data, place.cluster)
      removeUnfinished(place)
      return
    }
    said = output
    if (!output.includes('invalid locale name')) break
  }
  removeUnfinished(place)
  throw new PostgresStartError(
    'initdb-failed',
    `The database could not be made in ${place.folder}: ${said.trim().split('\n').slice(-4).join(' ')} If this does not help, set DATABASE_URL to a server of your own.`,
  )
}

function removeUnfinished(place: Place): void {
  for (const name of readdirSync(place.folder)) {
    if (name.startsWith('cluster.unfinished-'))
      rmSync(join(place.folder, name), { recursive: true, force: true })
  }
}

/** Refuses a cluster of another major version before anything touches it. */
export function checkVersion(cluster: string, livePid: number | undefined): void {
  let found: string
  try {
    found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'EACCES') throw notPermitted(cluster, error)
    throw new PostgresStartError(
      'cluster-missing',
      `${cluster} holds no PostgreSQL database. Bring it back from a backup, or move that folder away to start with an empty database.`,
      { cause: error },
    )
  }
  if (found === String(SERVER_MAJOR)) return
  const live =
    livePid === undefined ? '' : ` It is being served by process ${livePid}; stop that server first.`
  throw new PostgresStartError(
    'version-mismatch',
    `${cluster} belongs to PostgreSQL ${found}, this program brings ${SERVER_MAJOR}.${live} Serve it with PostgreSQL ${found} and set DATABASE_URL, or save it with pg_dump, move the folder away, start, and load it again.`,
  )
}

export function notPermitted(path: string, cause: unknown): PostgresStartError {
  return new PostgresStartError(
    'not-permitted',
    `${path} belongs to another account. Run under the account that started the database first (root, if it was root), or give it to this one with chown.`,
    { cause },
  )
}
