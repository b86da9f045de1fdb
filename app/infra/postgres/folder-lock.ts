import { lchownSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { PostgresStartError } from './start-error.ts'

export interface FolderLock {
  release(): void
}

// A handle that its holder dropped would be collected, and closing it frees the lock.
const locks = new Set<DatabaseSync>()

/**
 * Takes the exclusive lock of a folder, or answers undefined at once when somebody holds it.
 *
 * Node has no file locks of its own; SQLite's are the kernel's. The kernel frees them when their holder
 * dies, however it dies, and never before: there is no stale lock to recognise, hence none to steal.
 * Nothing else may open the file: closing any descriptor of it in this process would free the lock.
 */
export function takeFolderLock(file: string, owner?: { uid: number; gid: number }): FolderLock | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: 0 })
    // No journal: one left by a killed holder of another account could not be removed by this one.
    database.exec('pragma journal_mode = off')
    database.exec('begin exclusive')
    if (owner) lchownSync(file, owner.uid, owner.gid)
  } catch (error) {
    database?.close()
    if (isBusy(error)) return undefined
    throw new PostgresStartError(
      'data-unwritable',
      `The lock file ${file} cannot be used. Check that this account may write there, or set DATABASE_URL to a server of your own.`,
      { cause: error },
    )
  }
  const held = database
  locks.add(held)
  noteHolder(file, owner)
  return {
    release() {
      locks.delete(held)
      held.close()
    },
  }
}

/** The process that took the lock last; for messages only, the lock itself is the kernel's. */
export function lastHolder(file: string): string {
  try {
    return readFileSync(`${file}.pid`, 'utf8').trim()
  } catch {
    return 'unknown'
  }
}

function noteHolder(file: string, owner: { uid: number; gid: number } | undefined): void {
  // Never through a link: as root we may be writing into a folder of somebody else.
  rmSync(`${file}.pid`, { force: true })
  writeFileSync(`${file}.pid`, `${process.pid}\n`, { flag: 'wx' })
  if (owner) lchownSync(`${file}.pid`, owner.uid, owner.gid)
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
