import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { notPermitted } from './cluster.ts'
import { servesFolder } from './processes.ts'
import { codeOf } from './start-error.ts'

/** What `postmaster.pid` says, once compared with the processes that run. */
export type Postmaster =
  | { state: 'none' }
  /** Left by a server that was killed. `reusedPid` is set where an unrelated process now has its number. */
  | { state: 'stale'; reusedPid?: number }
  | { state: 'starting' | 'stopping'; pid: number }
  | { state: 'ready'; pid: number; port: number }

export function readPostmaster(cluster: string): Postmaster {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'latin1').split('\n')
  } catch (error) {
    if (codeOf(error) === 'EACCES') throw notPermitted(cluster, error)
    return { state: 'none' }
  }
  // Process, data folder, start time, port, socket folder, address, shared memory, status.
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10))
  if (!Number.isInteger(pid)) return { state: 'stale' }
  const serves = servesFolder(pid, cluster)
  if (serves === 'no') return processExists(pid) ? { state: 'stale', reusedPid: pid } : { state: 'stale' }
  const status = lines[7]?.trim() ?? ''
  const port = Number.parseInt(lines[3] ?? '', 10)
  if (status === 'ready' && Number.isInteger(port)) return { state: 'ready', pid, port }
  return { state: status === 'stopping' ? 'stopping' : 'starting', pid }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
