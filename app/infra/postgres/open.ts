import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, canEnter, chooseAccount } from './account.ts'
import { prepareBinaries } from './binaries.ts'
import { checkVersion, makeCluster } from './cluster.ts'
import { lastHolder, takeFolderLock } from './folder-lock.ts'
import { makePasswords, readPasswords } from './passwords.ts'
import { findPlace, makeDataDirectory, makePlace, type Place, rememberPlace } from './place.ts'
import { readPostmaster } from './postmaster.ts'
import { DATABASE, joinServer, type Presence } from './presence.ts'
import { launchServer, stopServer, usualPort } from './server.ts'
import { codeOf, messageOf, PostgresStartError } from './start-error.ts'

export interface EmbeddedPostgresOptions {
  /** INSIGNE_DATA; made if it is not there. */
  dataDirectory: string
  log: (event: { message: string } & Record<string, unknown>) => void
  /** Without it, one that stays the same for the same folder; if it is taken, any free one. */
  preferredPort?: number
  /** PostgreSQL settings over ours, for the process that happens to start the server. */
  settings?: Record<string, string>
  /** Where the data may lie if the server's account cannot enter the data folder (root only). */
  systemFolders?: readonly string[]
}

export interface Session {
  presence: Presence
  place: Place
  url: string
  port: number
  pid: number
  joined: boolean
  notes: string[]
}

// Recovery after a power cut replays at most max_wal_size; a slow disk needs a minute for that.
const START_LIMIT = 120_000
const STOP_LIMIT = 60_000

/** Joins the live server of the folder, or starts it; of several simultaneous starters one does. */
export async function openSession(options: EmbeddedPostgresOptions): Promise<Session> {
  const deadline = Date.now() + START_LIMIT
  const notes: string[] = []
  makeDataDirectory(options.dataDirectory)
  const dataDirectory = realpathSync(options.dataDirectory)
  for (let started: number | undefined; ; await sleep(25)) {
    if (Date.now() > deadline) {
      const holder = lastHolder(lockFile(dataDirectory))
      throw new PostgresStartError(
        'timed-out',
        `The database in ${dataDirectory} did not become ready in ${START_LIMIT / 1000} s; it was last being started by process ${holder}.`,
      )
    }
    const place = findPlace(dataDirectory)
    const live = place && liveServer(place)
    if (place && live) {
      const session = await tryJoin(place, live)
      if (session) return { ...session, joined: session.pid !== started, notes }
      continue
    }
    started = (await start(dataDirectory, options, notes, deadline)) ?? started
  }
}

/** Leaves; stops the server if nobody else uses it. */
export async function closeSession(session: Session, log: EmbeddedPostgresOptions['log']): Promise<void> {
  const { place, pid } = session
  const outcome = await session.presence.leave(async () => {
    const account = chooseAccount(place.folder, place.cluster)
    const binaries = process.platform === 'win32' ? prepareBinaries(place.folder, account) : undefined
    if (!(await stopServer(pid, place, binaries, STOP_LIMIT))) {
      log({ message: 'database is still shutting down', pid })
    }
  })
  log({ message: `database left: ${outcome}`, pid })
}

type Live = { state: 'starting' | 'stopping'; pid: number } | { state: 'ready'; pid: number; port: number }

function liveServer(place: Place): Live | undefined {
  const postmaster = readPostmaster(place.cluster)
  const live = postmaster.state === 'none' || postmaster.state === 'stale' ? undefined : postmaster
  checkVersion(place.cluster, live?.pid)
  return live
}

/** Undefined while the server comes or goes; throws if it is one that we cannot use. */
async function tryJoin(
  place: Place,
  live: Live,
): Promise<Pick<Session, 'presence' | 'place' | 'url' | 'port' | 'pid'> | undefined> {
  if (live.state !== 'ready') return undefined
  const { pid, port } = live
  const passwords = readPasswords(place.passwords)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const presence = await joinServer(port, place.cluster, passwords)
      const url = `postgres://${DATABASE}:${passwords.application}@127.0.0.1:${port}/${DATABASE}`
      return { presence, place, url, port, pid }
    } catch (error) {
      const now = readPostmaster(place.cluster)
      if (now.state !== 'ready' || now.pid !== pid) return undefined
      // A server that has just begun to stop, or to recover from a crash of a back-end, says so here.
      if (isPassing(error)) return undefined
      if (!(codeOf(error) === 'ECONNREFUSED' && attempt < 4)) throw inUse(place, pid, error)
      await sleep(100)
    }
  }
}

function isPassing(error: unknown): boolean {
  return (
    ['57P01', '57P02', '57P03', '53300', 'ECONNRESET', 'EPIPE'].includes(codeOf(error)) ||
    /terminated unexpectedly|timeout/i.test(messageOf(error))
  )
}

function inUse(place: Place, pid: number, cause: unknown): PostgresStartError {
  return new PostgresStartError(
    'folder-in-use',
    `Process ${pid} is already serving ${place.cluster}, and it is not a server that we can join (${messageOf(cause)}). Stop process ${pid}, or set INSIGNE_DATA to another folder.`,
    { cause },
  )
}

/** Starts the server under the folder lock; undefined if somebody else is at it or came first. */
async function start(
  dataDirectory: string,
  options: EmbeddedPostgresOptions,
  notes: string[],
  deadline: number,
): Promise<number | undefined> {
  const owner = chooseAccount(dataDirectory, undefined)
  const lock = takeFolderLock(lockFile(dataDirectory), owner?.ownsData ? owner : undefined)
  if (!lock) return undefined
  try {
    const found = findPlace(dataDirectory)
    if (found && liveServer(found)) return undefined
    const account = found ? clusterAccount(dataDirectory, found) : owner
    const place = found ?? (await makeFirst(dataDirectory, account, options, notes))
    const binaries = prepareBinaries(place.folder, account)
    readPasswords(place.passwords)
    const begun = Date.now()
    const pid = await launchServer({
      place,
      binaries,
      account,
      preferredPort: options.preferredPort ?? usualPort(dataDirectory),
      settings: options.settings ?? {},
      deadline,
    })
    if (pid !== undefined) options.log({ message: 'database started', pid, milliseconds: Date.now() - begun })
    return pid
  } finally {
    lock.release()
  }
}

async function makeFirst(
  dataDirectory: string,
  account: Account | undefined,
  options: EmbeddedPostgresOptions,
  notes: string[],
): Promise<Place> {
  const { place, note } = makePlace(dataDirectory, account, options.systemFolders)
  if (note) {
    notes.push(note)
    options.log({ message: note })
  }
  const begun = Date.now()
  const binaries = prepareBinaries(place.folder, account)
  await makeCluster(place, binaries, makePasswords(place.passwords, account), account)
  rememberPlace(dataDirectory, place)
  options.log({ message: 'database made', folder: place.folder, milliseconds: Date.now() - begun })
  return place
}

/** The account that the cluster belongs to: only it may serve it. */
function clusterAccount(dataDirectory: string, place: Place): Account | undefined {
  const account = chooseAccount(dataDirectory, place.cluster)
  if (account && !canEnter(place.folder, account)) {
    throw new PostgresStartError(
      'data-unreachable',
      `The account that the database runs under (uid ${account.uid}) may no longer enter ${place.folder}. Let every account pass through its parent folders (chmod o+x), or set DATABASE_URL to a server of your own.`,
    )
  }
  return account
}

function lockFile(dataDirectory: string): string {
  return resolve(dataDirectory, 'postgres.lock')
}
