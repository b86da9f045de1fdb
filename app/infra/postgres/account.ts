import { lstatSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** An existing unprivileged account that the server runs under when we are root; never one we create. */
export interface Account {
  uid: number
  gid: number
  /** True where the data folder belongs to this account: then our own files there belong to it as well. */
  ownsData: boolean
}

/** Undefined for an ordinary user (and on Windows): the server then simply runs as ourselves. */
export function chooseAccount(dataDirectory: string, cluster: string | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(dataDirectory)
  const runner = cluster === undefined ? owner : statSync(cluster)
  if (runner.uid !== 0) return { uid: runner.uid, gid: runner.gid, ownsData: runner.uid === owner.uid }
  return { ...nobody(), ownsData: false }
}

function nobody(): { uid: number; gid: number } {
  try {
    const row = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
    // macOS writes -2 for what the kernel calls 4294967294.
    if (row) return { uid: Number(row[1]) >>> 0, gid: Number(row[2]) >>> 0 }
  } catch {
    // No such file: the number below is nobody's on every common system.
  }
  return { uid: 65534, gid: 65534 }
}

/** Whether the account may enter every folder down to this one. Access lists are not read. */
export function canEnter(folder: string, account: Account): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if (!allows(path, account, 0o1)) return false
    if (path === dirname(path)) return true
  }
}

/** Whether the account may read this file or folder, once it got there. */
export function canRead(path: string, account: Account): boolean {
  return allows(path, account, lstatSync(path).isDirectory() ? 0o5 : 0o4)
}

function allows(path: string, account: Account, wanted: number): boolean {
  const { mode, uid, gid } = statSync(path)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  return ((mode >> shift) & wanted) === wanted
}
