import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { type Postmaster, readPostmaster } from './postmaster.ts'
import { isRunning } from './processes.ts'
import { runProgram, startProgram } from './programs.ts'
import { SERVER_SETTINGS } from './settings.ts'
import { PostgresStartError } from './start-error.ts'

interface Launch {
  place: Place
  binaries: Binaries
  account: Account | undefined
  preferredPort: number
  settings: Readonly<Record<string, string>>
  deadline: number
}

const ATTEMPTS = 5
// Not through a link: as root we may be writing into a folder of somebody else.
const APPEND = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)
const LOG_LIMIT = 8 * 1024 * 1024

/**
 * Starts the server detached from us, so that it outlives its starter, and waits until it is ready.
 * Answers its process, or undefined if another server came first. Called under the folder lock.
 */
export async function launchServer(launch: Launch): Promise<number | undefined> {
  let port = await freePort(launch.preferredPort)
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await launchOnce(launch, port)
    if (typeof outcome === 'number') return outcome
    const now = readPostmaster(launch.place.cluster)
    if (now.state !== 'none' && now.state !== 'stale') return undefined
    const portTaken = /could not bind|could not create any TCP\/IP sockets/.test(outcome.said)
    // After a kill the last back-ends notice only between two statements; they still hold the data.
    const oldBackends = outcome.said.includes('shared memory block')
    if (oldBackends && Date.now() < launch.deadline) await sleep(200)
    else if (!portTaken || attempt >= ATTEMPTS) throw failure(launch.place, outcome.said)
    if (portTaken) port = await freePort(0)
  }
}

async function launchOnce(launch: Launch, port: number): Promise<number | { said: string }> {
  const { place, account } = launch
  const settings = { ...SERVER_SETTINGS, ...launch.settings, port: String(port) }
  const args = [
    '-D',
    place.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  if (existsSync(place.log) && statSync(place.log).size > LOG_LIMIT) renameSync(place.log, `${place.log}.1`)
  const log = openSync(place.log, APPEND, 0o600)
  if (account?.ownsData) fchownSync(log, account.uid, account.gid)
  const from = statSync(place.log).size
  let child: ChildProcess
  try {
    child = await startProgram(launch.binaries.postgres, args, {
      cwd: place.folder,
      account,
      stdio: ['ignore', log, log],
      detached: true,
      environment: ignoring(readPostmaster(place.cluster)),
    })
  } finally {
    closeSync(log)
  }
  const pid = child.pid ?? 0
  while (child.exitCode === null && child.signalCode === null) {
    const now = readPostmaster(place.cluster)
    if (now.state === 'ready' && now.pid === pid) {
      child.unref()
      return pid
    }
    if (Date.now() > launch.deadline) {
      child.kill('SIGINT')
      throw new PostgresStartError(
        'timed-out',
        `The database did not become ready in time. See ${place.log}.`,
      )
    }
    await sleep(15)
  }
  return { said: readFileSync(place.log).subarray(from).toString('utf8') }
}

/**
 * A number used again by another process of the same account would make the server refuse. It skips its
 * own starter's number, and this is how pg_ctl names one more; its second guard, the memory still held
 * by old back-ends, stays in force, which deleting the file would weaken.
 */
function ignoring(left: Postmaster): Record<string, string> {
  return left.state === 'stale' && left.reusedPid !== undefined
    ? { PG_GRANDPARENT_PID: String(left.reusedPid) }
    : {}
}

/** Asks for a fast shutdown and waits for its end; false if it still runs after the given time. */
export async function stopServer(
  pid: number,
  place: Place,
  binaries: Binaries | undefined,
  milliseconds: number,
): Promise<boolean> {
  if (process.platform === 'win32' && binaries) {
    await runProgram(binaries.controller, ['stop', '-m', 'fast', '-D', place.cluster], {
      cwd: place.folder,
      account: undefined,
    })
  } else {
    process.kill(pid, 'SIGINT')
  }
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(15)) {
    if (!isRunning(pid)) return true
  }
  return false
}

/** The same folder asks for the same port each time, below the range that systems hand out themselves. */
export function usualPort(dataDirectory: string): number {
  return 24_000 + (createHash('sha256').update(dataDirectory).digest().readUInt16BE(0) % 4_000)
}

async function freePort(preferred: number): Promise<number> {
  const probe = createServer()
  try {
    return await new Promise((resolve, reject) => {
      probe.once('error', reject)
      probe.listen(preferred, '127.0.0.1', () => {
        const address = probe.address()
        resolve(typeof address === 'object' && address !== null ? address.port : preferred)
      })
    })
  } catch (error) {
    if (preferred === 0) throw error
    return await freePort(0)
  } finally {
    probe.close()
  }
}

function failure(place: Place, said: string): PostgresStartError {
  const last = said.trim().split('\n').slice(-3).join(' ')
  return new PostgresStartError('server-failed', `The database did not start: ${last} See ${place.log}.`)
}
