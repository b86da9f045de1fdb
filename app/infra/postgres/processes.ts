import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { codeOf } from './start-error.ts'

/** Whether a process runs. A zombie does not: under a container's first process it may stay for ever. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  if (process.platform !== 'linux') return true
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
  } catch (error) {
    return codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ESRCH'
  }
}

/**
 * Whether a process is the PostgreSQL server of a folder. Numbers are used again after a crash (in a
 * container nearly always the same ones), so a live number alone proves nothing.
 */
export function servesFolder(pid: number, folder: string): 'yes' | 'no' | 'unknown' {
  if (!isRunning(pid)) return 'no'
  const byWorkingFolder = workingFolder(pid)
  const command = commandLine(pid)
  if (command === undefined) return 'unknown'
  if (!/(^|[/\\])(postgres|postmaster)(\.exe)?$/.test(command[0] ?? '')) return 'no'
  // A server works inside its data folder from before it writes postmaster.pid until it ends.
  if (byWorkingFolder !== undefined) return samePath(byWorkingFolder, folder) ? 'yes' : 'no'
  const named = command[command.indexOf('-D') + 1]
  return command.includes('-D') && named !== undefined && samePath(named, folder) ? 'yes' : 'unknown'
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // not Linux, or a process of somebody else
  }
}

function commandLine(pid: number): string[] | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    if (process.platform === 'win32') {
      const row = execFileSync('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'], {
        encoding: 'utf8',
      })
      return [row.split('","')[0]?.replace('"', '') ?? '']
    }
    const line = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line.split(/\s+/)
  } catch {
    return undefined
  }
}

export function samePath(a: string, b: string): boolean {
  return resolved(a) === resolved(b)
}

function resolved(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
